import EventCatalogue
package import JSONText

/// Finds parts of a body whose form differs from the current documents': an old spelling, or a number as a string.
///
/// Reading accepts every form; this tells the client which ones it used.
package struct OtherForms {
  private static let limit = 4
  /// One sentence for each, but only a few.
  package private(set) var sentences: [String] = []

  /// Those sentences that are about outdated forms, rather than merely another name for the same thing.
  package private(set) var past: [String] = []

  /// Nothing noted yet.
  package init() {}

  /// Notes an alternative spelling.
  package mutating func note(_ alias: String, for field: WireField) {
    add("\(alias) was read as \(field.name): documents have used both; write \(field.name).")
  }

  /// Notes a form that is described by a sentence.
  ///
  /// - Parameter isPast: whether it is an outdated form.
  package mutating func add(_ sentence: String, isPast: Bool = true) {
    guard sentences.count < Self.limit else { return }
    sentences.append(sentence)
    if isPast { past.append(sentence) }
  }

  /// Searches an object for the fields of its table that are accepted in several forms.
  package mutating func look(through object: JSONValue, as table: WireTable) {
    guard object.kind == .object else { return }
    for field in table.fieldsWithOtherForms {
      var found = object[field.name]
      for alias in field.aliases where found == nil {
        found = object[alias]
        if let found { note(found.path, for: field) }
      }
      if let found { look(at: found, as: field.kind, of: field) }
    }
  }

  private mutating func look(at value: JSONValue, as kind: WireField.Kind, of field: WireField) {
    switch kind {
    case .object(let table):
      look(through: value, as: table)
    case .array(let element, _, _):
      guard value.kind == .array, element.hasOtherForms else { return }
      for member in value.elements { look(at: member, as: element, of: field) }
    default:
      guard let form = kind.textForm else { return }
      look(at: value, as: form, of: field)
    }
  }

  private mutating func look(at value: JSONValue, as form: WireField.Kind.TextForm, of field: WireField) {
    let isPrintedAsString = field.example.hasPrefix("\"")
    switch form {
    case .truth:
      if value.kind == .string, field.bool(value) != nil {
        add("\(value.path) is a string, where the documents show a boolean; both are accepted.")
      }
    case .wholeNumber, .count, .money:
      if let text = value.string, !isPrintedAsString, Money(decimal: text) != nil {
        add("\(value.path) is a string, where the documents show a number; both are accepted.")
      } else if value.kind == .number, isPrintedAsString {
        add("\(value.path) is a number, where the documents show a string; both are accepted.")
      }
    }
  }
}
