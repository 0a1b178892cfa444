import JSONText

/// The structure of a JSON value: which paths it has and what kinds of values stand there; `[]` for any element.
struct JSONShape {
  private(set) var kinds: [String: Set<String>] = [:]

  init(_ value: JSONValue) {
    add(value, at: "")
  }

  private mutating func add(_ value: JSONValue, at path: String) {
    kinds[path.isEmpty ? "/" : path, default: []].insert("\(value.kind)")
    for element in value.elements { add(element, at: path + "/[]") }
    for (key, member) in value.members { add(member, at: "\(path)/\(key)") }
  }

  /// Paths of another shape that this one lacks.
  func missing(from other: JSONShape) -> Set<String> {
    Set(other.kinds.keys).subtracting(kinds.keys)
  }

  /// Paths that both have but with other kinds of values.
  func differing(from other: JSONShape) -> Set<String> {
    Set(kinds.filter { path, found in other.kinds[path].map { $0 != found } ?? false }.keys)
  }
}
