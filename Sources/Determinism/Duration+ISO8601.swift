extension Duration {
  /// Parses an ISO 8601 duration of fixed length, such as `PT5M`, `P1DT12H`, `P1W`, `PT0.5S` or `-PT30S`.
  ///
  /// A day is 24 hours. The last part may have a fraction, written with `.` or `,`; anything finer than an attosecond
  /// is truncated. Weeks cannot be combined with other units. A sign, `+` or `-`, may precede the `P`.
  ///
  /// - Returns: `nil` for anything else, including years and months, which have no fixed length, and for more than
  ///   `Int64` seconds.
  public init?(iso8601 text: some StringProtocol) {
    var fields = FieldScanner(text)
    let isNegative = fields.take("-")
    if !isNegative { _ = fields.take("+") }
    guard fields.take("P") else { return nil }
    var units = Self.dateUnits[...]
    var isTime = false
    var total: Int128 = 0
    while true {
      if !isTime, fields.take("T") {
        isTime = true
        units = Self.timeUnits[...]
      }
      guard let (quantity, isFraction) = Self.quantity(scanning: &fields) else { return nil }
      guard let place = units.firstIndex(where: { fields.take($0.letter) }) else { return nil }
      let unit = units[place]
      units = units[(place + 1)...]
      let (product, overflow) = quantity.multipliedReportingOverflow(by: unit.seconds)
      guard !overflow else { return nil }
      total += product
      guard total <= Int128(Int64.max) * Self.attosecondsASecond else { return nil }
      if fields.isAtEnd { break }
      guard !isFraction, unit.letter != "W" else { return nil }
    }
    self.init(attoseconds: isNegative ? -total : total)
  }

  /// The duration as ISO 8601 text, with days of 24 hours, such as `PT5M`, `P1DT2H`, `-PT0.5S`; zero is `PT0S`.
  public var iso8601: String {
    let (signedSeconds, signedAttoseconds) = components
    guard signedSeconds != 0 || signedAttoseconds != 0 else { return "PT0S" }
    let seconds = signedSeconds.magnitude
    var text = signedSeconds < 0 || signedAttoseconds < 0 ? "-P" : "P"
    if seconds >= 86_400 { text += "\(seconds / 86_400)D" }
    guard seconds % 86_400 != 0 || signedAttoseconds != 0 else { return text }
    text += "T"
    if seconds / 3_600 % 24 != 0 { text += "\(seconds / 3_600 % 24)H" }
    if seconds / 60 % 60 != 0 { text += "\(seconds / 60 % 60)M" }
    if seconds % 60 != 0 || signedAttoseconds != 0 {
      text += "\(seconds % 60)\(Self.fraction(attoseconds: signedAttoseconds.magnitude))S"
    }
    return text
  }

  private static let attosecondsASecond: Int128 = 1_000_000_000_000_000_000

  private static let dateUnits: [(letter: Unicode.Scalar, seconds: Int128)] = [("W", 604_800), ("D", 86_400)]
  private static let timeUnits: [(letter: Unicode.Scalar, seconds: Int128)] = [("H", 3_600), ("M", 60), ("S", 1)]

  /// Reads digits with an optional fraction, in units of 10⁻¹⁸.
  private static func quantity(scanning fields: inout FieldScanner) -> (amount: Int128, isFraction: Bool)? {
    guard let first = fields.digit() else { return nil }
    var whole = Int128(first)
    while let digit = fields.digit() {
      whole = whole * 10 + Int128(digit)
      guard whole <= Int128(Int64.max) else { return nil }
    }
    var amount = whole * attosecondsASecond
    guard fields.take(".") || fields.take(",") else { return (amount, false) }
    guard let tenths = fields.digit() else { return nil }
    var weight = attosecondsASecond / 10
    amount += Int128(tenths) * weight
    while let digit = fields.digit() {
      weight /= 10
      amount += Int128(digit) * weight
    }
    return (amount, true)
  }

  /// A decimal point and as many decimals as needed; empty for zero.
  private static func fraction(attoseconds: UInt64) -> String {
    guard attoseconds != 0 else { return "" }
    var digits = String(attoseconds)
    digits = String(repeating: "0", count: 18 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }
}
