/// A status, or a class of them.
struct StatusPattern: Hashable {
  private let statuses: ClosedRange<Int>
  /// As it was written.
  let text: String

  /// Reads `400` or `4xx`.
  init?(_ text: String) {
    self.text = text
    if text.count == 3, text.hasSuffix("xx"), let hundreds = text.first?.wholeNumberValue, (1...5).contains(hundreds) {
      statuses = (hundreds * 100)...(hundreds * 100 + 99)
    } else if let status = Int(text), (100...599).contains(status) {
      statuses = status...status
    } else {
      return nil
    }
  }

  /// Whether a status matches.
  func matches(_ status: Int) -> Bool { statuses.contains(status) }
}
