import HTTPTypes
import Sandboxes
import Testing

/// The documented quota headers, which are there without any scenario; nothing is enforced then.
@Suite struct QuotaHeaderTests {
  private static let availability = "/partners/v1/events/\(EventID.phoenix)/availability"

  private static func expect(
    _ answer: ServedAnswer, _ values: [String?], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let names = [
      "Ratelimit-Quota-Allowed", "Ratelimit-Quota-Used", "Ratelimit-Quota-Available", "Ratelimit-Expiry",
    ]
    #expect(names.map { answer.header($0) } == values, sourceLocation: sourceLocation)
  }

  @Test func availabilityCountsByTheHour() throws {
    let partner = try Partner()
    let end = "1780374600000"
    Self.expect(try partner.send(.get, Self.availability), ["3600", "1", "3599", end])
    partner.clock.advance(by: .span(minutes: 59))
    Self.expect(try partner.send(.get, Self.availability), ["3600", "2", "3598", end])
    Self.expect(try partner.send(.get, "/partners/v1/events/none/availability"), ["3600", "3", "3597", end])
    partner.clock.advance(by: .span(minutes: 1))
    Self.expect(try partner.send(.get, Self.availability), ["3600", "1", "3599", "1780378200000"])
    // A sandbox of its own, whose clock begins now.
    Self.expect(try partner.with(key: "other").send(.get, Self.availability), ["3600", "1", "3599", end])
  }

  @Test func listAndDetailsCountByTheMinute() throws {
    let partner = try Partner()
    let end = "1780371060000"
    Self.expect(try partner.send(.get, "/partners/v1/events"), ["200", "1", nil, end])
    Self.expect(try partner.send(.get, "/partners/v1/events/\(EventID.phoenix)"), ["200", "2", nil, end])
    partner.clock.advance(by: .span(minutes: 1))
    Self.expect(try partner.send(.get, "/partners/v1/events"), ["200", "1", nil, "1780371120000"])
  }

  @Test func nothingIsEnforced() throws {
    let partner = try Partner()
    var last: ServedAnswer?
    for _ in 1...201 { last = try partner.send(.get, "/partners/v1/events/\(EventID.paper)") }
    #expect(last?.status == 200)
    Self.expect(try #require(last), ["200", "200", nil, "1780371060000"])
  }

  @Test func otherCallsAreNotCounted() throws {
    let partner = try Partner()
    for path in ["/partners/v1/captcha?event_id=\(EventID.phoenix)", "/partners/v1/orders?order_number=39-20827/PHX"] {
      Self.expect(try partner.send(.get, path), [nil, nil, nil, nil])
    }
  }

  @Test func countBeginsAnewWithTheState() throws {
    let partner = try Partner()
    _ = try partner.send(.get, Self.availability)
    partner.sandbox.reset([.state])
    #expect(try partner.send(.get, Self.availability).header("Ratelimit-Quota-Used") == "1")
    _ = try partner.sandbox.move(.advance(.span(days: 3)))
    _ = try partner.send(.get, Self.availability)
    partner.sandbox.reset([.clock])
    Self.expect(try partner.send(.get, Self.availability), ["3600", "1", "3599", "1780374600000"])
  }
}
