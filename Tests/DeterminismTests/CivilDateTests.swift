import Determinism
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2026-12-01", 20_788, 2), ("2000-02-29", 11_016, 2), ("1900-03-01", -25_508, 4),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5), ("1969-12-31", -1, 3), ("2026-12-05", 20_792, 6),
    ("2026-12-06", 20_793, 0),
  ])
  func knowsDaysAndWeekdays(text: String, days: Int, weekday: Int) throws {
    let date = try #require(CivilDate(iso8601: text))
    #expect(date.daysSinceEpoch == days)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
    #expect(CivilDate(daysSinceEpoch: days) == date)
  }

  @Test func everyDayFollowsTheOneBefore() {
    // Four hundred years, the whole cycle of leap years, counted by the rule itself.
    var (year, month, day) = (1_800, 1, 1)
    var date = CivilDate(year: year, month: month, day: day)
    while year < 2_200 {
      #expect((date.year, date.month, date.day) == (year, month, day))
      date = date.adding(days: 1)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      day += 1
      if day > length { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [
    "", "2026-2-1", "2026-02-30", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
    "0000-01-01", "20260101", "2026/01/01", "2026-01-01Z", "2026-01-01 ", "+2026-01-01",
  ])
  func refusesDatesThatDoNotExist(text: String) {
    #expect(CivilDate(iso8601: text) == nil)
  }

  @Test(arguments: [
    (2026, 2, 30, "2026-03-02"), (2026, 13, 1, "2027-01-01"), (2026, 0, 1, "2025-12-01"), (2026, -11, 1, "2025-01-01"),
    (2026, 1, 0, "2025-12-31"), (2024, 12, 366, "2025-12-01"), (0, 1, 1, "0001-01-01"), (12_000, 1, 1, "9999-12-31"),
    (.max, .max, .max, "9999-12-31"), (.min, .min, .min, "0001-01-01"),
  ])
  func carriesOverflowingParts(year: Int, month: Int, day: Int, text: String) {
    #expect(CivilDate(year: year, month: month, day: day).description == text)
  }

  @Test func addsDaysWithinItsRange() {
    let date = CivilDate(year: 2024, month: 2, day: 28)
    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(date.adding(days: -59).description == "2023-12-31")
    #expect(date.adding(days: .max).description == "9999-12-31")
    #expect(date.adding(days: .min).description == "0001-01-01")
    #expect(CivilDate(daysSinceEpoch: .min).description == "0001-01-01")
  }

  @Test func ordersByTime() {
    let dates = [(2025, 12, 31), (2026, 1, 1), (2026, 1, 2), (2026, 2, 1)].map {
      CivilDate(year: $0.0, month: $0.1, day: $0.2)
    }
    #expect(dates.reversed().sorted() == dates)
  }
}
