public import HTTPTypes

/// The name of a header field that is looked for in every request, although few have it.
///
/// Finding that it is not there costs one comparison.
public struct RareName: Sendable {
  /// The name; `nil` if the text is no name.
  public let name: HTTPField.Name?
  let filter: NameFilter

  /// Creates a name.
  public init(_ text: String) {
    name = HTTPField.Name(text)
    filter = NameFilter([text])
  }
}

extension FieldSection {
  /// Whether there may be a field with a name; if not, there is none.
  func mayHave(_ rare: RareName) -> Bool { names.mayShare(with: rare.filter) }

  /// The value of the first field with a name.
  public func first(_ rare: RareName) -> String? {
    guard mayHave(rare), let name = rare.name else { return nil }
    return first(name)
  }
}
