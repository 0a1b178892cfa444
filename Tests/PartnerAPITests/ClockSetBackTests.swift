import BoxOffice
import Determinism
import HTTPTypes
import Sandboxes
import Synchronization
import Testing

/// The machine's clock is set back while a server runs.
@Suite struct ClockSetBackTests {
  @Test func holdLastsAsLongAsPromised() throws {
    let partner = try Partner()
    let before = try partner.hold(EventID.phoenix)
    partner.clock.advance(by: .seconds(100))
    #expect(partner.sandbox.now() == Partner.start + .seconds(100))
    partner.clock.advance(by: .span(hours: -1))
    let after = try partner.hold(EventID.phoenix)
    #expect(try after.answer.integer("/cart/hold_time") == 300)
    partner.clock.advance(by: .milliseconds(199_999))
    #expect(try partner.pay(before).status == 200, "200 s were left")
    partner.clock.advance(by: .milliseconds(100_000))
    #expect(try partner.pay(after).status == 200)
    partner.clock.advance(by: .milliseconds(344_000))
    try partner.commit(before.event, cart: before.id).expectError(400, 90_003)
    #expect(try partner.commit(after.event, cart: after.id).status == 200)
  }

  @Test(arguments: [1, 60, 0.5])
  func dateNeverGoesBack(rate: Double) throws {
    let partner = try Partner(rate: rate)
    var shown = [partner.sandbox.now()]
    for step in [5_000, -3_000, 0, -86_400_000, 10, -1, 86_400_000, -5] {
      partner.clock.advance(by: .milliseconds(step))
      let answer = try partner.availability(EventID.phoenix)
      shown.append(partner.sandbox.now())
      #expect(answer.header("Date") == HTTPDate.string(for: partner.sandbox.now()))
    }
    #expect(shown == shown.sorted())
    // What was lost by setting back is not lost twice.
    let forward = Double(5_000 + 10 + 86_400_000) * rate
    #expect(shown.last == shown.first.map { $0 + .milliseconds(Int64(forward)) })
  }

  @Test func whatWasDeliveredStaysDelivered() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.delayed)
    partner.clock.advance(by: .span(days: 4))
    let opened = try partner.open(token: order.token)
    let first = try opened.string("/tickets/0/secure_entry_data/token")
    partner.clock.advance(by: .span(days: -3))
    let ticket = try Partner.ticket(opened)
    let again = try partner.open(token: order.token).string("/tickets/0/secure_entry_data/token")
    let rendered = try partner.render(body: Partner.rendering([ticket]))
    #expect(rendered.status == 200, "\(rendered.text)")
    #expect(again != first, "each issue is a new one")
  }

  @Test func sandboxMadeAfterwardsIsNotBehind() throws {
    let partner = try Partner(startTime: nil)
    let shown = partner.sandbox.now()
    partner.clock.advance(by: .span(days: -30))
    #expect(partner.with(key: "another").sandbox.now() == shown)
  }

  @Test func clockThatIsSetForwardIsFollowed() throws {
    let partner = try Partner(startTime: nil)
    let shown = partner.sandbox.now()
    partner.clock.advance(by: .span(days: 30))
    #expect(partner.sandbox.now() == shown + .span(days: 30))
  }

  @Test func manyThreadsSeeOneTime() async throws {
    let clock = SteeredClock(Partner.realStart)
    let settings = SandboxSettings(catalogue: try BundledCatalogue.catalogue(), realTime: { clock.now })
    let start = settings.realTime()
    let isSorted = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        for round in 0..<2_000 { clock.advance(by: .milliseconds(round % 7 == 3 ? -5_000 : 2)) }
        return true
      }
      for _ in 0..<3 {
        group.addTask {
          let seen = (0..<5_000).map { _ in settings.realTime() }
          return seen == seen.sorted()
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(isSorted)
    // No step is made up for twice: no more has passed than the clock went forward.
    #expect(settings.realTime() <= start + .milliseconds(2_000 * 2))
  }
}
