/// The pause between two steps of a walkthrough.
enum Pace: Sendable, Hashable {
  case none
  case pause(Duration)
  /// Wait until somebody presses a key.
  case key

  /// What the message about an invalid value says is expected.
  static let expected = "a number of seconds from 0 to 3600, or key"

  /// - Returns: `nil` for anything else.
  static func parse(_ text: String) -> Pace? {
    if text == "key" { return .key }
    guard let seconds = Double(text), (0...3600).contains(seconds) else { return nil }
    return .pause(.milliseconds(Int64(seconds * 1000)))
  }

  /// Returns when it is time for the next step.
  ///
  /// - Throws: ``CommandFailure`` if the user quits at the prompt.
  func wait() throws(CommandFailure) {
    switch self {
    case .none: break
    case .pause(let duration): Keyboard.pause(duration)
    case .key: try Keyboard.waitForKey(prompt: "   (press a key for the next step, q to quit)")
    }
  }
}
