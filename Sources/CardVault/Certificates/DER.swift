/// Writes the few forms of DER (ITU-T X.690) that a certificate needs; each function returns a complete element.
enum DER {
  /// The object identifiers in a certificate, each as its content bytes.
  enum Identifier {
    case sha256, rsaEncryption, sha256WithRSAEncryption
    case commonName, organization, organizationalUnit
    case basicConstraints, keyUsage

    fileprivate var content: [UInt8] {
      switch self {
      case .sha256: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]  // 2.16.840.1.101.3.4.2.1
      case .rsaEncryption: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]  // 1.2.840.113549.1.1.1
      case .sha256WithRSAEncryption: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B]  // 1.2.840.113549.1.1.11
      case .commonName: [0x55, 0x04, 0x03]  // 2.5.4.3
      case .organization: [0x55, 0x04, 0x0A]  // 2.5.4.10
      case .organizationalUnit: [0x55, 0x04, 0x0B]  // 2.5.4.11
      case .basicConstraints: [0x55, 0x1D, 0x13]  // 2.5.29.19
      case .keyUsage: [0x55, 0x1D, 0x0F]  // 2.5.29.15
      }
    }
  }

  static func sequence(_ elements: [UInt8]...) -> [UInt8] { element(0x30, elements.flatMap { $0 }) }

  static func set(_ elements: [UInt8]...) -> [UInt8] { element(0x31, elements.flatMap { $0 }) }

  /// An element with an explicit context-specific tag.
  static func tagged(_ number: UInt8, _ content: [UInt8]) -> [UInt8] { element(0xA0 | number, content) }

  static let null: [UInt8] = [0x05, 0x00]

  static let yes: [UInt8] = [0x01, 0x01, 0xFF]

  static func objectIdentifier(_ identifier: Identifier) -> [UInt8] { element(0x06, identifier.content) }

  /// A non-negative integer from its bytes, the most significant first.
  static func integer(_ bigEndian: [UInt8]) -> [UInt8] {
    let digits = bigEndian.drop { $0 == 0 }
    // If the top bit were set, the number would be negative.
    return element(0x02, (digits.first ?? 0xFF) < 0x80 ? Array(digits) : [0x00] + digits)
  }

  static func integer(_ number: UInt64) -> [UInt8] { integer(Natural(words: [number]).bigEndian) }

  static func octetString(_ content: [UInt8]) -> [UInt8] { element(0x04, content) }

  /// A bit string, in which the last bits of the last byte may be unused.
  static func bitString(_ content: [UInt8], unusedBits: UInt8 = 0) -> [UInt8] { element(0x03, [unusedBits] + content) }

  static func utf8String(_ text: String) -> [UInt8] { element(0x0C, Array(text.utf8)) }

  /// A time with a two- or four-digit year, in the form of RFC 5280 section 4.1.2.5.
  static func time(_ text: String, hasFullYear: Bool) -> [UInt8] {
    element(hasFullYear ? 0x18 : 0x17, Array(text.utf8))
  }

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = Natural(words: [UInt64(content.count)]).bigEndian.drop { $0 == 0 }
    let head = content.count < 0x80 ? [UInt8(content.count)] : [0x80 | UInt8(length.count)] + length
    return [tag] + head + content
  }
}
