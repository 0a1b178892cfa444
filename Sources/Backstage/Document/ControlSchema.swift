import JSONText

/// The type of a value in the control API's JSON, as expressed in JSON Schema.
indirect enum ControlSchema: Sendable {
  case text
  /// Text that matches a pattern.
  case pattern(String)
  case choice([String])
  /// An instant in RFC 3339.
  case instant
  case integer(ClosedRange<Int> = 0...Int.max)
  case number
  case flag
  /// Any value: one that is up to the client, or that has a format of its own.
  case anything
  case orNull(ControlSchema)
  case either([ControlSchema])
  case list(ControlSchema)
  /// An object whose member names are not known in advance.
  case dictionary(ControlSchema)
  case object([ControlField])
  /// A schema that has its own name in the document.
  case named(String, ControlSchema)

  /// The named schemas by name, including nested ones.
  var components: [String: ControlSchema] {
    switch self {
    case .named(let name, let schema): schema.components.merging([name: schema]) { first, _ in first }
    case .orNull(let inner), .list(let inner), .dictionary(let inner): inner.components
    case .either(let parts): parts.reduce(into: [:]) { $0.merge($1.components) { first, _ in first } }
    case .object(let fields): fields.reduce(into: [:]) { $0.merge($1.schema.components) { first, _ in first } }
    case .text, .pattern, .choice, .instant, .integer, .number, .flag, .anything: [:]
    }
  }

  /// Writes the members of the schema; named schemas are written as references.
  func write(into schema: inout JSONWriter) {
    switch self {
    case .text: schema.string("type", "string")
    case .pattern(let pattern):
      schema.string("type", "string")
      schema.string("pattern", pattern)
    case .choice(let values):
      schema.string("type", "string")
      schema.array("enum") { list in
        for value in values { list.string(value) }
      }
    case .instant:
      schema.string("type", "string")
      schema.string("format", "date-time")
    case .integer(let bounds):
      schema.string("type", "integer")
      schema.integer("minimum", bounds.lowerBound)
      if bounds.upperBound < Int.max { schema.integer("maximum", bounds.upperBound) }
    case .number: schema.string("type", "number")
    case .flag: schema.string("type", "boolean")
    case .anything: break
    case .orNull(let inner): Self.write([inner], orNull: true, into: &schema)
    case .either(let parts): Self.write(parts, orNull: false, into: &schema)
    case .list(let element):
      schema.string("type", "array")
      schema.object("items") { element.write(into: &$0) }
    case .dictionary(let value):
      schema.string("type", "object")
      schema.object("additionalProperties") { value.write(into: &$0) }
    case .object(let fields): Self.write(fields, into: &schema)
    case .named(let name, _): schema.string("$ref", "#/components/schemas/\(name)")
    }
  }

  private static func write(_ parts: [ControlSchema], orNull: Bool, into schema: inout JSONWriter) {
    schema.array("anyOf") { any in
      for part in parts { any.object { part.write(into: &$0) } }
      if orNull { any.object { $0.string("type", "null") } }
    }
  }

  private static func write(_ fields: [ControlField], into schema: inout JSONWriter) {
    schema.string("type", "object")
    schema.object("properties") { properties in
      for field in fields {
        properties.object(field.name) { property in
          property.string("description", field.about)
          field.schema.write(into: &property)
        }
      }
    }
    let required = fields.filter(\.isRequired)
    if required.isEmpty { return }
    schema.array("required") { list in
      for field in required { list.string(field.name) }
    }
  }
}

/// A member of an object in the control API.
struct ControlField: Sendable {
  let name: String
  let schema: ControlSchema
  /// A phrase that says what it is.
  let about: String
  let isRequired: Bool

  init(_ name: String, _ schema: ControlSchema, _ about: String, required: Bool = true) {
    self.name = name
    self.schema = schema
    self.about = about
    isRequired = required
  }
}
