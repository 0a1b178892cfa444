extension JSONValue {
  /// Whether two values mean the same: numbers are compared by exact value (`1`, `1.0` and `10e-1`), objects in any
  /// order, and strings with their escapes resolved.
  public func semanticallyEquals(_ other: JSONValue) -> Bool {
    let kind = kind
    guard kind == other.kind else { return false }
    switch kind {
    case .null: return true
    case .bool: return bool == other.bool
    case .number: return DecimalNumber(bytes) == DecimalNumber(other.bytes)
    case .string: return withUTF8 { other.tape.string(other.entry, equals: $0) } ?? false
    case .array:
      return elements.count == other.elements.count
        && zip(elements, other.elements).allSatisfy { $0.semanticallyEquals($1) }
    case .object: return membersEqual(other)
    }
  }

  private func membersEqual(_ other: JSONValue) -> Bool {
    guard members.count == other.members.count else { return false }
    // Names are unique, so if the counts are equal and every name is found, the sets are equal.
    if members.count <= 16 {
      return members.allSatisfy { other[$0.key]?.semanticallyEquals($0.value) ?? false }
    }
    let others = Dictionary(other.members.map { ($0.key.utf8Bytes, $0.value) }, uniquingKeysWith: { first, _ in first })
    return members.allSatisfy { others[$0.key.utf8Bytes]?.semanticallyEquals($0.value) ?? false }
  }
}

extension String {
  /// The text as bytes, for comparing: `String` itself treats canonically equivalent texts as equal.
  fileprivate var utf8Bytes: [UInt8] { Array(utf8) }
}
