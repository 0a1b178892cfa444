/// The origin of `--cors`.
enum OriginArgument {
  /// What the message about a bad one expects.
  static let expected = "an origin such as http://localhost:3000, or * for all, or none"
  /// What stands for no origin at all.
  static let none = "none"

  /// What a browser could send as `Origin`; pages of files send `null`.
  static func parse(_ text: String) -> String? {
    if ["*", "null", none].contains(text) { return text }
    let parts = text.split(separator: "://", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && !parts[1].contains("/") ? text : nil
  }
}
