/// What must not be seen of a sandbox's requests, and how it is taken out: one function for every door.
///
/// Three things are secret, wherever they stand and however they are escaped: card numbers, by their check digit
/// (``CardNumbers``); security codes, by the name of what holds them (``SecretName``); and partner keys that look real
/// (``PartnerKey``). What the sandbox itself has issued is not secret, though one in ten barcodes looks like a card
/// number.
///
/// Texts without secrets, which is nearly all of them, are looked through and come back as they are.
package struct Secrets: Sendable {
  /// What stands where a secret was.
  static let blot = "***"

  /// Which members hold a secret by their name.
  enum Scope {
    /// Cards, codes and keys: in what clients send.
    case everyName
    /// Keys alone: in what the server says, which names cards without showing them.
    case keysOnly
  }

  /// The keys that are taken out wherever they stand: those that look real.
  let keys: [BytePattern]
  private let isIssued: @Sendable (String) -> Bool

  /// The secrets of requests with some partner keys.
  ///
  /// - Parameters:
  ///   - keys: all keys that the requests carry or may carry.
  ///   - isIssued: whether digits are something that the server gave out itself, such as a barcode.
  package init(keys: [String], isIssued: @escaping @Sendable (String) -> Bool = { _ in false }) {
    self.keys = keys.filter(PartnerKey.looksReal).map { BytePattern($0.utf8) }
    self.isIssued = isIssued
  }

  /// A text of the server's, or one value that a client sent, without secrets.
  package func shown(_ text: String) -> String { shown(text, .keysOnly) }

  /// A text without secrets.
  func shown(_ text: String, _ scope: Scope) -> String {
    blotted(text, places(in: text, scope))
  }

  /// Where secrets stand in a text.
  func places(in text: String, _ scope: Scope) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { places(in: $0, scope) }
  }

  /// Where secrets stand in a text, escaped or not.
  ///
  /// Complexity: O(n) for a text of n bytes.
  func places(in text: UnsafeBufferPointer<UInt8>, _ scope: Scope) -> [Range<Int>] {
    var places: [Range<Int>] = []
    EscapeLayer.forEach(of: text) { bytes, layer in
      let found = placesInLayer(bytes, scope)
      places += layer.map { found.map($0.origin) } ?? found
    }
    return places
  }

  /// The digits of what could be card numbers in a text, escaped or not.
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

  /// A text with places blotted out, which may overlap.
  func blotted(_ text: String, _ places: [Range<Int>]) -> String {
    places.isEmpty ? text : String(decoding: blotted(Array(text.utf8), places), as: UTF8.self)
  }

  /// Bytes with places blotted out, which may overlap.
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
