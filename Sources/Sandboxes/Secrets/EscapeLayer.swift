/// A text with one level of escapes (percent-encoding and JSON backslashes) resolved, and the origin of each byte.
///
/// Only for searching: anything that could be an escape is treated as one, in any kind of text.
struct EscapeLayer {
  /// The bytes.
  private(set) var bytes: [UInt8] = []
  /// Where each byte begins in the original text, and where the text ends.
  private var starts: [Int] = []

  /// How many times a text's escapes are resolved, for values in URLs in JSON in JSON.
  private static let depthLimit = 3

  /// Examines a text as it is, and then each of its layers.
  ///
  /// All of them count: `%34111…` contains a number only once resolved, and `%4111…` only before.
  static func forEach(
    of text: UnsafeBufferPointer<UInt8>, _ look: (UnsafeBufferPointer<UInt8>, EscapeLayer?) -> Void
  ) {
    look(text, nil)
    var layer = EscapeLayer(of: text)
    for _ in 0..<depthLimit {
      guard let resolved = layer else { return }
      layer = resolved.bytes.withUnsafeBufferPointer { bytes in
        look(bytes, resolved)
        return EscapeLayer(of: bytes, in: resolved)
      }
    }
  }

  /// Resolves the escapes of a text; `nil` if it has none.
  ///
  /// - Parameter layer: the layer that the text belongs to, unless it is the original.
  @inline(never)  // For texts that are rarely escaped, one copy of its code is enough.
  init?(of text: UnsafeBufferPointer<UInt8>, in layer: EscapeLayer? = nil) {
    guard text.contains(where: Self.mayBeginEscape) else { return nil }
    bytes.reserveCapacity(text.count)
    starts.reserveCapacity(text.count + 1)
    var isEscaped = false
    var index = 0
    while index < text.count {
      let start = layer.map { $0.starts[index] } ?? index
      if let (resolved, length) = Self.escape(in: text, at: index) {
        isEscaped = true
        for byte in resolved { add(byte, from: start) }
        index += length
      } else {
        add(text[index], from: start)
        index += 1
      }
    }
    starts.append(layer.map { $0.starts[text.count] } ?? text.count)
    if !isEscaped { return nil }
  }

  /// The range in the original text of a range of this layer.
  func origin(_ place: Range<Int>) -> Range<Int> { starts[place.lowerBound]..<starts[place.upperBound] }

  private mutating func add(_ byte: UInt8, from start: Int) {
    bytes.append(byte)
    starts.append(start)
  }

  /// Whether an escape may begin with this byte.
  static func mayBeginEscape(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\") }

  /// The bytes that an escape stands for, and its length.
  private static func escape(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> ([UInt8], length: Int)? {
    switch text[index] {
    case UInt8(ascii: "%"):
      return number(in: text, at: index + 1, digits: 2).map { ([UInt8($0)], 3) }
    case UInt8(ascii: "\\"):
      guard index + 1 < text.count else { return nil }
      switch text[index + 1] {
      case UInt8(ascii: "u"):
        // Half of a surrogate pair is never part of a secret.
        let scalar = number(in: text, at: index + 2, digits: 4).flatMap(Unicode.Scalar.init)
        return scalar.map { (Array(String($0).utf8), 6) }
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return ([text[index + 1]], 2)
      case UInt8(ascii: "n"): return ([0x0A], 2)
      case UInt8(ascii: "r"): return ([0x0D], 2)
      case UInt8(ascii: "t"): return ([0x09], 2)
      default: return nil
      }
    default: return nil
    }
  }

  private static func number(in text: UnsafeBufferPointer<UInt8>, at index: Int, digits: Int) -> UInt32? {
    guard index + digits <= text.count else { return nil }
    return text[index..<(index + digits)].reduce(0) { (value: UInt32?, byte) in
      guard let value, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      return value * 16 + UInt32(digit)
    }
  }
}
