/// How much of a QR code can be damaged and still be read.
public enum QRLevel: Int, Sendable, Hashable, CaseIterable {
  /// About 7 %.
  case low
  /// About 15 %.
  case medium
  /// About 25 %.
  case quartile
  /// About 30 %.
  case high

  /// The two bits that stand for it in the format information.
  var formatBits: UInt32 {
    switch self {
    case .low: 1
    case .medium: 0
    case .quartile: 3
    case .high: 2
    }
  }
}
