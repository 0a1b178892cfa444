/// Draws a symbol with the block characters of a terminal, whose cells are about twice as tall as wide.
///
/// A cell shows two modules of a PDF417 row side by side, or two modules of a QR code one above the other. So a row of
/// PDF417 is two modules tall for each one that it is wide, and five columns of codewords fit 80 columns of text.
public enum SymbolText {
  /// What the terminal's background looks like.
  public enum Background: Sendable, Hashable, CaseIterable {
    /// Light modules are drawn.
    case dark
    /// Dark modules are drawn.
    case light
  }

  /// The lines, all of the same length, with the quiet zone.
  public static func lines(of symbol: Symbol, on background: Background) -> [String] {
    let isDrawn = background == .light
    func cell(_ row: Int, _ column: Int) -> Bool { symbol[row, column] == isDrawn }
    switch symbol.kind {
    case .pdf417:
      // One line above and below is as wide as four modules.
      let margin = symbol.quietZone
      return (-1...symbol.rowCount).map { row in
        stride(from: -margin, to: symbol.width + margin, by: 2).map { column in
          character(cell(row, column), cell(row, column + 1), halves: "▌▐")
        }.reduce(into: "") { $0.append($1) }
      }
    case .qrCode:
      let margin = symbol.quietZone
      return stride(from: -margin, to: symbol.rowCount + margin, by: 2).map { row in
        (-margin..<symbol.width + margin).map { column in
          character(cell(row, column), cell(row + 1, column), halves: "▀▄")
        }.reduce(into: "") { $0.append($1) }
      }
    }
  }

  private static func character(_ first: Bool, _ second: Bool, halves: String) -> Character {
    switch (first, second) {
    case (true, true): "█"
    case (true, false): halves.first ?? "█"
    case (false, true): halves.last ?? "█"
    case (false, false): " "
    }
  }
}
