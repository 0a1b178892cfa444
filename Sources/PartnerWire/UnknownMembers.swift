package import JSONText

/// Finds members of a body that are not in its table: they are ignored, and this tells the client so.
package struct UnknownMembers {
  private static let limit = 4
  /// The unknown members: where each one is and what was probably meant.
  package private(set) var found: [String] = []
  private var isCut = false

  /// Nothing found yet.
  package init() {}

  /// One sentence; `nil` if all members are known.
  package var sentence: String? {
    guard !found.isEmpty else { return nil }
    return "Ignored, because no document mentions it: \(found.joined(separator: ", "))\(isCut ? " and more" : "")."
  }

  /// Searches a body as far as its table describes it.
  ///
  /// - Parameter ignoringCase: whether the names are compared without case.
  package mutating func look(through object: JSONValue, as table: WireTable, ignoringCase: Bool = false) {
    look(through: object, as: table, of: table, ignoringCase)
  }

  private mutating func look(
    through object: JSONValue, as table: WireTable, of body: WireTable, _ ignoringCase: Bool
  ) {
    // A table without fields says nothing about which members are allowed.
    guard !isCut, object.kind == .object, !table.fields.isEmpty else { return }
    for (name, value) in object.members(unknownTo: table.names, limit: 32) {
      if ignoringCase, table.names.names.contains(where: { $0.lowercased() == name.lowercased() }) { continue }
      note(name, value, in: table, of: body)
    }
    for field in table.fieldsWithObjects {
      guard let value = object[field.name] else { continue }
      look(at: value, as: field.kind, of: body, ignoringCase)
    }
  }

  private mutating func look(
    at value: JSONValue, as kind: WireField.Kind, of body: WireTable, _ ignoringCase: Bool
  ) {
    switch kind {
    case .object(let table):
      look(through: value, as: table, of: body, ignoringCase)
    case .array(let element, _, _):
      for member in value.elements where !isCut { look(at: member, as: element, of: body, ignoringCase) }
    default: break
    }
  }

  private mutating func note(_ name: String, _ value: JSONValue, in table: WireTable, of body: WireTable) {
    guard found.count < Self.limit else {
      isCut = true
      return
    }
    let path = value.path
    let shown = path.unicodeScalars.count <= 60 ? path : "\(String(path.unicodeScalars.prefix(57)))..."
    if let place = body.path(of: name) {
      found.append("\(shown) (it belongs at \(place))")
    } else if let meant = Spelling.nearest(to: name, among: table.fields.map(\.name)) {
      found.append("\(shown) (did you mean \(meant)?)")
    } else {
      found.append(shown)
    }
  }
}
