import HTTPTypes
import JSONText
import PartnerAPI
import Sandboxes
import Testing

/// `GET /safetix/configuration/v1/config`: the time for the web SDK, which sends no key.
@Suite struct SafeTixConfigTests {
  private static let path = "/safetix/configuration/v1/config"

  @Test func withoutAnySandboxItIsTheServersTime() throws {
    let partner = try Partner()
    partner.clock.advance(by: .span(minutes: 1))
    let answer = try partner.sendWithoutKey(.get, "\(Self.path)?cb=123")
    #expect(answer.status == 200)
    #expect(answer.text == #"{"serverTime":"2026-06-02T03:31:00Z"}"#)
    #expect(answer.fidelity?.hasPrefix("inferred;") == true)
    #expect(partner.service.directory.all.isEmpty, "asking for the time makes no sandbox")
  }

  @Test func withoutAKeyItIsTheClockOfTheSandboxUsedLast() throws {
    let partner = try Partner()
    let other = partner.with(key: "partner-two")
    _ = try other.send(.get, "/partners/v1/events")
    _ = try partner.sandbox.move(.advance(.span(days: 1)))
    _ = try partner.send(.get, "/partners/v1/events")
    #expect(try partner.sendWithoutKey(.get, Self.path).string("/serverTime") == "2026-06-03T03:30:00Z")
    _ = try other.send(.get, "/partners/v1/events")
    #expect(try partner.sendWithoutKey(.get, Self.path).string("/serverTime") == "2026-06-02T03:30:00Z")
    #expect(try partner.send(.get, Self.path).string("/serverTime") == "2026-06-03T03:30:00Z", "the key's own clock")
    #expect(
      try partner.sendWithoutKey(.get, "\(Self.path)?apiKey=partner-one").string("/serverTime")
        == "2026-06-03T03:30:00Z")
  }

  @Test func keyThatIsNotAcceptedIsRefused() throws {
    let partner = try Partner(keys: ["known"])
    #expect(try partner.sendWithoutKey(.get, "\(Self.path)?apikey=other").status == 401)
    #expect(try partner.sendWithoutKey(.get, Self.path).status == 200)
  }
}
