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

/// `willcall token payload TOKEN`: what the symbol on the screen would hold.
struct TokenPayloadCommand: Command {
  static let name = "payload"
  static let abstract = "Print what an SDK would draw of a token at an instant."
  static let discussion = "Exit status 1 if the text is not a token."

  static var operand: Operand<Self>? {
    .one("token", help: TokenArgument.help) { $0.token = $1 }
  }

  static var options: [CommandOption<Self>] {
    [
      .option(
        "at", value: "time", expected: TimeArgument.expected,
        help: "The instant: RFC 3339 or Unix seconds. Default: now.", parse: TimeArgument.parse, set: { $0.at = $1 })
    ]
  }

  private var token = ""
  private var at: Instant?

  func run() throws(CommandFailure) {
    let reading = TokenReader.read(try TokenArgument.token(token))
    guard let entryToken = reading.token else {
      var reason = "nothing can be drawn"
      if case .notToken(let why) = reading.form { reason = why }
      throw .runtime("not a token: \(TerminalText.escaped(reason))")
    }
    let instant = at ?? Instant(secondsSinceEpoch: Int64(time(nil)))
    let drawing = EntryPayload.make(token: entryToken, at: instant)
    StandardStreams.output(TerminalText.escaped(drawing.payload))
    let redraw = drawing.secondsUntilRedraw.map { ", redrawn in \($0) s" } ?? ", never redrawn"
    StandardStreams.error("\(drawing.symbology.rawValue) at \(instant.rfc3339)\(redraw)")
  }
}
