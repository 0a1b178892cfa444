package import HTTPWire

/// Sentences about a request without the secrets that it sent.
extension Secrets {
  /// How many digits, or letters of a key, may be left of a secret that a sentence has cut; a receipt prints six.
  private static let harmlessLength = 6

  /// How long a sentence is at most, in characters; it may repeat a long value, of which this much says enough.
  private static let longestSentence = 2000

  /// A diagnosis without secrets.
  ///
  /// - Parameter request: what it is about. A sentence cuts long values, and so may hold only the beginning of a number,
  ///   which alone does not show what it is.
  package func shown(diagnosis sentence: String, of request: Request?) -> String {
    let beginning = sentence.prefix(Self.longestSentence)
    let text = shown(withoutCodes(beginning.endIndex == sentence.endIndex ? sentence : beginning + "…"))
    return blotted(text, cutSecrets(in: text, request))
  }

  /// A sentence without what was found instead of a security code: `/payment/card/cin: expected a string, found 12.5`.
  private func withoutCodes(_ sentence: String) -> String {
    guard let expected = sentence.firstRange(of: ": expected ") else { return sentence }
    let name = sentence[..<expected.lowerBound].utf8.split(separator: UInt8(ascii: "/")).last ?? [][...]
    guard case .card? = SecretName(name), let found = sentence[expected.upperBound...].firstRange(of: ", found ")
    else { return sentence }
    let rest = sentence[found.upperBound...]
    let end = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
    // A kind of value has neither.
    guard rest[..<end].contains(where: { $0.isNumber || $0 == "\"" }) else { return sentence }
    return sentence[..<found.upperBound] + Self.blot + rest[end...]
  }

  /// Where a text has the beginning of a number that the request sent, or of a key.
  private func cutSecrets(in text: String, _ request: Request?) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var text = text
    text.withUTF8 { text in
      for key in keys {
        for place in PartnerKey.places(of: Array(key.prefix(Self.harmlessLength + 2)), in: text) {
          let same = zip(text[place.lowerBound...], key).prefix { $0 == $1 }.count
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

  /// The digits of what could be card numbers in a request's target, fields and content, as far as it is remembered.
  private func cardNumbers(in request: Request) -> [[UInt8]] {
    var target = request.target.raw
    return target.withUTF8 { cardNumbers(in: $0) }
      + request.fields.wireBytes.withUnsafeBufferPointer { cardNumbers(in: $0) }
      + request.body.withUnsafeBufferPointer {
        cardNumbers(in: UnsafeBufferPointer(rebasing: $0.prefix(JournalEntry.contentLimit)))
      }
  }
}
