import JSONText
import PartnerWire

/// Writes JSON Schemas (2020-12, as used by OpenAPI 3.1) for wire types.
struct SchemaWriter {
  /// Which way the values go: request bodies are read leniently, answers are written in one form, and parameters are
  /// text in one form.
  enum Direction {
    case request, answer, parameter
  }

  let direction: Direction

  /// Writes the schema of a table: an object with its fields and their other spellings.
  func write(_ table: WireTable, into writer: inout JSONWriter) {
    writer.object { schema in
      schema.string("type", "object")
      schema.object("properties") { properties in
        for field in table.fields {
          properties.object(field.name) { write(field, into: &$0) }
          guard direction == .request else { continue }
          for alias in field.aliases {
            properties.object(alias) { property in
              property.string("description", "An older spelling of \(field.name).")
              property.bool("deprecated", true)
              write(field.kind, isOptional: !field.isRequired, into: &property)
            }
          }
        }
      }
      writeRequired(table.fields.filter(\.isRequired), into: &schema)
    }
  }

  /// Writes the required fields; a field with other spellings may be present under any of them.
  private func writeRequired(_ fields: [WireField], into schema: inout JSONWriter) {
    let spelled = direction == .request ? fields.filter { !$0.aliases.isEmpty } : []
    let plain = fields.filter { field in !spelled.contains { $0 === field } }
    if !plain.isEmpty {
      schema.array("required") { list in
        for field in plain { list.string(field.name) }
      }
    }
    guard !spelled.isEmpty else { return }
    schema.array("allOf") { all in
      for field in spelled {
        all.object { rule in
          rule.array("anyOf") { any in
            for name in [field.name] + field.aliases {
              any.object { $0.array("required") { $0.string(name) } }
            }
          }
        }
      }
    }
  }

  /// Writes the members of a field's schema.
  func write(_ field: WireField, into schema: inout JSONWriter) {
    if direction != .parameter { schema.string("description", field.about) }
    write(field.kind, isOptional: !field.isRequired, into: &schema)
    if direction == .parameter, field.isRequired, case .string = field.kind { schema.integer("minLength", 1) }
    if !field.example.isEmpty {
      schema.array("examples") { $0.raw(Array(field.example.utf8)) }
    }
    schema.string("x-willcall-source", field.source)
  }

  /// Writes the members of a kind's schema.
  ///
  /// - Parameter isOptional: whether the field may be absent; if so, `null` in a request means that it is.
  private func write(_ kind: WireField.Kind, isOptional: Bool, into schema: inout JSONWriter) {
    let isNullable = isOptional && direction == .request
    func type(_ names: String...) -> (inout JSONWriter) -> Void {
      { Self.write(isNullable ? names + ["null"] : names, into: &$0) }
    }
    func typeOrText(_ name: String, _ pattern: String?) -> (inout JSONWriter) -> Void {
      guard direction == .request else { return type(name) }
      return { schema in
        type(name, "string")(&schema)
        if let pattern { schema.string("pattern", pattern) }
      }
    }
    let pattern = kind.textForm?.pattern
    switch kind {
    case .any: break
    case .object(let table):
      let reference = "#/components/schemas/\(table.name)"
      guard isNullable else { return schema.string("$ref", reference) }
      schema.array("anyOf") { any in
        any.object { $0.string("$ref", reference) }
        any.object { $0.string("type", "null") }
      }
    case .array(of: let element, let sizes, let isSet):
      type("array")(&schema)
      if let sizes { Self.write(sizes, "minItems", "maxItems", into: &schema) }
      if isSet { schema.bool("uniqueItems", true) }
      schema.object("items") { write(element, isOptional: false, into: &$0) }
    case .string: type("string")(&schema)
    case .filled:
      type("string")(&schema)
      schema.integer("minLength", 1)
    case .text(let lengths):
      type("string")(&schema)
      Self.write(lengths, "minLength", "maxLength", into: &schema)
    case .digits(let maximum):
      direction == .request ? type("string", "integer")(&schema) : type("string")(&schema)
      if let maximum { schema.integer("maxLength", maximum) }
    case .choice(let values):
      type("string")(&schema)
      schema.array("enum") { list in
        for value in values { list.string(value) }
        if isNullable { list.null() }
      }
    case .keyword(let values):
      type("string")(&schema)
      schema.string("pattern", "^(?:\(values.map(Self.pattern).joined(separator: "|")))$")
    case .date, .dateTime:
      type("string")(&schema)
      schema.string("format", kind.isDate ? "date" : "date-time")
    case .plainDateTime:
      type("string")(&schema)
      schema.string("pattern", #"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d$"#)
    case .boolean: typeOrText("boolean", pattern)(&schema)
    case .money: type("number")(&schema)
    case .integer: typeOrText("integer", pattern)(&schema)
    case .count:
      typeOrText("integer", pattern)(&schema)
      schema.integer("minimum", 1)
    case .bounded(let bounds, let pattern):
      typeOrText("integer", pattern)(&schema)
      Self.write(bounds, "minimum", "maximum", into: &schema)
    case .amount:
      typeOrText("number", pattern)(&schema)
      schema.integer("minimum", -Self.largestAmount)
      schema.integer("maximum", Self.largestAmount)
    }
  }

  /// The largest amount with twelve digits before the decimal point.
  private static let largestAmount = 999_999_999_999

  /// Writes bounds, leaving out an unreachable upper bound, and a lower bound of 0 for lengths and sizes.
  private static func write(
    _ bounds: ClosedRange<Int>, _ lower: String, _ upper: String, into schema: inout JSONWriter
  ) {
    if bounds.lowerBound > 0 || lower == "minimum" { schema.integer(lower, bounds.lowerBound) }
    if bounds.upperBound < Int.max { schema.integer(upper, bounds.upperBound) }
  }

  private static func write(_ types: [String], into schema: inout JSONWriter) {
    if types.count == 1 { return schema.string("type", types[0]) }
    schema.array("type") { list in
      for type in types { list.string(type) }
    }
  }

  /// A pattern that matches a word in any case, as JSON Schema patterns have no flags.
  private static func pattern(_ word: String) -> String {
    word.map { letter in
      letter.isLetter ? "[\(letter.uppercased())\(letter.lowercased())]" : "\(letter)"
    }.joined()
  }
}

extension WireField.Kind {
  fileprivate var isDate: Bool {
    if case .date = self { true } else { false }
  }
}
