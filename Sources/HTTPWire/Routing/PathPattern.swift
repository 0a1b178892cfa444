/// A path pattern taken apart, such as `/events/{event_id}/cart`.
struct PathPattern {
  enum Segment {
    case fixed([UInt8])
    case parameter(String)
  }

  let segments: [Segment]

  init(_ text: String) throws(RoutingError) {
    guard text.utf8.first == .slash else { throw .badPattern(text) }
    var segments: [Segment] = []
    var names: Set<String> = []
    let parts = text == "/" ? [] : text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for part in parts {
      guard part.contains(where: { $0 == "{" || $0 == "}" }) else {
        segments.append(.fixed(Array(part.utf8)))
        continue
      }
      let name = part.dropFirst().dropLast()
      guard part.first == "{", part.last == "}", !name.isEmpty, !name.contains(where: { $0 == "{" || $0 == "}" }),
        names.insert(String(name)).inserted
      else { throw .badPattern(text) }
      segments.append(.parameter(String(name)))
    }
    self.segments = segments
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
