import ArgumentParser
import SafeTix

/// `willcall token decode TOKEN`: the fields of a token and what each SDK makes of it.
struct TokenDecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode", abstract: "Print the fields of a token and what each SDK would draw.",
    discussion: "Exit status 1 if the text is not a token.")

  @Argument(help: "The token, as an order or Secure Render answered it.")
  var token: String

  func run() throws {
    let reading = TokenReader.read(token)
    if case .notToken(let reason) = reading.form { throw CommandFailure.runtime("not a token: \(reason)") }
    var lines = [("form", "\(reading.form)")]
    if let token = reading.token {
      lines += [
        ("b", token.barcode), ("t", token.rawToken), ("ck", token.customerKey), ("ek", token.eventKey),
        ("rt", token.renderType?.rawValue),
      ].compactMap { name, value in value.map { (name, $0) } }
    }
    lines += [("web", "\(reading.web)"), ("iOS", "\(reading.iOS)"), ("Android", "\(reading.android)")]
    for (name, value) in lines {
      StandardStreams.output(name + String(repeating: " ", count: max(1, 9 - name.count)) + value)
    }
    for warning in reading.warnings { StandardStreams.output("note     \(warning)") }
  }
}
