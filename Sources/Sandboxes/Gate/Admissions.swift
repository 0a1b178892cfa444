import BoxOffice
import Determinism
import EventCatalogue
import JSONText

/// The admitted tickets; each enters once.
struct Admissions: Sendable {
  /// By barcode.
  private var byBarcode: [String: Admission] = [:]

  init() {}

  /// The admission of a ticket; the last if there are several.
  subscript(_ ticket: Ticket) -> Admission? {
    get { byBarcode[ticket.barcode] }
    set { byBarcode[ticket.barcode] = newValue }
  }

  // MARK: Export

  /// Writes all as one JSON array, to be read by ``init(restoring:office:)``.
  func export(into writer: inout JSONWriter) {
    writer.array { list in
      for (barcode, admission) in byBarcode.sorted(by: { $0.key < $1.key }) {
        list.object { object in
          object.string("barcode", barcode)
          object.string("at", admission.at.rfc3339)
          if let gate = admission.gate { object.string("gate", gate) }
        }
      }
    }
  }

  /// Reads admissions of tickets sold by a box office.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  init(restoring value: JSONValue, office: BoxOffice) throws(JSONMismatch) {
    for element in try value.asArray() {
      var reader = try element.asObject()
      let barcode = try reader.value("barcode")
      let at = try reader.value("at")
      guard let text = barcode.string, office.ticket(barcode: text) != nil else {
        throw barcode.mismatch(expected: "the barcode of a sold ticket")
      }
      guard let instant = at.string.flatMap({ Instant(rfc3339: $0) }) else {
        throw at.mismatch(expected: "an RFC 3339 instant")
      }
      let gate = try reader.optionalValue("gate")?.text(in: 1...GateScan.gateLengthLimit)
      try reader.rejectUnread()
      guard byBarcode.updateValue(Admission(at: instant, gate: gate), forKey: text) == nil else {
        throw barcode.mismatch(expected: "a barcode that does not occur before", found: "one that does")
      }
    }
  }
}
