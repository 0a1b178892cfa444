/// A parsed path pattern, such as `/events/{event_id}/cart`.
struct PathPattern {
  enum Segment {
    case fixed([UInt8])
    case parameter(String)
  }

  let segments: [Segment]

  init(_ text: String) throws(RoutingError) {
    // By bytes: a server parses its whole route table at start, and working with characters would take ten times as
    // long.
    let bytes = text.utf8
    guard bytes.first == .slash else { throw .badPattern(text) }
    var segments: [Segment] = []
    var names: Set<String> = []
    let parts = bytes.count == 1 ? [] : bytes.dropFirst().split(separator: .slash, omittingEmptySubsequences: false)
    for part in parts {
      guard part.contains(where: Self.isBrace) else {
        segments.append(.fixed(Array(part)))
        continue
      }
      let name = part.dropFirst().dropLast()
      guard part.first == UInt8(ascii: "{"), part.last == UInt8(ascii: "}"), !name.isEmpty,
        !name.contains(where: Self.isBrace), names.insert(String(Substring(name))).inserted
      else { throw .badPattern(text) }
      segments.append(.parameter(String(Substring(name))))
    }
    self.segments = segments
  }

  private static func isBrace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  var parameterNames: [String] {
    segments.compactMap { segment in
      if case .parameter(let name) = segment { name } else { nil }
    }
  }

  var parameterPositions: [Int] {
    segments.indices.filter { index in
      if case .parameter = segments[index] { true } else { false }
    }
  }
}
