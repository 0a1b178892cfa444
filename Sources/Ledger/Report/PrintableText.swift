/// Makes text from outside fit to be shown on one line.
enum PrintableText {
  /// Writes invisible characters as shell-style escapes: `\n`, `\u001b`, `\U0001ffff`.
  ///
  /// These are control characters, line and paragraph separators, marks that change the direction of text, and
  /// noncharacters.
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
      default: escaped.append(contentsOf: "\\\(scalar.value > 0xFFFF ? "U" : "u")\(hexadecimal(scalar))".unicodeScalars)
      }
    }
    return String(escaped)
  }

  /// Breaks up what a build log would take for a command: `::error::` at the start of a word, `##vso[` anywhere.
  ///
  /// Use it for printed lines: the runners of GitHub, Azure and TeamCity read what a step writes.
  static func disarm(_ text: some StringProtocol) -> String {
    var disarmed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "#", disarmed.last == "#" { disarmed.append("\\") }
      disarmed.append(scalar)
    }
    return text.hasPrefix("::") ? "\\" + String(disarmed) : String(disarmed)
  }

  /// Whether a character could do anything other than be read.
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
    let width = scalar.value > 0xFFFF ? 8 : 4
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
