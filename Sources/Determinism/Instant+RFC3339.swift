extension Instant {
  /// Parses an RFC 3339 date and time, such as `2026-12-01T18:00:00Z` or `2026-12-01T19:00:00.25+01:00`.
  ///
  /// Anything finer than a millisecond is truncated. A leap second, 23:59:60 UTC at the end of a month, becomes the
  /// first second of the next month. `T` and `Z` may be lower case (RFC 3339 section 5.6); a space instead of `T` is
  /// rejected.
  ///
  /// - Returns: `nil` for anything else, for dates that do not exist, and for years outside 0001 to 9999.
  public init?(rfc3339 text: some StringProtocol) {
    var fields = FieldScanner(text)
    guard
      let date = CivilDate(scanning: &fields), fields.take("T") || fields.take("t"),
      let hour = fields.number(digits: 2), fields.take(":"),
      let minute = fields.number(digits: 2), fields.take(":"),
      let second = fields.number(digits: 2),
      hour <= 23, minute <= 59, second <= 60,
      let fraction = Self.milliseconds(scanning: &fields),
      let offset = Self.offsetSeconds(scanning: &fields), fields.isAtEnd
    else { return nil }
    let seconds = date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset
    if second == 60 {
      let following = CivilDateTime(secondsSinceEpochUTC: Int64(seconds))
      guard following.date.day == 1, following.time == .midnight else { return nil }
    }
    let milliseconds = Int64(seconds) * 1_000 + Int64(fraction)
    guard Self.millisecondRange.contains(milliseconds) else { return nil }
    self.init(millisecondsSinceEpoch: milliseconds)
  }

  /// The instant in UTC, such as `2026-12-01T18:00:00Z`, with three decimals only if the milliseconds are not zero.
  public var rfc3339: String {
    let seconds = secondsSinceEpoch
    let milliseconds = Int(millisecondsSinceEpoch - seconds * 1_000)
    return String(unsafeUninitializedCapacity: 24) { buffer in
      CivilDateTime(secondsSinceEpochUTC: seconds).write(to: buffer)
      var length = 19
      if milliseconds != 0 {
        buffer[19] = UInt8(ascii: ".")
        buffer.writeDigits(milliseconds, count: 3, at: 20)
        length = 23
      }
      buffer[length] = UInt8(ascii: "Z")
      return length + 1
    }
  }

  /// Reads an optional fraction of a second; 0 if there is none, `nil` if the point is not followed by digits.
  private static func milliseconds(scanning fields: inout FieldScanner) -> Int? {
    guard fields.take(".") else { return 0 }
    guard let tenths = fields.digit() else { return nil }
    var milliseconds = tenths * 100
    var weight = 10
    while let digit = fields.digit() {
      milliseconds += digit * weight
      weight /= 10
    }
    return milliseconds
  }

  /// Reads `Z` or `±HH:MM` as seconds east of UTC.
  private static func offsetSeconds(scanning fields: inout FieldScanner) -> Int? {
    if fields.take("Z") || fields.take("z") { return 0 }
    let isWest = fields.take("-")
    guard
      isWest || fields.take("+"),
      let hours = fields.number(digits: 2), fields.take(":"), let minutes = fields.number(digits: 2),
      hours <= 23, minutes <= 59
    else { return nil }
    return (isWest ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }
}
