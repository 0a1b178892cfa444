import ArgumentParser
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
struct TokenPayloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payload", abstract: "Print what an SDK would draw of a token at an instant.",
    discussion: "Exit status 1 if the text is not a token.")

  @Argument(help: "The token, as an order or Secure Render answered it.")
  var token: String

  @Option(help: ArgumentHelp("The instant: RFC 3339 or Unix seconds. Default: now.", valueName: "time"))
  var at: TimeArgument?

  func run() throws {
    let reading = TokenReader.read(token)
    guard let entryToken = reading.token else {
      var reason = "nothing can be drawn"
      if case .notToken(let why) = reading.form { reason = why }
      throw CommandFailure.runtime("not a token: \(reason)")
    }
    let instant = at?.instant ?? Instant(secondsSinceEpoch: Int64(time(nil)))
    let drawing = EntryPayload.make(token: entryToken, at: instant)
    StandardStreams.output(drawing.payload)
    let redraw = drawing.secondsUntilRedraw.map { ", redrawn in \($0) s" } ?? ", never redrawn"
    StandardStreams.error("\(drawing.symbology.rawValue) at \(instant.rfc3339)\(redraw)")
  }
}
