import CommandArguments
import Determinism
import EntryCode
import Symbology

/// `willcall token draw TOKEN`: the symbol on the screen.
struct TokenDrawCommand: Command {
  static let name = "draw"
  static let abstract = "Draw the symbol that an SDK would draw for a token at a given time."
  static let discussion = """
    Draws with block characters on the terminal; a rotating code is 71 columns wide.
    Exit status 1 if the text is not a token, or has no symbol.
    """

  static var operand: Operand<Self>? {
    .one("token", help: TokenArgument.help) { $0.token = $1 }
  }

  static var options: [CommandOption<Self>] {
    [
      .option(
        "at", value: "time", expected: TimeArgument.expected,
        help: "The time: RFC 3339 or Unix seconds. Default: now.", parse: TimeArgument.parse, set: { $0.at = $1 }),
      .option(
        "svg", value: "file", expected: "a path", help: "Write it to this file as SVG instead.",
        parse: { $0.isEmpty ? nil : $0 }, set: { $0.file = $1 }),
      .option(
        "as", value: "kind", expected: kinds,
        help: "Draw the text itself as a symbol of this kind (\(kinds)), whether it is a token or not.",
        parse: Symbol.Kind.init(rawValue:), set: { $0.kind = $1 }),
      .flag(
        "light", help: "Draw for a terminal with a light background that shows no colors.", set: { $0.isLight = true }),
    ]
  }

  private static let kinds = Symbol.Kind.allCases.map(\.rawValue).joined(separator: " or ")

  private var token = ""
  private var at: Instant?
  private var file: String?
  private var kind: Symbol.Kind?
  private var isLight = false

  func run() throws(CommandFailure) {
    let text = try kind == nil ? TokenArgument.token(token) : TokenArgument.text(token)
    let payload: String
    let kind: Symbol.Kind
    let summary: String
    if let wish = self.kind {
      (payload, kind, summary) = (text, wish, wish == .pdf417 ? "PDF417" : "QR code")
    } else {
      let (drawing, instant) = try TokenText.drawing(text, at: at)
      guard let drawn = Symbol.Kind(drawing.symbology) else {
        throw .runtime("no symbol: the SDKs show the text \"\(TerminalText.escaped(drawing.payload))\"")
      }
      (payload, kind, summary) = (drawing.payload, drawn, TokenText.summary(of: drawing, at: instant))
    }
    let symbol: Symbol
    do throws(SymbologyError) {
      symbol = try Symbol.drawing(payload, as: kind)
    } catch {
      throw .runtime("\(error)")
    }
    if let file {
      try OutputFile.write(SymbolSVG.document(of: symbol, title: summary), to: file)
    } else {
      for line in SymbolLines.lines(of: symbol, on: isLight ? .light : .dark) { StandardStreams.output(line) }
    }
    StandardStreams.error(summary)
  }
}

extension Symbol.Kind {
  /// The kind of symbol drawn; `nil` for a text.
  init?(_ symbology: Drawing.Symbology) {
    switch symbology {
    case .pdf417: self = .pdf417
    case .qrCode: self = .qrCode
    case .errorText: return nil
    }
  }
}
