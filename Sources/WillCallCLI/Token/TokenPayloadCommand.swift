import CommandArguments
import Determinism
import EntryCode

/// `willcall token payload TOKEN`: what the symbol on the screen would contain.
struct TokenPayloadCommand: Command {
  static let name = "payload"
  static let abstract = "Print what an SDK would draw for a token at a given time."
  static let discussion = "Exit status 1 if the text is not a token."

  static var operand: Operand<Self>? {
    .one("token", help: TokenArgument.help) { $0.token = $1 }
  }

  static var options: [CommandOption<Self>] {
    [
      .option(
        "at", value: "time", expected: TimeArgument.expected,
        help: "The time: RFC 3339 or Unix seconds. Default: now.", parse: TimeArgument.parse, set: { $0.at = $1 })
    ]
  }

  private var token = ""
  private var at: Instant?

  func run() throws(CommandFailure) {
    let (drawing, instant) = try TokenText.drawing(try TokenArgument.token(token), at: at)
    StandardStreams.output(TerminalText.escaped(drawing.payload))
    StandardStreams.error(TokenText.summary(of: drawing, at: instant))
  }
}
