import JSONText
import PartnerWire

/// Examples of whole values, assembled from the examples of their fields.
extension WireTable {
  /// Writes an object with every field that has an example.
  func writeExample(into writer: inout JSONWriter) {
    writer.object { object in
      for field in fields {
        object.key(field.key)
        field.writeExample(into: &object)
      }
    }
  }
}

extension WireField {
  /// Writes the field's example, or one derived from its kind.
  func writeExample(into writer: inout JSONWriter) {
    if example.isEmpty {
      Self.write(kind, into: &writer)
    } else {
      writer.raw(Array(example.utf8))
    }
  }

  private static func write(_ kind: Kind, into writer: inout JSONWriter) {
    switch kind {
    case .object(let table): table.writeExample(into: &writer)
    case .array(of: let element, _, _): writer.array { write(element, into: &$0) }
    case .choice(let values), .keyword(let values): writer.string(values.first ?? "")
    case .integer, .count, .bounded, .money: writer.integer(1)
    case .amount: writer.string("1.00")
    case .boolean: writer.bool(false)
    case .date: writer.string("2026-06-01")
    case .dateTime: writer.string("2026-06-01T18:00:00Z")
    case .plainDateTime: writer.string("2026-06-01 18:00:00.0")
    case .string, .filled, .text, .digits, .any: writer.string("")
    }
  }
}
