/// A time of day, to the second, without a time zone.
public struct CivilTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 59.
  public let second: Int

  /// Midnight, the beginning of the day.
  public static let midnight = CivilTime(secondsSinceMidnight: 0)

  /// Creates a time from its parts, carrying overflow and dropping whole days.
  ///
  /// Hour 23, minute 75 is 00:15:00.
  public init(hour: Int, minute: Int, second: Int = 0) {
    self.init(secondsSinceMidnight: (hour % 24) * 3_600 + (minute % 1_440) * 60 + second % 86_400)
  }

  /// Creates the time at this many seconds after midnight; whole days are dropped.
  public init(secondsSinceMidnight: Int) {
    let remainder = secondsSinceMidnight % 86_400
    let seconds = remainder >= 0 ? remainder : remainder + 86_400
    hour = seconds / 3_600
    minute = seconds / 60 % 60
    second = seconds % 60
  }

  /// Parses a time written as `HH:MM` or `HH:MM:SS`.
  ///
  /// - Returns: `nil` for anything else; 24:00 and leap seconds are not accepted.
  public init?(iso8601 text: some StringProtocol) {
    var fields = FieldScanner(text)
    guard
      let hour = fields.number(digits: 2), fields.take(":"), let minute = fields.number(digits: 2),
      hour <= 23, minute <= 59
    else { return nil }
    var second = 0
    if !fields.isAtEnd {
      guard fields.take(":"), let read = fields.number(digits: 2), read <= 59, fields.isAtEnd else { return nil }
      second = read
    }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// Seconds since midnight, 0 to 86,399.
  public var secondsSinceMidnight: Int { hour * 3_600 + minute * 60 + second }

  /// The time as `HH:MM:SS`.
  public var description: String {
    String(unsafeUninitializedCapacity: 8) { buffer in
      write(to: buffer, at: 0)
      return 8
    }
  }

  /// Writes `HH:MM:SS`, eight bytes.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
    buffer.writePair(hour, at: offset)
    buffer[offset + 2] = UInt8(ascii: ":")
    buffer.writePair(minute, at: offset + 3)
    buffer[offset + 5] = UInt8(ascii: ":")
    buffer.writePair(second, at: offset + 6)
  }

  /// Whether the first time is earlier in the day than the second.
  public static func < (first: CivilTime, second: CivilTime) -> Bool {
    first.secondsSinceMidnight < second.secondsSinceMidnight
  }
}
