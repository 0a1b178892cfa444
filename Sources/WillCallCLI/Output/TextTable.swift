import CommandArguments

/// A table for people, at most 80 columns wide.
struct TextTable {
  /// A column of a table.
  struct Column {
    let title: String
    let isNumber: Bool
    /// The width to which its cells may be cut if the table would be too wide; `nil` if they are never cut.
    let least: Int?

    init(_ title: String, isNumber: Bool = false, least: Int? = nil) {
      (self.title, self.isNumber, self.least) = (title, isNumber, least)
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row of as many cells as there are columns.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(TerminalText.escaped))
  }

  /// The heading and the rows.
  var lines: [String] {
    let all = [columns.map(\.title)] + rows
    var widths = columns.indices.map { place in all.map { $0[place].count }.max() ?? 0 }
    while widths.reduce(widths.count - 1, +) > TerminalText.width {
      // Shrink the widest column that may shrink.
      let places = columns.indices.filter { place in columns[place].least.map { widths[place] > $0 } ?? false }
      guard let widest = places.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return all.map { row in
      let cells = zip(columns.indices, row).map { place, cell in
        let text = columns[place].least != nil ? TerminalText.shortened(cell, to: widths[place]) : cell
        let blanks = String(repeating: " ", count: max(0, widths[place] - text.count))
        return columns[place].isNumber ? blanks + text : text + blanks
      }
      var line = cells.joined(separator: " ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
