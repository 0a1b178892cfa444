import Determinism
import HTTPTypes
import Sandboxes
import Testing

/// The sandbox's clock as answers show it.
@Suite struct SandboxClockAnswerTests {
  private func date(_ partner: Partner) throws -> String? {
    try partner.availability(EventID.phoenix).header("Date")
  }

  @Test func clockBeginsAtTheStartTimeAndRunsWithRealTime() throws {
    let partner = try Partner()
    #expect(try date(partner) == "Tue, 02 Jun 2026 03:30:00 GMT")
    partner.clock.advance(by: .milliseconds(999))
    #expect(try date(partner) == "Tue, 02 Jun 2026 03:30:00 GMT")
    partner.clock.advance(by: .span(days: 1, milliseconds: 1))
    #expect(try date(partner) == "Wed, 03 Jun 2026 03:30:01 GMT")
  }

  @Test func clockIsRealTimeWithoutStartTime() throws {
    let partner = try Partner(startTime: nil)
    #expect(try date(partner) == "Wed, 01 Jan 2031 00:00:00 GMT")
    partner.clock.advance(by: .seconds(1))
    #expect(try date(partner) == "Wed, 01 Jan 2031 00:00:01 GMT")
    #expect(try partner.availability(EventID.phoenix).string("/event/eventDateTime") == "2031-02-15 02:30:00.0")
  }

  @Test func frozenClockStandsStill() throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix)
    partner.clock.advance(by: .span(days: 30))
    #expect(try date(partner) == "Tue, 02 Jun 2026 03:30:00 GMT")
    #expect(try partner.pay(cart).integer("/cart/hold_time") == 444)
  }

  @Test func fastClockRunsFast() throws {
    let partner = try Partner(rate: 60)
    let cart = try partner.hold(EventID.phoenix)
    partner.clock.advance(by: .milliseconds(4_999))
    #expect(try date(partner) == "Tue, 02 Jun 2026 03:34:59 GMT")
    partner.clock.advance(by: .milliseconds(1))
    #expect(try date(partner) == "Tue, 02 Jun 2026 03:35:00 GMT")
    try partner.pay(cart).expectError(400, 90_003)
  }

  @Test func everySandboxBeginsAtTheStartTime() throws {
    let one = try Partner(key: "one")
    _ = try date(one)
    one.clock.advance(by: .seconds(100))
    #expect(try date(one.with(key: "two")) == "Tue, 02 Jun 2026 03:30:00 GMT")
    #expect(try date(one) == "Tue, 02 Jun 2026 03:31:40 GMT")
  }

  @Test func sandboxClockCanBeMovedAndEverythingFollows() throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix)
    let real = partner.clock.now
    partner.sandbox.withState { $0.clock.advance(by: .seconds(300), realNow: real) }
    let answer = try partner.pay(cart)
    answer.expectError(400, 90_003)
    #expect(answer.header("Date") == "Tue, 02 Jun 2026 03:35:00 GMT")
  }

  @Test func errorsWithoutASandboxHaveADateToo() throws {
    let answer = try Partner().sendWithoutKey(.get, "/partners/v1/events")
    #expect(answer.status == 401)
    #expect(answer.header("Date") == "Tue, 02 Jun 2026 03:30:00 GMT")
  }
}
