/// A date and a time of day, without a time zone, as shown by a calendar and a wall clock.
public struct CivilDateTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The date.
  public var date: CivilDate
  /// The time of day.
  public var time: CivilTime

  /// Creates a value from a date and a time.
  public init(date: CivilDate, time: CivilTime) {
    self.date = date
    self.time = time
  }

  /// Creates the date and time in UTC at this many seconds after 1970-01-01T00:00:00Z.
  ///
  /// - Parameter secondsSinceEpochUTC: Seconds, negative before 1970; clamped to the years 0001 to 9999.
  public init(secondsSinceEpochUTC: Int64) {
    let bounds = Instant.millisecondRange
    let seconds = min(max(secondsSinceEpochUTC, bounds.lowerBound / 1_000), bounds.upperBound / 1_000)
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    date = CivilDate(daysSinceEpoch: Int(days))
    time = CivilTime(secondsSinceMidnight: Int(seconds - days * 86_400))
  }

  /// Seconds since 1970-01-01T00:00:00Z, taking the value as UTC.
  public var secondsSinceEpochUTC: Int64 {
    Int64(date.daysSinceEpoch) * 86_400 + Int64(time.secondsSinceMidnight)
  }

  /// The value as `YYYY-MM-DDTHH:MM:SS`.
  public var description: String {
    String(unsafeUninitializedCapacity: 19) { buffer in
      write(to: buffer)
      return 19
    }
  }

  /// Writes `YYYY-MM-DDTHH:MM:SS`, nineteen bytes.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
    date.write(to: buffer, at: 0)
    buffer[10] = UInt8(ascii: "T")
    time.write(to: buffer, at: 11)
  }

  /// Whether the first value comes before the second.
  public static func < (first: CivilDateTime, second: CivilDateTime) -> Bool {
    (first.date, first.time) < (second.date, second.time)
  }
}
