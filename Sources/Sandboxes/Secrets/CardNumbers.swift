/// Finds possible card numbers: 13 to 19 digits with a valid check digit (ISO/IEC 7812-1 annex B).
///
/// Digits may be separated by blanks and hyphens, as on the card. If they are in groups, every run of whole groups is
/// tried, because an expiry date or a security code often follows; a longer unbroken sequence is not a card number.
enum CardNumbers {
  /// How many digits a card number has.
  static let lengths = 13...19

  /// The ranges of card numbers.
  ///
  /// Complexity: O(n); allocates nothing unless there are 13 digits in a row.
  ///
  /// - Parameter isIssued: whether digits were issued by the server itself, and so may be shown.
  static func places(
    in text: UnsafeBufferPointer<UInt8>, except isIssued: (String) -> Bool = { _ in false }
  ) -> [Range<Int>] {
    var places: [Range<Int>] = []
    forEachRun(in: text, ofAtLeast: lengths.lowerBound) { places += Self.places(inRun: $0, of: text, isIssued) }
    return places
  }

  /// The digits of each run of at least this many, and their positions.
  static func runs(
    in text: UnsafeBufferPointer<UInt8>, ofAtLeast count: Int
  ) -> [(place: Range<Int>, digits: [UInt8])] {
    var runs: [(Range<Int>, [UInt8])] = []
    forEachRun(in: text, ofAtLeast: count) { runs.append(($0, text[$0].filter(isDigit))) }
    return runs
  }

  private static func forEachRun(
    in text: UnsafeBufferPointer<UInt8>, ofAtLeast count: Int, _ body: (Range<Int>) -> Void
  ) {
    var index = 0
    while index < text.count {
      guard isDigit(text[index]) else {
        index += 1
        continue
      }
      let run = run(in: text, from: index)
      if run.digits >= count { body(index..<run.end) }
      index = run.end
    }
  }

  /// How many digits follow one another from the given one, and where the last one ends.
  private static func run(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> (digits: Int, end: Int) {
    var digits = 0
    var end = start
    var index = start
    while index < text.count {
      if isDigit(text[index]) {
        digits += 1
        index += 1
        end = index
      } else {
        let width = separatorWidth(in: text, at: index)
        if width == 0 { break }
        index += width
      }
    }
    return (digits, end)
  }

  @inline(never)  // There are few such runs; one copy of its code is enough.
  private static func places(
    inRun run: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ isIssued: (String) -> Bool
  ) -> [Range<Int>] {
    var places: [Range<Int>] = []
    let groups = groups(of: text, in: run)
    let ours = groups.map { group in
      lengths.contains(group.count) && isIssued(String(decoding: text[group], as: UTF8.self))
    }
    for first in groups.indices where !ours[first] {
      var digits: [UInt8] = []
      for last in first..<groups.count {
        if ours[last] || digits.count + groups[last].count > lengths.upperBound { break }
        digits += text[groups[last]]
        let place = groups[first].lowerBound..<groups[last].upperBound
        guard digits.count >= lengths.lowerBound, hasRightCheckDigit(digits),
          !groups[first...last].contains(where: { WideIdentifier.holds($0, in: text) })
        else { continue }
        places.append(place)
      }
    }
    return places
  }

  private static func groups(of text: UnsafeBufferPointer<UInt8>, in run: Range<Int>) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = run.lowerBound
    while index < run.upperBound {
      let end = text[index..<run.upperBound].firstIndex { !isDigit($0) } ?? run.upperBound
      if end > index { groups.append(index..<end) }
      index = max(end, index + 1)
    }
    return groups
  }

  /// Zeros alone have a valid check digit too, but are not a card number.
  private static func hasRightCheckDigit(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, byte) in digits.reversed().enumerated() {
      let digit = Int(byte - UInt8(ascii: "0")) * (place % 2 == 0 ? 1 : 2)
      sum += digit > 9 ? digit - 9 : digit
    }
    return sum > 0 && sum % 10 == 0
  }

  /// The length in bytes of the blank or hyphen at a position; 0 if there is none.
  ///
  /// A plus is a blank in forms. Of Unicode's blanks and dashes, those count that word processors substitute for the
  /// plain ones.
  private static func separatorWidth(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "\t"): return 1
    case 0xC2: return index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < text.count else { return 0 }
      switch (text[index + 1], text[index + 2]) {
      case (0x80, 0x80...0x95), (0x80, 0xAF), (0x88, 0x92): return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// Whether a byte is a digit.
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
