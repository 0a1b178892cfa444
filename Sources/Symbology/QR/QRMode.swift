/// How a QR code writes characters (ISO/IEC 18004, 7.4).
enum QRMode: Int, CaseIterable {
  case numeric, alphanumeric, byte

  /// The four bits that announce it.
  var indicator: Int { 1 << rawValue }

  /// How many bits count its characters in a version.
  func countBits(_ version: QRVersion) -> Int {
    let bits =
      switch self {
      case .numeric: [10, 12, 14]
      case .alphanumeric: [9, 11, 13]
      case .byte: [8, 16, 16]
      }
    return bits[version.number < 10 ? 0 : version.number < 27 ? 1 : 2]
  }

  /// The value of a byte in this mode; `nil` if it has none.
  func value(of byte: UInt8) -> Int? {
    switch self {
    case .numeric: (48...57).contains(byte) ? Int(byte) - 48 : nil
    case .alphanumeric: Self.alphanumerics.firstIndex(of: byte)
    case .byte: Int(byte)
    }
  }

  /// How many sixths of a bit a character takes, among others.
  var sixthsPerCharacter: Int {
    switch self {
    case .numeric: 20
    case .alphanumeric: 33
    case .byte: 48
    }
  }

  private static let alphanumerics = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
}
