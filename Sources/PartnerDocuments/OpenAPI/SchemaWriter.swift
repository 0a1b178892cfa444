import JSONText
import PartnerWire

/// Writes JSON Schemas (2020-12, as OpenAPI 3.1 has them) of wire types.
struct SchemaWriter {
  /// Which way the values go: requests are read leniently, answers are written one way.
  enum Direction {
    case request, answer
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
              write(field.kind, into: &property)
            }
          }
        }
      }
      writeRequired(table.fields.filter(\.isRequired), into: &schema)
    }
  }

  /// Required fields; one with other spellings is there under any of them.
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
    write(field.kind, into: &schema)
    if !field.example.isEmpty {
      schema.array("examples") { $0.raw(Array(field.example.utf8)) }
    }
    schema.string("x-willcall-source", field.source)
  }

  /// Writes the members of a kind's schema.
  func write(_ kind: WireField.Kind, into schema: inout JSONWriter) {
    switch kind {
    case .string: schema.string("type", "string")
    case .text(let lengths):
      schema.string("type", "string")
      if lengths.lowerBound > 0 { schema.integer("minLength", lengths.lowerBound) }
      schema.integer("maxLength", lengths.upperBound)
    case .choice(let values):
      schema.string("type", "string")
      schema.array("enum") { list in
        for value in values { list.string(value) }
      }
    case .keyword(let values):
      schema.string("type", "string")
      schema.string("pattern", "^(?:\(values.map(Self.pattern).joined(separator: "|")))$")
    case .date:
      schema.string("type", "string")
      schema.string("format", "date")
    case .dateTime:
      schema.string("type", "string")
      schema.string("format", "date-time")
    case .plainDateTime:
      schema.string("type", "string")
      schema.string("pattern", #"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d$"#)
    case .boolean where direction == .answer: schema.string("type", "boolean")
    case .boolean: writeTypes("boolean", "string", pattern: .truth, into: &schema)
    case .money: schema.string("type", "number")
    case .integer where direction == .answer: schema.string("type", "integer")
    case .integer:
      writeTypes("integer", "string", pattern: .wholeNumber, into: &schema)
    case .count where direction == .request:
      writeTypes("integer", "string", pattern: .count, into: &schema)
      schema.integer("minimum", 1)
    case .count:
      schema.string("type", "integer")
      schema.integer("minimum", 1)
    case .digits where direction == .answer: schema.string("type", "string")
    case .digits(let maximum):
      writeTypes("string", "integer", into: &schema)
      if let maximum { schema.integer("maxLength", maximum) }
    case .amount:
      writeTypes("number", "string", pattern: .money, into: &schema)
    case .any: break
    case .object(let table): schema.string("$ref", "#/components/schemas/\(table.name)")
    case .array(of: let element):
      schema.string("type", "array")
      schema.object("items") { write(element, into: &$0) }
    }
  }

  /// A type of its own, or text of a form.
  private func writeTypes(
    _ types: String..., pattern form: WireField.Kind.TextForm, into schema: inout JSONWriter
  ) {
    schema.array("type") { list in
      for type in types { list.string(type) }
    }
    schema.string("pattern", form.pattern)
  }

  private func writeTypes(_ types: String..., into schema: inout JSONWriter) {
    schema.array("type") { list in
      for type in types { list.string(type) }
    }
  }

  /// A pattern for a word in any case; patterns of JSON Schema know no flags.
  private static func pattern(_ word: String) -> String {
    word.map { letter in
      letter.isLetter ? "[\(letter.uppercased())\(letter.lowercased())]" : "\(letter)"
    }.joined()
  }
}
