import Symbology

/// A symbol on standard output.
enum SymbolLines {
  /// The lines to print: where styles are shown in black on white, whatever the terminal's colors are.
  static func lines(of symbol: Symbol, on background: SymbolText.Background = .dark) -> [String] {
    guard StandardStreams.outputIsStyled else { return SymbolText.lines(of: symbol, on: background) }
    return SymbolText.lines(of: symbol, on: .light).map { "\u{1B}[30;107m\($0)\u{1B}[0m" }
  }
}
