/// A drawn code as a grid of dark and light modules, without its quiet zone.
public struct Symbol: Sendable, Hashable {
  /// The kinds of symbols that are drawn here.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// PDF417 (ISO/IEC 15438): rows of bars.
    case pdf417
    /// A QR code (ISO/IEC 18004).
    case qrCode = "qr"
  }

  /// Which kind it is.
  public let kind: Kind
  /// How many modules a row has.
  public let width: Int
  /// How many rows there are.
  public let rowCount: Int
  /// How tall a row is, in the widths of a module.
  public let rowHeight: Int
  private let modules: [Bool]

  /// Makes a symbol of its rows, each of the same width; `true` is dark.
  init(_ kind: Kind, width: Int, rowHeight: Int, modules: [Bool]) {
    self.kind = kind
    self.width = width
    self.rowHeight = rowHeight
    self.modules = modules
    rowCount = width > 0 ? modules.count / width : 0
  }

  /// How wide a margin the standard asks for on each side, in the widths of a module.
  public var quietZone: Int {
    switch kind {
    case .pdf417: 2
    case .qrCode: 4
    }
  }

  /// Whether a module is dark; outside of the symbol all are light.
  public subscript(row: Int, column: Int) -> Bool {
    guard (0..<rowCount).contains(row), (0..<width).contains(column) else { return false }
    return modules[row * width + column]
  }
}
