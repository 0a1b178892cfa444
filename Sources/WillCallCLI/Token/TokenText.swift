import CommandArguments
import Determinism
import EntryCode
import SafeTix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A token on the command line, and what an SDK draws from it.
enum TokenText {
  /// What is drawn at an instant; `nil` means now.
  ///
  /// - Throws: ``CommandFailure`` if the text is not a token.
  static func drawing(_ text: String, at instant: Instant?) throws(CommandFailure) -> (Drawing, Instant) {
    let reading = TokenReader.read(text)
    guard let token = reading.token else {
      var reason = "nothing can be drawn"
      if case .notToken(let why) = reading.form { reason = why }
      throw .runtime("not a token: \(TerminalText.escaped(reason))")
    }
    let instant = instant ?? Instant(secondsSinceEpoch: Int64(time(nil)))
    return (EntryPayload.make(token: token, at: instant), instant)
  }

  /// Describes a drawing and how long it is valid, such as `PDF417 at 2026-12-01T18:00:00Z, redrawn in 15 s`.
  static func summary(of drawing: Drawing, at instant: Instant) -> String {
    let redraw = drawing.secondsUntilRedraw.map { ", redrawn in \($0) s" } ?? ", never redrawn"
    return "\(drawing.symbology.rawValue) at \(instant.rfc3339)\(redraw)"
  }
}
