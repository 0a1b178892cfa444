import WillCall

/// Writes one line per request to standard error: aligned and coloured in a terminal, plain elsewhere.
struct RequestLog: Sendable {
  private let isTerminal = StandardStreams.errorIsTerminal
  private let isStyled = StandardStreams.errorIsStyled
  private let hasHeaders: Bool

  /// - Parameter hasHeaders: whether lines with the header fields follow.
  init(hasHeaders: Bool) {
    self.hasHeaders = hasHeaders
  }

  /// Writes the line.
  func write(_ record: RequestRecord) {
    let line = RequestLine(isAligned: isTerminal, isStyled: isStyled, hasHeaders: hasHeaders)
    // Elsewhere, the lines may be mixed with those of other programs.
    StandardStreams.error((isTerminal ? "" : "willcall: ") + line.text(record))
  }
}
