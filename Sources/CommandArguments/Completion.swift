/// What a shell can suggest for a word of a command line.
package struct Completion: Sendable, Hashable {
  /// Names of existing things that a shell can look up.
  enum Names: String, Sendable, Hashable {
    case files
    case folders
    /// A program, then files.
    case command
  }

  let values: [String]
  let names: Names?

  /// Nothing can be suggested.
  package static let none = Completion(values: [], names: nil)
  /// A file.
  package static let files = Completion(values: [], names: .files)
  /// A folder.
  package static let folders = Completion(values: [], names: .folders)
  static let command = Completion(values: [], names: .command)

  /// One of these values, made of letters, digits and other characters that no shell treats specially.
  package static func values(_ values: [String]) -> Completion { Completion(values: values, names: nil) }

  /// One of these values, or a file.
  package static func valuesOrFiles(_ values: [String]) -> Completion { Completion(values: values, names: .files) }

  var isNone: Bool { values.isEmpty && names == nil }
}
