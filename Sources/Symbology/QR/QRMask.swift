/// The eight patterns of which one is laid over the data (ISO/IEC 18004, table 10).
enum QRMask: Int, CaseIterable {
  case checkers, rows, columns, diagonals, bricks, crosses, diamonds, meadow

  /// Whether it inverts a module.
  func inverts(row: Int, column: Int) -> Bool {
    switch self {
    case .checkers: (row + column) % 2 == 0
    case .rows: row % 2 == 0
    case .columns: column % 3 == 0
    case .diagonals: (row + column) % 3 == 0
    case .bricks: (row / 2 + column / 3) % 2 == 0
    case .crosses: row * column % 2 + row * column % 3 == 0
    case .diamonds: (row * column % 2 + row * column % 3) % 2 == 0
    case .meadow: ((row + column) % 2 + row * column % 3) % 2 == 0
    }
  }
}
