/// What a word of a command line can be, as far as a shell can know.
package struct Completion: Sendable, Hashable {
  /// Names of what is there.
  enum Names: String, Sendable, Hashable {
    case files
    case folders
    /// A program, and then files.
    case command
  }

  let values: [String]
  let names: Names?

  /// Nobody knows.
  package static let none = Completion(values: [], names: nil)
  /// A file.
  package static let files = Completion(values: [], names: .files)
  /// A folder.
  package static let folders = Completion(values: [], names: .folders)
  static let command = Completion(values: [], names: .command)

  /// One of these, of letters, digits and what no shell takes for something else.
  package static func values(_ values: [String]) -> Completion { Completion(values: values, names: nil) }

  /// One of these, or a file.
  package static func valuesOrFiles(_ values: [String]) -> Completion { Completion(values: values, names: .files) }

  var isNone: Bool { values.isEmpty && names == nil }
}
