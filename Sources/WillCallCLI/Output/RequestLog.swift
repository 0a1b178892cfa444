import WillCall

/// Writes a line a request on standard error: aligned and coloured where a person sees it, plain elsewhere.
struct RequestLog: Sendable {
  private let isTerminal = StandardStreams.errorIsTerminal
  private let isStyled = StandardStreams.errorIsStyled
  private let hasHeaders: Bool

  /// - Parameter hasHeaders: whether the header fields follow.
  init(hasHeaders: Bool) {
    self.hasHeaders = hasHeaders
  }

  /// Writes the line.
  func write(_ record: RequestRecord) {
    let line = RequestLine(isAligned: isTerminal, isStyled: isStyled, hasHeaders: hasHeaders)
    // Elsewhere the lines of other programs are not far.
    StandardStreams.error((isTerminal ? "" : "willcall: ") + line.text(record))
  }
}
