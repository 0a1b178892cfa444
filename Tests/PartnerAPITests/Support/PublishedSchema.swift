import JSONText

/// A JSON Schema of the OpenAPI document, read once: as much of the language as the document uses for answers.
final class PublishedSchema: Sendable {
  private let types: [String]
  private let required: [String]
  private let properties: [String: PublishedSchema]
  /// What other members of an object must be; `nil` if there are none.
  private let others: PublishedSchema?
  private let items: PublishedSchema?
  /// The values allowed, as JSON text.
  private let values: [String]
  private let any: [PublishedSchema]
  private let all: [PublishedSchema]

  /// Reads a schema; references are followed.
  init(_ given: JSONValue, in document: JSONValue) {
    var schema = given
    if let reference = given["$ref"]?.string, let target = document.value(at: String(reference.dropFirst())) {
      schema = target
    }
    func list(_ key: String) -> [JSONValue] { schema[key].map { Array($0.elements) } ?? [] }
    types = schema["type"]?.string.map { [$0] } ?? list("type").compactMap(\.string)
    required = list("required").compactMap(\.string)
    var properties: [String: PublishedSchema] = [:]
    if let members = schema["properties"]?.members {
      for member in members { properties["\(member.key)"] = PublishedSchema(member.value, in: document) }
    }
    self.properties = properties
    others = schema["additionalProperties"].map { PublishedSchema($0, in: document) }
    items = schema["items"].map { PublishedSchema($0, in: document) }
    values = list("enum").map(\.text)
    any = list("anyOf").map { PublishedSchema($0, in: document) }
    all = list("allOf").map { PublishedSchema($0, in: document) }
  }

  /// The names that an object may have; `nil` if any.
  private var names: Set<String>? {
    let parts = [properties.isEmpty ? nil : Set(properties.keys)] + all.map(\.names)
    return parts.compactMap { $0 }.reduce(nil) { $0?.union($1) ?? $1 }
  }

  /// What in a value is not as the schema says; fields that it does not name count too.
  func problems(_ value: JSONValue, at path: String = "", closed: Bool = true) -> [String] {
    if !types.isEmpty, !types.contains(where: { Self.holds($0, value) }) {
      return ["\(path): \(value.kind) instead of \(types.joined(separator: " or "))"]
    }
    if !values.isEmpty, !values.contains(value.text) { return ["\(path): \(value.text) is none of \(values)"] }
    var problems: [String] = []
    if value.kind == .object {
      problems += required.filter { value[$0] == nil }.map { "\(path)/\($0) is missing" }
      let names = closed ? names : nil
      for member in value.members {
        let name = "\(member.key)"
        if let names, !names.contains(name), others == nil { problems.append("\(path)/\(name) is not documented") }
        if properties[name] == nil, let others {
          problems += others.problems(member.value, at: "\(path)/\(name)", closed: closed)
        }
        problems += properties[name]?.problems(member.value, at: "\(path)/\(name)", closed: closed) ?? []
      }
    }
    if let items {
      for (index, element) in value.elements.enumerated() {
        problems += items.problems(element, at: "\(path)/\(index)", closed: closed)
      }
    }
    // The parts of a whole name each other's fields.
    for part in all { problems += part.problems(value, at: path, closed: false) }
    if !any.isEmpty {
      let attempts = any.map { $0.problems(value, at: path, closed: closed) }
      if !attempts.contains([]) { problems += attempts.min { $0.count < $1.count } ?? [] }
    }
    return problems
  }

  private static func holds(_ type: String, _ value: JSONValue) -> Bool {
    switch type {
    case "string": value.kind == .string
    case "integer": value.isWholeNumber
    case "number": value.kind == .number
    case "boolean": value.bool != nil
    case "object": value.kind == .object
    case "array": value.kind == .array
    case "null": value.isNull
    default: false
    }
  }
}
