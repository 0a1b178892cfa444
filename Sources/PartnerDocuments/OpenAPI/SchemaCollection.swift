import PartnerWire

/// The wire types that a document refers to, each once, in order of name.
struct SchemaCollection {
  private(set) var tables: [String: (table: WireTable, direction: SchemaWriter.Direction)] = [:]

  /// The names in the order of publication.
  var names: [String] { tables.keys.sorted() }

  /// Adds a table and all tables that its fields refer to.
  mutating func add(_ table: WireTable, _ direction: SchemaWriter.Direction) {
    guard tables.updateValue((table, direction), forKey: table.name) == nil else { return }
    for field in table.fields { add(field.kind, direction) }
  }

  private mutating func add(_ kind: WireField.Kind, _ direction: SchemaWriter.Direction) {
    switch kind {
    case .object(let table): add(table, direction)
    case .array(of: let element, _, _): add(element, direction)
    default: break
    }
  }
}
