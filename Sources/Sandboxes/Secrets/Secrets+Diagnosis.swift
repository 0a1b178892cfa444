package import HTTPWire

/// Removes from sentences about a request the secrets that it sent.
extension Secrets {
  /// How many digits or letters may remain of a secret that was cut off in a sentence; a receipt prints six.
  private static let harmlessLength = 6

  /// The maximum length of a sentence in bytes; it may repeat a long value, of which this much is enough.
  private static let longestSentence = 2000

  private static let expected = BytePattern(": expected ".utf8)
  private static let found = BytePattern(", found ".utf8)
  private static let sentenceEnd = BytePattern(". ".utf8)

  /// A diagnosis without secrets.
  ///
  /// - Parameter request: the request that it is about. Because a sentence cuts long values, it may contain only the
  ///   beginning of a number, which is not recognisable by itself.
  package func shown(diagnosis sentence: String, of request: Request?) -> String {
    let isLong = sentence.utf8.count > Self.longestSentence
    var beginning = isLong ? String(decoding: sentence.utf8.prefix(Self.longestSentence), as: UTF8.self) : sentence
    if isLong { beginning += "…" }
    let places = beginning.withUTF8 { self.places(in: $0, .keysOnly) + codes(in: $0) }
    let text = blotted(beginning, places)
    return blotted(text, cutSecrets(in: text, request))
  }

  /// The values found in place of a security code: `/payment/card/cin: expected a string, found 12.5`.
  private func codes(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard let expected = Self.expected.places(in: text).first else { return [] }
    let name = text[..<expected.lowerBound].split(separator: UInt8(ascii: "/")).last ?? text[0..<0]
    guard case .card? = SecretName(name) else { return [] }
    let founds = Self.found.places(in: text).filter { $0.lowerBound >= expected.upperBound }
    guard let found = founds.first?.upperBound else { return [] }
    let end = Self.sentenceEnd.places(in: text).first { $0.lowerBound >= found }?.lowerBound ?? text.count
    // If only the kind of value is named, there is neither a digit nor a quotation mark.
    guard text[found..<end].contains(where: { CardNumbers.isDigit($0) || $0 == UInt8(ascii: "\"") }) else { return [] }
    return [found..<end]
  }

  /// The ranges of a text that contain the beginning of a number sent in the request, or of a key.
  private func cutSecrets(in text: String, _ request: Request?) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var text = text
    text.withUTF8 { text in
      for key in keys {
        for place in BytePattern(key.bytes.prefix(Self.harmlessLength + 2)).places(in: text) {
          let same = zip(text[place.lowerBound...], key.bytes).prefix { $0 == $1 }.count
          places.append(place.lowerBound..<(place.lowerBound + same))
        }
      }
      let runs = CardNumbers.runs(in: text, ofAtLeast: Self.harmlessLength + 1)
      guard let request, !runs.isEmpty else { return }
      let sent = cardNumbers(in: request)
      places += runs.filter { run in
        sent.contains { $0.count > run.digits.count && $0.starts(with: run.digits) }
      }.map(\.place)
    }
    return places
  }

  /// The digits of possible card numbers in a request's target, fields and content, as far as it is stored.
  private func cardNumbers(in request: Request) -> [[UInt8]] {
    var target = request.target.raw
    return target.withUTF8 { cardNumbers(in: $0) }
      + request.fields.wireBytes.withUnsafeBufferPointer { cardNumbers(in: $0) }
      + request.body.withUnsafeBufferPointer {
        cardNumbers(in: UnsafeBufferPointer(rebasing: $0.prefix(JournalEntry.contentLimit)))
      }
  }
}
