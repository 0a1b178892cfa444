/// What must be hidden in a sandbox's requests, and how it is removed: one function for all outputs.
///
/// Three things are secret, wherever they occur and however they are escaped: card numbers, recognised by their check
/// digit (``CardNumbers``); security codes, by the name of the value (``SecretName``); and partner keys that look real
/// (``PartnerKey``). Anything the sandbox itself has issued is not secret, even though one in ten barcodes looks like a
/// card number.
///
/// Texts without secrets, which is nearly all of them, are scanned and returned unchanged.
package struct Secrets: Sendable {
  /// The replacement for a secret.
  static let blot = "***"

  /// Which members are secret because of their names.
  enum Scope {
    /// Cards, codes and keys: for what clients send.
    case everyName
    /// Only keys: for what the server says, which mentions cards without showing them.
    case keysOnly
  }

  /// The keys that are removed wherever they occur: those that look real.
  let keys: [BytePattern]
  private let isIssued: @Sendable (String) -> Bool

  /// Creates the secrets for requests with the given partner keys.
  ///
  /// - Parameters:
  ///   - keys: all keys that the requests contain or may contain.
  ///   - isIssued: whether digits were issued by the server itself, such as a barcode.
  package init(keys: [String], isIssued: @escaping @Sendable (String) -> Bool = { _ in false }) {
    self.keys = keys.filter(PartnerKey.looksReal).map { BytePattern($0.utf8) }
    self.isIssued = isIssued
  }

  /// Removes the secrets from a text of the server's, or from one value that a client sent.
  package func shown(_ text: String) -> String { shown(text, .keysOnly) }

  /// Removes the secrets from a text.
  func shown(_ text: String, _ scope: Scope) -> String {
    blotted(text, places(in: text, scope))
  }

  /// The ranges of secrets in a text.
  func places(in text: String, _ scope: Scope) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { places(in: $0, scope) }
  }

  /// The ranges of secrets in a text, escaped or not.
  ///
  /// Complexity: O(n) for a text of n bytes.
  func places(in text: UnsafeBufferPointer<UInt8>, _ scope: Scope) -> [Range<Int>] {
    var places: [Range<Int>] = []
    if Self.isHarmless(text) {
      for key in keys { places += key.places(in: text) }
      return places
    }
    EscapeLayer.forEach(of: text) { bytes, layer in
      let found = placesInLayer(bytes, scope)
      places += layer.map { found.map($0.origin) } ?? found
    }
    return places
  }

  /// Whether a text is neither long enough for a card number, nor names a value, nor is escaped, as nearly all single
  /// values are.
  private static func isHarmless(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for byte in text {
      if CardNumbers.isDigit(byte) {
        digits += 1
      } else if NamedValues.mayEndName(byte) || EscapeLayer.mayBeginEscape(byte) {
        return false
      }
    }
    return digits < CardNumbers.lengths.lowerBound
  }

  /// The digits of possible card numbers in a text, escaped or not.
  func cardNumbers(in text: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var numbers: [[UInt8]] = []
    EscapeLayer.forEach(of: text) { bytes, _ in
      numbers += CardNumbers.places(in: bytes).map { bytes[$0].filter(CardNumbers.isDigit) }
    }
    return numbers
  }

  private func placesInLayer(_ text: UnsafeBufferPointer<UInt8>, _ scope: Scope) -> [Range<Int>] {
    var places = CardNumbers.places(in: text, except: isIssued)
    places += NamedValues.places(in: text, scope)
    for key in keys { places += key.places(in: text) }
    return places
  }

  /// A text with the given ranges blotted out; they may overlap.
  func blotted(_ text: String, _ places: [Range<Int>]) -> String {
    places.isEmpty ? text : String(decoding: blotted(Array(text.utf8), places), as: UTF8.self)
  }

  /// Bytes with the given ranges blotted out; they may overlap.
  func blotted(_ text: [UInt8], _ places: [Range<Int>]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var end = 0
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if place.lowerBound >= end {
        kept += text[end..<place.lowerBound]
        kept += Array(Self.blot.utf8)
      }
      end = max(end, place.upperBound)
    }
    return kept + text[end...]
  }
}
