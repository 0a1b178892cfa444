import JSONText

/// What the documents say of an answer, member by member: type and format, and whether it can be absent.
///
/// A table has a line for each member: its path, in which `[]` is any element and a `?` behind a name says that the member
/// can be absent, and its form, one of ``Form``. Containers are what their members make of them.
struct AnswerShape: Sendable {
  /// A type and a format.
  indirect enum Form: Sendable {
    case boolean, integer, object, array
    /// A number with two decimals.
    case money
    /// Milliseconds since 1970, of a whole second.
    case milliseconds
    /// Text of a format.
    case text(String)
    /// One of these texts.
    case choice([String])
  }

  /// The formats of text by their names in tables, as regular expressions.
  static let formats = [
    "text": #"[\s\S]*"#, "word": #"\S+"#, "digits": #"\d+"#, "hex12": "[0-9A-F]{12}", "hex32": "[0-9a-f]{32}",
    "event": "[0-9A-F]{16}", "uuid": #"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"#,
    "date": #"\d{4}-\d\d-\d\d"#, "time": #"\d\d:\d\d:\d\d"#, "zone": "[A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+",
    "instant": #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"#, "iso8601": #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"#,
    "plain": #"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d"#,
    "currency": "[A-Z]{3}", "country": "[A-Z]{2}", "order": #"\d+-\d+/[A-Z]+\d*"#, "masked": #"\*{18}\d{4}"#,
    "last4": #"\d{4}"#, "barcode": #"\d{12,18}"#, "base64": "[A-Za-z0-9+/]+=*", "url": #"https?://\S+"#,
    "picture": #"(https?|data):\S+"#, "wallet": "wallet-wallet-[0-9a-f]{32}", "key": #"paysys-dev\.0\.us\.\d+"#,
    "certificate": #"-----BEGIN CERTIFICATE-----\r\n([ -~]+\r\n)+-----END CERTIFICATE-----\r\n"#,
  ]

  private final class Node {
    var form: Form?
    var isOptional = false
    var members: [String: Node] = [:]
  }

  /// The lines as they were read: path without marks, the form, whether it is optional.
  private let lines: [(path: [String], optional: [Bool], form: Form)]

  /// Reads a table; lines without a path are notes.
  init(_ table: String) {
    lines = table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
      guard parts.count == 2, parts[0].hasPrefix("/") else { return nil }
      let names = parts[0].split(separator: "/").map(String.init)
      return (
        names.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }, names.map { $0.hasSuffix("?") },
        Self.form(parts[1].split(separator: " ").joined(separator: " "))
      )
    }
  }

  private static func form(_ text: String) -> Form {
    switch text {
    case "boolean": .boolean
    case "integer": .integer
    case "object": .object
    case "array": .array
    case "money": .money
    case "milliseconds": .milliseconds
    default: formats[text].map { .text($0) } ?? .choice(text.split(separator: "|").map(String.init))
    }
  }

  private var root: Node {
    let root = Node()
    for line in lines {
      var node = root
      for (name, isOptional) in zip(line.path, line.optional) {
        let next = node.members[name] ?? Node()
        node.members[name] = next
        next.isOptional = next.isOptional || isOptional
        node = next
      }
      node.form = line.form
    }
    return root
  }

  /// What of an answer is not as the documents have it.
  func problems(_ value: JSONValue) throws -> [String] {
    var problems: [String] = []
    try Self.check(value, root, at: "", into: &problems)
    return problems
  }

  private static func check(_ value: JSONValue, _ node: Node, at path: String, into problems: inout [String]) throws {
    if let form = node.form, try !holds(value, form) {
      problems.append("\(path): \(value.text.prefix(60)) is not \(form)")
    }
    if let element = node.members["[]"] {
      if value.kind != .array { problems.append("\(path): \(value.kind) instead of an array") }
      for (place, entry) in value.elements.enumerated() {
        try check(entry, element, at: "\(path)/\(place)", into: &problems)
      }
      return
    }
    if node.form != nil, node.members.isEmpty {
      if !value.elements.isEmpty || !value.members.isEmpty { problems.append("\(path) holds what no document shows") }
      return
    }
    guard value.kind == .object else {
      problems.append("\(path): \(value.kind) instead of an object")
      return
    }
    for member in value.members {
      guard let known = node.members["\(member.key)"] else {
        problems.append("\(path)/\(member.key) is in no document")
        continue
      }
      try check(member.value, known, at: "\(path)/\(member.key)", into: &problems)
    }
    for (name, member) in node.members where !member.isOptional && value[name] == nil {
      problems.append("\(path)/\(name) is missing")
    }
  }

  private static func holds(_ value: JSONValue, _ form: Form) throws -> Bool {
    switch form {
    case .boolean: return value.kind == .bool
    case .integer: return value.isWholeNumber
    case .object: return value.kind == .object
    case .array: return value.kind == .array
    case .money: return value.numberText?.wholeMatch(of: /-?\d+\.\d\d/) != nil
    case .milliseconds: return value.numberText?.wholeMatch(of: /\d{10,}000/) != nil
    case .text(let pattern): return try value.string?.wholeMatch(of: Regex(pattern)) != nil
    case .choice(let values): return value.string.map(values.contains) ?? false
    }
  }
}
