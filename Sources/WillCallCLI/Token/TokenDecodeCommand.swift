import CommandArguments
import SafeTix

/// `willcall token decode TOKEN`: the fields of a token and what each SDK makes of it.
struct TokenDecodeCommand: Command {
  static let name = "decode"
  static let abstract = "Print the fields of a token and what each SDK would draw."
  static let discussion = "Exit status 1 if the text is not a token."

  static var operand: Operand<Self>? {
    .one("token", help: TokenArgument.help) { $0.token = $1 }
  }

  private var token = ""

  func run() throws(CommandFailure) {
    let reading = TokenReader.read(try TokenArgument.token(token))
    if case .notToken(let reason) = reading.form { throw .runtime("not a token: \(TerminalText.escaped(reason))") }
    var lines = [("form", "\(reading.form)")]
    if let token = reading.token {
      lines += [
        ("b", token.barcode), ("t", token.rawToken), ("ck", token.customerKey), ("ek", token.eventKey),
        ("rt", token.renderType?.rawValue),
      ].compactMap { name, value in value.map { (name, $0) } }
    }
    lines += [("web", "\(reading.web)"), ("iOS", "\(reading.iOS)"), ("Android", "\(reading.android)")]
    lines += reading.warnings.map { ("note", $0) }
    for (name, value) in lines {
      // Anybody can make a token and put control characters into it.
      let shown = TerminalText.escaped(value)
      let head = name + String(repeating: " ", count: max(1, 9 - name.count))
      let lines = name == "note" ? TerminalText.wrapped(shown, from: 9, indent: 9) : [shown]
      StandardStreams.output(head + lines.joined(separator: "\n"))
    }
  }
}
