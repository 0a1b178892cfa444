import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `POST gate/scan`.
enum GateHandlers {
  /// The maximum number of characters in a payload.
  private static let payloadLengthLimit = 4_096

  /// What was scanned.
  private struct Wish {
    let payload: String
    let at: Instant?
    let gate: String?
    let isRescan: Bool

    init?(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
      let payload = faults.read(
        try reader.required("payload", "what was read off the screen, as a string")
          .text(in: 0...payloadLengthLimit))
      at = faults.read(try Self.instant(reader.optionalValue("at")))
      gate = faults.read(try reader.optionalValue("gate")?.text(in: 1...GateScan.gateLengthLimit))
      isRescan = faults.read(try reader.optionalValue("rescan")?.flag()) ?? false
      guard let payload else { return nil }
      self.payload = payload
    }

    private static func instant(_ value: JSONValue?) throws(JSONMismatch) -> Instant? {
      guard let value else { return nil }
      guard let instant = value.string.flatMap({ Instant(rfc3339: $0) }) else {
        throw value.mismatch(expected: "an RFC 3339 instant, such as \"2026-12-01T18:00:00Z\"", found: value.shown)
      }
      return instant
    }
  }

  /// Admits a ticket, or says why not.
  static func scan(_ call: inout ControlCall) throws(ControlError) -> Response {
    let wish = try call.body(Wish.init)
    let sandbox = try call.sandbox()
    let scan = sandbox.scan(wish.payload, at: wish.at, gate: wish.gate, isRescan: wish.isRescan)
    var writer = JSONWriter()
    writer.object { body in
      body.string("verdict", scan.verdict.rawValue)
      body.string("sentence", scan.sentence)
      body.string("at", scan.at.rfc3339)
      body.text("gate", scan.gate)
      body.key("secondsBehind")
      if let seconds = scan.secondsBehind { body.integer(seconds) } else { body.null() }
      body.text("admitted", scan.earlier?.at.rfc3339)
      body.key("ticket")
      if let sold = scan.sold { write(sold.ticket, of: sold.order, into: &body) } else { body.null() }
    }
    return Response(json: writer.bytes)
  }

  private static func write(_ ticket: Ticket, of order: Order, into writer: inout JSONWriter) {
    writer.object { object in
      object.string("barcode_id", ticket.barcode)
      object.string("event_id", order.event.id)
      object.string("order_number", order.number)
      object.string("section", ticket.section)
      object.string("row", ticket.row)
      object.string("seat_name", ticket.seatName)
      object.string("portal", ticket.portal)
    }
  }
}
