import JSONText

/// A JSON document that can be changed at any of its places.
final class MutableJSON {
  private enum Content {
    case scalar([UInt8])
    case array([MutableJSON])
    case object([(key: String, value: MutableJSON)])
  }

  private var content: Content

  /// What a place can be made to hold; numbers at the ends of ranges above all.
  private static let scalars = [
    "0", "1", "-1", "2", "1.5", "9999999", "100000000", "1000000000", "1000000000000", "9223372036854775807", "\"\"",
    "\"x\"", "\"1\"", "true", "false", "null", "\"2026-09-21T14:13:20Z\"", "\"9999-12-31T23:59:59Z\"", "[]", "{}",
  ].map { Array($0.utf8) }

  /// A copy of a value.
  init(_ value: JSONValue) {
    switch value.kind {
    case .array: content = .array(value.elements.map { MutableJSON($0) })
    case .object: content = .object(value.members.map { ("\($0.key)", MutableJSON($0.value)) })
    default: content = .scalar(Array(value.serialized()))
    }
  }

  /// All places, the root first.
  var places: [MutableJSON] {
    switch content {
    case .scalar: [self]
    case .array(let elements): [self] + elements.flatMap(\.places)
    case .object(let members): [self] + members.flatMap(\.value.places)
    }
  }

  /// Changes this place.
  ///
  /// - Parameters:
  ///   - choice: how.
  ///   - other: another place, whose content may be taken.
  func change(_ choice: UInt8, other: MutableJSON) {
    switch (choice % 8, content) {
    case (0, .array(var elements)) where !elements.isEmpty:
      elements.remove(at: Int(choice / 8) % elements.count)
      content = .array(elements)
    case (1, .array(var elements)) where !elements.isEmpty:
      elements.append(elements[Int(choice / 8) % elements.count])
      content = .array(elements)
    case (0, .object(var members)) where !members.isEmpty:
      members.remove(at: Int(choice / 8) % members.count)
      content = .object(members)
    case (2, _), (3, _):
      // Not a place around this one: that would never end.
      if !other.places.contains(where: { $0 === self }) { content = other.content }
    default:
      content = .scalar(Self.scalars[Int(choice / 8) % Self.scalars.count])
    }
  }

  /// The document as text.
  var text: [UInt8] {
    switch content {
    case .scalar(let text): return text
    case .array(let elements):
      return Array("[".utf8) + elements.map(\.text).joined(separator: ",".utf8) + Array("]".utf8)
    case .object(let members):
      let items = members.map { key, value in
        var writer = JSONWriter()
        writer.string(key)
        return writer.bytes + Array(":".utf8) + value.text
      }
      return Array("{".utf8) + items.joined(separator: ",".utf8) + Array("}".utf8)
    }
  }
}
