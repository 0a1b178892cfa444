/// The origin of `--cors`.
enum OriginArgument {
  /// What the message about an invalid value says is expected.
  static let expected = "an origin such as http://localhost:3000, or * for all, or none"
  /// What stands for no origin at all.
  static let none = "none"

  /// Reads what a browser could send as `Origin`; pages opened from files send `null`.
  static func parse(_ text: String) -> String? {
    if ["*", "null", none].contains(text) { return text }
    let parts = text.split(separator: "://", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && !parts[1].contains("/") ? text : nil
  }
}
