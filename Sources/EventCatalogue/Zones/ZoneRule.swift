import Determinism

/// A parsed POSIX `TZ` rule: an offset and, optionally, a second one with the days on which clocks change.
struct ZoneRule {
  /// Daylight saving time: the time in force for part of the year.
  struct Daylight: Sendable, Hashable {
    /// Seconds east of UTC.
    var offset: Int
    /// When it begins, in standard time.
    var begins: Transition
    /// When it ends, in daylight saving time.
    var ends: Transition
  }

  /// A day of the year and a time on that day.
  struct Transition: Sendable, Hashable {
    var day: Day
    /// Seconds after 00:00 of that day; between -167 and 167 hours.
    var time: Int

    /// Seconds from 1970-01-01 00:00 to the transition, both in local time.
    func seconds(inYear year: Int) -> Int64 { Int64(day.daysSinceEpoch(inYear: year) * 86_400 + time) }
  }

  /// A day of the year.
  enum Day: Sendable, Hashable {
    /// `Jn`: 1 to 365; 29 February is never counted.
    case julian(Int)
    /// `n`: 0 to 365; 29 February is counted.
    case ordinal(Int)
    /// `Mm.w.d`: weekday d (0 is Sunday) of week w (5 is the last) of month m.
    case weekday(month: Int, week: Int, day: Int)

    func daysSinceEpoch(inYear year: Int) -> Int {
      switch self {
      case .julian(let day):
        // 2023 is not a leap year, so it has exactly the days that count.
        let counted = CivilDate(year: 2023, month: 1, day: day)
        return CivilDate(year: year, month: counted.month, day: counted.day).daysSinceEpoch
      case .ordinal(let day):
        return CivilDate(year: year, month: 1, day: 1).daysSinceEpoch + day
      case .weekday(let month, let week, let day):
        let first = CivilDate(year: year, month: month, day: 1).daysSinceEpoch
        // 1970-01-01 was a Thursday; the sum stays positive for the years 0001 to 9999.
        let weekday = (first + 7 * 110_000 + 4) % 7
        let found = first + (day - weekday + 7) % 7 + (week - 1) * 7
        guard week == 5 else { return found }
        let next = CivilDate(year: year, month: month + 1, day: 1).daysSinceEpoch
        return found < next ? found : found - 7
      }
    }
  }

  /// Seconds east of UTC.
  var standardOffset: Int
  var daylight: Daylight?

  init(_ text: String) throws(ZoneRuleError) {
    var scanner = ZoneRuleScanner(text)
    try scanner.name()
    standardOffset = -(try scanner.offset(expecting: "an offset such as 5 or -3:30", hours: 24))
    guard !scanner.isAtEnd else { return }
    try scanner.name()
    var daylightOffset = standardOffset + 3_600
    if scanner.next != UInt8(ascii: ",") {
      daylightOffset = -(try scanner.offset(expecting: "an offset or ,", hours: 24))
    }
    let begins = try Self.transition(&scanner)
    let ends = try Self.transition(&scanner)
    guard scanner.isAtEnd else { throw scanner.failure("the end") }
    daylight = Daylight(offset: daylightOffset, begins: begins, ends: ends)
  }

  private static func transition(_ scanner: inout ZoneRuleScanner) throws(ZoneRuleError) -> Transition {
    guard scanner.take(",") else { throw scanner.failure(", and a day such as M3.2.0") }
    let day: Day
    if scanner.take("M") {
      let month = try scanner.number(in: 1...12, called: "a month from 1 to 12")
      guard scanner.take(".") else { throw scanner.failure(".") }
      let week = try scanner.number(in: 1...5, called: "a week from 1 to 5")
      guard scanner.take(".") else { throw scanner.failure(".") }
      day = .weekday(month: month, week: week, day: try scanner.number(in: 0...6, called: "a weekday from 0 to 6"))
    } else if scanner.take("J") {
      day = .julian(try scanner.number(in: 1...365, called: "a day from 1 to 365"))
    } else {
      day = .ordinal(try scanner.number(in: 0...365, called: "Mm.w.d, Jn or a day from 0 to 365"))
    }
    guard scanner.take("/") else { return Transition(day: day, time: 7_200) }
    return Transition(day: day, time: try scanner.offset(expecting: "a time such as 2 or -1:30", hours: 167))
  }
}
