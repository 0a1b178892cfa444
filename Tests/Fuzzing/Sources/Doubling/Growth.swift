/// The ways in which a value of a JSON document is made longer.
struct Growth: Sendable {
  /// For people.
  let name: String
  /// The value, longer by about so many bytes; `nil` if values of its kind cannot be.
  let grow: @Sendable (JSONTree, Int) -> JSONTree?

  /// All ways; each value has several that suit it.
  static let all: [Growth] =
    texts.map { name, piece in
      Growth(name: name) { tree, bytes in
        guard case .string(let text) = tree else { return nil }
        return .string(text + String(repeating: piece, count: bytes / piece.utf8.count))
      }
    } + [
      Growth(name: "digits of a number") { tree, bytes in
        guard case .scalar(let text) = tree, Double(text) != nil else { return nil }
        return .scalar(text + (text.contains(".") ? "" : ".") + String(repeating: "1", count: bytes))
      },
      Growth(name: "digits before a point") { tree, bytes in
        guard case .scalar(let text) = tree, Double(text) != nil else { return nil }
        return .scalar("1" + String(repeating: "0", count: bytes))
      },
      list("equal elements") { element, _ in element },
      list("numbered elements") { element, number in element.numbered(number + 1_000) },
      members("unknown members") { _, number in ("x\(number)", .scalar("1")) },
      members("members that look alike") { _, number in
        let digits = String(number + 1_000_000)
        return ("aaaa\(digits.dropFirst(4))b\(digits.prefix(4))aaaa", .scalar("1"))
      },
      members("members nearly of a known name") { known, number in
        ("\(known.first?.name ?? "name")\(number)", known.first?.value ?? .scalar("1"))
      },
      members("members like the last") { known, number in
        ("\(known.last?.name ?? "name")/\(number)", (known.last?.value ?? .scalar("1")).numbered(number))
      },
    ]

  private static let texts = [
    ("letters", "a"), ("digits", "7"), ("slashes", "/"), ("commas", "é,"), ("escaped letters", "\\u0041"),
    ("escaped quotes", "\\\""), ("card numbers", "4111111111111111 "), ("markers", "apikey="),
  ]

  private static func list(_ name: String, _ element: @escaping @Sendable (JSONTree, Int) -> JSONTree) -> Growth {
    Growth(name: name) { tree, bytes in
      guard case .array(let elements) = tree else { return nil }
      let first = elements.first ?? .string("x")
      let count = max(1, bytes / (first.text.count + 6))
      return .array(elements + (1...count).map { element(first, $0) })
    }
  }

  private static func members(
    _ name: String, _ member: @escaping @Sendable ([JSONTree.Member], Int) -> (String, JSONTree)
  ) -> Growth {
    Growth(name: name) { tree, bytes in
      guard case .object(let known) = tree else { return nil }
      let (name, value) = member(known, 1)
      let count = max(1, bytes / (name.utf8.count + value.text.count + 8))
      return .object(
        known
          + (1...count).map { number in
            let (name, value) = member(known, number)
            return JSONTree.Member(name: name, value: value)
          })
    }
  }
}
