package import JSONText

/// One field of a wire type, stated once: reading, writing and the published schema use it.
///
/// A class, so that whoever remembers a field copies one reference and not all its texts.
package final class WireField: Sendable {
  /// What a field holds.
  package indirect enum Kind: Sendable {
    case string
    /// A string that is not empty.
    case filled
    /// A string of so many characters, counted as Unicode scalars: so their bytes are bounded too.
    case text(ClosedRange<Int>)
    /// One of these, exactly.
    case choice([String])
    /// One of these, compared without case.
    case keyword([String])
    /// A date such as 2026-06-01.
    case date
    /// An instant in RFC 3339.
    case dateTime
    /// An instant such as `2026-06-01 18:00:00.0`: UTC, with one decimal and no zone.
    case plainDateTime
    /// A string, or a whole number that stands for its digits; of so many characters at most.
    case digits(maximumLength: Int? = nil)
    /// A whole number, or a string that holds one.
    case integer
    /// A whole number of at least 1, or a string that holds one.
    case count
    /// A whole number within bounds, or a string that holds one, whose form is a regular expression of JSON Schema.
    case bounded(ClosedRange<Int>, pattern: String = "^[0-9]+$")
    /// A number with two decimals.
    case money
    /// A number, or a string that holds one.
    case amount
    /// A boolean, or a string that holds one.
    case boolean
    /// Whatever was sent.
    case any
    case object(WireTable)
    /// Some of a kind; so many of them, each once, if that is said.
    case array(of: Kind, sizes: ClosedRange<Int>? = nil, isSet: Bool = false)

    /// A string that a sandbox keeps and for which the documents give no limit.
    package static let keptText = text(0...keptLength)
    /// The same, or a whole number that stands for its digits.
    static let keptDigits = digits(maximumLength: keptLength)
  }

  /// How many characters there may be of what a sandbox keeps, where the documents give no limit.
  package static let keptLength = 200

  /// The name on the wire.
  package let name: String
  /// Other spellings that are accepted.
  package let aliases: [String]
  package let kind: Kind
  package let isRequired: Bool
  /// One phrase that says what it is.
  package let about: String
  /// The section of the documents that has it.
  package let source: String
  /// An example as JSON text.
  package let example: String
  /// The name as the writer wants it.
  package let key: JSONKey
  /// Whether the field, or one inside it, is accepted in several forms.
  let hasOtherForms: Bool

  package init(
    _ name: String, _ kind: Kind, aliases: [String] = [], required: Bool = false, about: String, source: String,
    example: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    isRequired = required
    self.about = about
    self.source = source
    self.example = example
    key = JSONKey(name)
    hasOtherForms = !aliases.isEmpty || kind.hasOtherForms
  }
}

extension WireField.Kind {
  /// Whether values are accepted in several forms: booleans and numbers are, as text too.
  var hasOtherForms: Bool {
    switch self {
    case .object(let table): !table.fieldsWithOtherForms.isEmpty
    case .array(let element, _, _): element.hasOtherForms
    default: textForm != nil
    }
  }

  /// The table of the object, or of the objects in the array.
  var table: (table: WireTable, isArray: Bool)? {
    switch self {
    case .object(let table): (table, false)
    case .array(.object(let table), _, _): (table, true)
    default: nil
    }
  }
}

/// The fields of a wire type in their order on the wire.
package struct WireTable: Sendable {
  package let name: String
  package let fields: [WireField]
  /// Those of them that are accepted in several forms.
  package let fieldsWithOtherForms: [WireField]
  /// Those of them that hold objects with tables of their own.
  let fieldsWithObjects: [WireField]
  /// The names that members may have, other spellings included.
  let names: JSONNames

  init(_ name: String, _ fields: [WireField]) {
    self.name = name
    self.fields = fields
    fieldsWithOtherForms = fields.filter(\.hasOtherForms)
    fieldsWithObjects = fields.filter { $0.kind.table != nil }
    names = JSONNames(fields.flatMap { [$0.name] + $0.aliases })
  }

  /// Where in a value of this table a field with a name stands first, such as `/reserve/section`.
  func path(of name: String) -> String? {
    if fields.contains(where: { $0.name == name }) { return "/\(name)" }
    for field in fieldsWithObjects {
      guard let (table, isArray) = field.kind.table, let rest = table.path(of: name) else { continue }
      return "/\(field.name)\(isArray ? "/0" : "")\(rest)"
    }
    return nil
  }
}
