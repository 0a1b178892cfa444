import Determinism
import Testing

@Suite struct CivilTimeTests {
  @Test(arguments: [
    ("19:30", "19:30:00", 70_200), ("19:30:05", "19:30:05", 70_205), ("00:00", "00:00:00", 0),
    ("23:59:59", "23:59:59", 86_399),
  ])
  func readsAndWrites(text: String, written: String, seconds: Int) throws {
    let time = try #require(CivilTime(iso8601: text))
    #expect(time.description == written)
    #expect(time.secondsSinceMidnight == seconds)
    #expect(CivilTime(secondsSinceMidnight: seconds) == time)
  }

  @Test(arguments: ["", "19", "19:3", "24:00", "19:60", "19:30:60", "19:30:", "19:30Z", "1930", "19:30:00.5", " 19:30"])
  func refusesOtherTexts(text: String) {
    #expect(CivilTime(iso8601: text) == nil)
  }

  @Test func carriesAndDropsDays() {
    #expect(CivilTime(hour: 23, minute: 75).description == "00:15:00")
    #expect(CivilTime(hour: 0, minute: 0, second: -1).description == "23:59:59")
    #expect(CivilTime(hour: .max, minute: .min, second: .max).secondsSinceMidnight < 86_400)
    #expect(CivilTime(secondsSinceMidnight: 86_400) == .midnight)
  }

  @Test(
    arguments: [
      (1_796_148_000, "2026-12-01T18:00:00"), (-1, "1969-12-31T23:59:59"), (-86_400, "1969-12-31T00:00:00"),
      (-86_401, "1969-12-30T23:59:59"), (0, "1970-01-01T00:00:00"), (.max, "9999-12-31T23:59:59"),
      (.min, "0001-01-01T00:00:00"),
    ] as [(Int64, String)])
  func joinsDateAndTime(seconds: Int64, text: String) {
    let moment = CivilDateTime(secondsSinceEpochUTC: seconds)
    #expect(moment.description == text)
    #expect(CivilDateTime(secondsSinceEpochUTC: moment.secondsSinceEpochUTC) == moment)
    if seconds.magnitude < 1 << 40 { #expect(moment.secondsSinceEpochUTC == seconds) }
  }

  @Test func ordersDatesBeforeTimes() {
    let evening = CivilDateTime(
      date: CivilDate(year: 2026, month: 1, day: 1), time: CivilTime(hour: 23, minute: 0))
    let morning = CivilDateTime(date: CivilDate(year: 2026, month: 1, day: 2), time: CivilTime(hour: 1, minute: 0))
    #expect(evening < morning)
    #expect(morning.time < evening.time)
  }
}
