import Determinism
import EntryCode
import HTTPTypes
import JSONText
import SafeTix
import Testing

/// A ticket, and its holder at the gate.
extension Stage {
  /// A ticket that was bought.
  struct Holding {
    let order: String
    let orderNumber: String
    let barcode: String
    /// When its event starts.
    let start: Instant
  }

  /// Buys a ticket; nothing has been opened yet.
  func obtain(_ event: String = EventID.phoenix) throws -> Holding {
    let bought = try control(.post, "orders", #"{"event":"\#(event)","account":"\#(Self.account)"}"#)
    try #require(bought.status == 201, "\(bought.text)")
    let events = try control(.get, "events").elements("/events")
    let start = try #require(events.first { $0["id"]?.string == event }?["start"]?.string)
    return Holding(
      order: try bought.string("/order_token"), orderNumber: try bought.string("/order_number"),
      barcode: try bought.string("/tickets/0/barcode_id"), start: try #require(Instant(rfc3339: start)))
  }

  /// Sets the clock so long before an event starts.
  func pass(to instant: Instant) throws {
    let answer = try control(.post, "clock", #"{"set":"\#(instant.rfc3339)"}"#)
    try #require(answer.status == 200, "\(answer.text)")
  }

  /// The token that the order gives a device now.
  func token(_ holding: Holding, device: String = "device-1") throws -> EntryToken {
    let opened = try open(holding.order, device: device)
    try #require(opened.status == 200, "\(opened.text)")
    return try #require(TokenReader.read(opened.string("/tickets/0/secure_entry_data/token")).token)
  }

  /// What the device draws of a token at an instant.
  static func payload(_ token: EntryToken, at instant: Instant) -> String {
    EntryPayload.make(token: token, at: instant).payload
  }

  /// Holds a payload under the scanner.
  func scan(_ payload: String, at instant: Instant? = nil, _ members: String = "") throws -> Answer {
    let at = instant.map { #","at":"\#($0.rfc3339)""# } ?? ""
    let answer = try control(.post, "gate/scan", #"{"payload":"\#(payload)"\#(at)\#(members)}"#)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(
      answer.json?.members.map(\.key) == ["verdict", "sentence", "at", "gate", "secondsBehind", "admitted", "ticket"])
    return answer
  }
}
