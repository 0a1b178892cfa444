/// Text from outside, made fit to be shown in one line.
enum PrintableText {
  /// Writes what is not to be seen as JSON would escape it: `\n`, `\u001b`, `\u202e`.
  ///
  /// That is control characters, separators of lines and paragraphs, marks that change the direction of text, and what
  /// no character will ever be.
  static func escape(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnfit) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isUnfit(scalar) else {
        escaped.append(scalar)
        continue
      }
      switch scalar {
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
      default: escaped.append(contentsOf: "\\u\(hexadecimal(scalar))".unicodeScalars)
      }
    }
    return String(escaped)
  }

  /// Whether a character could do something to a reader besides being read.
  static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xFDD0...0xFDEF, 0xFEFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
