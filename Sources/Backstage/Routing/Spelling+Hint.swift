import JSONText

extension Spelling {
  /// What is appended to a name that was found in vain: the nearest of the right ones, or nothing if none is near.
  static func hint(for name: String, among names: [String]) -> String {
    nearest(to: name, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
  }
}
