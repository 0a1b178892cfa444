import EntryCode
import Symbology

/// A symbol on standard output.
enum SymbolLines {
  /// The lines to print; where styles are shown, in black on white, whatever the terminal's colours are.
  static func lines(of symbol: Symbol, on background: SymbolText.Background = .dark) -> [String] {
    guard StandardStreams.outputIsStyled else { return SymbolText.lines(of: symbol, on: background) }
    return SymbolText.lines(of: symbol, on: .light).map { "\u{1B}[30;107m\($0)\u{1B}[0m" }
  }

  /// Prints what an SDK draws, if standard output is a terminal.
  ///
  /// - Throws: `SymbologyError` if it is too long.
  static func show(_ drawing: Drawing) throws(SymbologyError) {
    guard StandardStreams.outputIsTerminal, let kind = Symbol.Kind(drawing.symbology) else { return }
    StandardStreams.output("")
    for line in lines(of: try Symbol.drawing(drawing.payload, as: kind)) { StandardStreams.output("   \(line)") }
  }
}
