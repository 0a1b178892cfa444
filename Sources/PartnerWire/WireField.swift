package import JSONText

/// One field of a wire type, defined once and used for reading, writing and the published schema.
///
/// It is a class so that storing a field copies one reference rather than all its texts.
package final class WireField: Sendable {
  /// What a field holds.
  package indirect enum Kind: Sendable {
    case string
    /// A non-empty string.
    case filled
    /// A string with a length in this range, counted in Unicode scalars, so that its size in bytes is bounded too.
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
    /// A string, or a whole number that stands for its digits; with at most this many characters.
    case digits(maximumLength: Int? = nil)
    /// A whole number, or a string that holds one.
    case integer
    /// A whole number of at least 1, or a string that holds one.
    case count
    /// A whole number within bounds, or a string that holds one and matches a JSON Schema regular expression.
    case bounded(ClosedRange<Int>, pattern: String = "^[0-9]+$")
    /// A number with two decimals.
    case money
    /// A number, or a string that holds one.
    case amount
    /// A boolean, or a string that holds one.
    case boolean
    /// Any value.
    case any
    case object(WireTable)
    /// An array of values of one kind, optionally with limits on its size and without duplicates.
    case array(of: Kind, sizes: ClosedRange<Int>? = nil, isSet: Bool = false)

    /// A string that a sandbox keeps and for which the documents give no maximum length.
    package static let keptText = text(0...keptLength)
    /// The same, or a whole number that stands for its digits.
    static let keptDigits = digits(maximumLength: keptLength)
  }

  /// The maximum length in characters of strings that a sandbox keeps, if the documents give none.
  package static let keptLength = 200

  /// The name on the wire.
  package let name: String
  /// Other spellings that are accepted.
  package let aliases: [String]
  package let kind: Kind
  package let isRequired: Bool
  /// A one-phrase description.
  package let about: String
  /// The section of the documents that describes it.
  package let source: String
  /// An example as JSON text.
  package let example: String
  /// The name in the form that the writer needs.
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
  /// Whether values are accepted in several forms: booleans and numbers may also be text.
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

/// The fields of a wire type, in wire order; a class so that one reference is copied.
package final class WireTable: Sendable {
  package let name: String
  package let fields: [WireField]
  /// The fields that are accepted in several forms.
  package let fieldsWithOtherForms: [WireField]
  /// The fields that hold objects with tables of their own.
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

  /// The path of the first field with a name in a value of this table, such as `/reserve/section`.
  func path(of name: String) -> String? {
    if fields.contains(where: { $0.name == name }) { return "/\(name)" }
    for field in fieldsWithObjects {
      guard let (table, isArray) = field.kind.table, let rest = table.path(of: name) else { continue }
      return "/\(field.name)\(isArray ? "/0" : "")\(rest)"
    }
    return nil
  }
}
