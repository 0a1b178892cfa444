/// PDF417's text compaction (ISO/IEC 15438, 5.4.2): two values of 0 to 29 a codeword, in four sub-modes.
enum PDF417TextMode: Int, CaseIterable {
  case upper, lower, mixed, punctuation

  /// What fills a codeword of which only half is used: a shift, or in punctuation a latch, that nothing follows.
  static let filler = 29

  /// The value of a byte in this sub-mode; `nil` if it has none.
  func value(of byte: UInt8) -> Int? {
    let value = Self.values[rawValue][Int(byte)]
    return value < 0 ? nil : Int(value)
  }

  /// The values that change to another sub-mode for good.
  func latch(to other: PDF417TextMode) -> [Int] {
    switch (self, other) {
    case (.upper, .lower), (.mixed, .lower): [27]
    case (.upper, .mixed), (.lower, .mixed), (.mixed, .upper): [28]
    case (.upper, .punctuation), (.lower, .punctuation): [28, 25]
    case (.mixed, .punctuation): [25]
    case (.lower, .upper): [28, 28]
    case (.punctuation, .upper): [29]
    case (.punctuation, .lower): [29, 27]
    case (.punctuation, .mixed): [29, 28]
    case (.upper, .upper), (.lower, .lower), (.mixed, .mixed), (.punctuation, .punctuation): []
    }
  }

  /// The values that write a byte without a change of the sub-mode: itself, or after a shift; `nil` if none do.
  func staying(_ byte: UInt8) -> [Int]? {
    if let value = value(of: byte) { return [value] }
    if self == .lower, let value = PDF417TextMode.upper.value(of: byte) { return [27, value] }
    if self != .punctuation, let value = PDF417TextMode.punctuation.value(of: byte) { return [29, value] }
    return nil
  }

  /// The values that write a byte from one sub-mode and leave off in another; `nil` if none do.
  func writing(_ byte: UInt8, endingIn other: PDF417TextMode) -> [Int]? {
    if other == self { return staying(byte) }
    return other.value(of: byte).map { latch(to: other) + [$0] }
  }

  private static let alphabets: [(PDF417TextMode, characters: String, first: Int)] = [
    (.upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ ", 0),
    (.lower, "abcdefghijklmnopqrstuvwxyz ", 0),
    (.mixed, "0123456789&\r\t,:#-.$/+%*=^", 0), (.mixed, " ", 26),
    (.punctuation, ";<>@[\\]_`~!\r\t,:\n-.$/\"|*()?{}'", 0),
  ]

  private static let values: [[Int8]] = {
    var values = allCases.map { _ in [Int8](repeating: -1, count: 256) }
    for (mode, characters, first) in alphabets {
      for (offset, byte) in characters.utf8.enumerated() { values[mode.rawValue][Int(byte)] = Int8(first + offset) }
    }
    return values
  }()
}
