/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// Limited to the years 0001 to 9999; arithmetic stops at the first and last day of that range.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// The range from 0001-01-01 to 9999-12-31, in days since 1970-01-01.
  static let dayRange = -719_162...2_932_896

  /// Creates a date from its parts, carrying overflow into the next larger unit.
  ///
  /// 30 February 2026 is 2026-03-02, month 13 is January of the next year, and day 0 is the last day of the month
  /// before.
  public init(year: Int, month: Int, day: Int) {
    let limit = 1_000_000_000
    let months = min(max(month, -limit), limit) - 1
    let carriedYears = months >= 0 ? months / 12 : (months - 11) / 12
    let boundedYear = min(max(min(max(year, -limit), limit) + carriedYears, -1_000_000), 1_000_000)
    let first = Self.days(year: boundedYear, month: months - carriedYears * 12 + 1, day: 1)
    self.init(daysSinceEpoch: first + min(max(day, -limit), limit) - 1)
  }

  /// Creates the date at this many days after 1970-01-01.
  ///
  /// - Parameter daysSinceEpoch: Days, negative before 1970; values outside the years 0001 to 9999 are clamped.
  public init(daysSinceEpoch: Int) {
    // "chrono-Compatible Low-Level Date Algorithms", H. Hinnant: years begin in March, eras are 400 years.
    let shifted = min(max(daysSinceEpoch, Self.dayRange.lowerBound), Self.dayRange.upperBound) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Parses a date written as `YYYY-MM-DD`.
  ///
  /// - Returns: `nil` for anything else, and for days that do not exist.
  public init?(iso8601 text: some StringProtocol) {
    var fields = FieldScanner(text)
    guard let date = CivilDate(scanning: &fields), fields.isAtEnd else { return nil }
    self = date
  }

  /// Reads `YYYY-MM-DD` from the front of the fields, or nothing if there is no such date.
  init?(scanning fields: inout FieldScanner) {
    guard
      let year = fields.number(digits: 4), fields.take("-"),
      let month = fields.number(digits: 2), fields.take("-"),
      let day = fields.number(digits: 2),
      year >= 1, (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01, negative before.
  public var daysSinceEpoch: Int { Self.days(year: year, month: month, day: day) }

  /// The date this many days later, or earlier if negative, within the years 0001 to 9999.
  public func adding(days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + min(max(days, -4_000_000), 4_000_000))
  }

  /// The day of the week: 0 is Sunday, 6 is Saturday.
  public var weekday: Int {
    let remainder = (daysSinceEpoch + 4) % 7
    return remainder >= 0 ? remainder : remainder + 7
  }

  /// The date as `YYYY-MM-DD`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      write(to: buffer, at: 0)
      return 10
    }
  }

  /// Writes `YYYY-MM-DD`, ten bytes.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
    buffer.writeDigits(year, count: 4, at: offset)
    buffer[offset + 4] = UInt8(ascii: "-")
    buffer.writeDigits(month, count: 2, at: offset + 5)
    buffer[offset + 7] = UInt8(ascii: "-")
    buffer.writeDigits(day, count: 2, at: offset + 8)
  }

  /// Whether the first date comes before the second.
  public static func < (first: CivilDate, second: CivilDate) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
