/// A request of which one part can have any length.
struct Variant {
  /// What is made longer, and how.
  let name: String
  /// The request with so many bytes more.
  let make: (Int) -> Message
  /// How many bytes more are tried first; twice as many come next.
  let sizes: [Int]

  /// Whether four times as many are within the limits too.
  var canGrow: Bool { sizes != Self.targetSizes && sizes != Self.fieldSizes }

  /// Every part of a request, in every way.
  static func all(of message: Message) -> [Variant] {
    bodies(of: message) + queries(of: message) + paths(of: message) + headers(of: message)
  }

  /// Lengths of texts, such that a journal keeps the body in full.
  private static let textSizes = [8_000]
  /// The same for objects, and lengths at which many members show what is done with each.
  private static let objectSizes = textSizes + [50_000]
  /// The same for lists, whose elements are longer.
  private static let listSizes = textSizes + [150_000]

  private static func bodies(of message: Message) -> [Variant] {
    guard let tree = message.body else { return [] }
    var variants = [
      Variant(name: "blanks before the body", make: { message.with(\.blanks, $0) }, sizes: textSizes),
      Variant(name: "chunks", make: { message.with(\.chunks, $0) }, sizes: textSizes),
    ]
    for place in tree.places {
      let value = tree[place.ordinals]
      for growth in Growth.all where growth.grow(value, 100) != nil {
        variants.append(
          Variant(
            name: "\(growth.name) at \"\(place.pointer)\"",
            make: { message.with(\.body, tree.replacing(place.ordinals, with: growth.grow(value, $0) ?? value)) },
            sizes: sizes(for: value)))
      }
    }
    return variants
  }

  private static func sizes(for value: JSONTree) -> [Int] {
    switch value {
    case .array: listSizes
    case .object: objectSizes
    case .string, .scalar: textSizes
    }
  }

  /// The header has at most a hundred fields and 32 KiB.
  private static let fieldSizes = [14_000]

  /// A target has at most 8 KiB.
  private static let targetSizes = [3_500]

  private static let targetTexts = [("letters", "a"), ("escapes", "%41"), ("pluses", "+"), ("question marks", "a=?")]

  private static func queries(of message: Message) -> [Variant] {
    var variants = [
      Variant(
        name: "parameters",
        make: { size in message.with(\.query, message.query + (0..<(size / 8)).map { ("x\($0)", "y") }) },
        sizes: targetSizes),
      Variant(
        name: "parameters before the others",
        make: { size in message.with(\.query, (0..<(size / 8)).map { ("x\($0)", "y") } + message.query) },
        sizes: targetSizes),
    ]
    for (place, item) in message.query.enumerated() {
      variants.append(
        Variant(
          name: "parameters like \(item.name)",
          make: { message.with(\.query, message.query + Array(repeating: item, count: $0 / 16)) }, sizes: targetSizes))
      for (name, text) in targetTexts {
        variants.append(
          Variant(
            name: "\(name) in \(item.name)",
            make: { size in
              var query = message.query
              query[place].value += String(repeating: text, count: size / text.utf8.count)
              return message.with(\.query, query)
            }, sizes: targetSizes))
      }
    }
    return variants
  }

  private static func paths(of message: Message) -> [Variant] {
    let segments = message.path.split(separator: "/").map(String.init)
    var variants = [
      Variant(
        name: "segments",
        make: { size in message.with(\.path, message.path + String(repeating: "/a", count: size / 2)) },
        sizes: targetSizes)
    ]
    for place in segments.indices {
      for (name, text) in targetTexts.prefix(2) {
        variants.append(
          Variant(
            name: "\(name) in segment \(place + 1)",
            make: { size in
              var longer = segments
              longer[place] += String(repeating: text, count: size / text.utf8.count)
              return message.with(\.path, "/" + longer.joined(separator: "/"))
            }, sizes: targetSizes))
      }
    }
    return variants
  }

  private static func headers(of message: Message) -> [Variant] {
    var variants = [
      Variant(
        name: "header fields",
        make: { size in message.with(\.headers, message.headers + (0..<(size / 330)).map { ("X-\($0)", "y") }) },
        sizes: fieldSizes),
      Variant(
        name: "equal header fields",
        make: { size in
          message.with(\.headers, message.headers + Array(repeating: ("X-Demo", "y"), count: size / 330))
        }, sizes: fieldSizes),
      Variant(
        name: "letters in a header field's name",
        make: { message.with(\.headers, message.headers + [(String(repeating: "x", count: $0), "y")]) },
        sizes: fieldSizes),
    ]
    for (place, header) in message.headers.enumerated() {
      for (name, text) in [("letters", "a"), ("items", ", a/b;q=0.1"), ("quotes", "\""), ("markers", "apikey=")] {
        variants.append(
          Variant(
            name: "\(name) in \(header.name)",
            make: { size in
              var headers = message.headers
              headers[place].value += String(repeating: text, count: size / text.utf8.count)
              return message.with(\.headers, headers)
            }, sizes: fieldSizes))
      }
    }
    return variants
  }
}

extension Message {
  fileprivate func with<Value>(_ part: WritableKeyPath<Message, Value>, _ value: Value) -> Message {
    var copy = self
    copy[keyPath: part] = value
    return copy
  }
}
