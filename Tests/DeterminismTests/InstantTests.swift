import Determinism
import Testing

@Suite struct InstantTests {
  @Test(
    arguments: [
      ("2026-12-01T18:00:00Z", 1_796_148_000_000),
      ("2026-12-01t18:00:00z", 1_796_148_000_000),
      ("2026-12-01T19:00:00+01:00", 1_796_148_000_000),
      ("2026-12-01T12:30:00-05:30", 1_796_148_000_000),
      ("2026-12-01T18:00:00-00:00", 1_796_148_000_000),
      ("2026-12-01T18:00:00.25Z", 1_796_148_000_250),
      ("2026-12-01T18:00:00.2509999999999999999999Z", 1_796_148_000_250),
      ("2000-02-29T00:00:00Z", 951_782_400_000),
      ("1969-12-31T23:59:59.999Z", -1),
      ("0001-01-01T00:00:00Z", -62_135_596_800_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
      // Leap seconds (RFC 3339 section 5.8 has the last two).
      ("2016-12-31T23:59:60Z", 1_483_228_800_000),
      ("1990-12-31T23:59:60Z", 662_688_000_000),
      ("1990-12-31T15:59:60-08:00", 662_688_000_000),
      // Other examples of that section.
      ("1985-04-12T23:20:50.52Z", 482_196_050_520),
      ("1937-01-01T12:00:27.87+00:20", -1_041_337_172_130),
    ] as [(String, Int64)])
  func readsRFC3339(text: String, milliseconds: Int64) {
    #expect(Instant(rfc3339: text)?.millisecondsSinceEpoch == milliseconds)
  }

  @Test(arguments: [
    "", "2026-12-01", "2026-12-01T18:00:00", "2026-12-01 18:00:00Z", "2026-12-01T18:00Z", "2026-12-01T18:00:00.Z",
    "2026-12-01T18:00:00,5Z", "2026-12-01T18:00:00+01", "2026-12-01T18:00:00+0100", "2026-12-01T18:00:00+24:00",
    "2026-12-01T18:00:00+01:60", "2026-12-01T24:00:00Z", "2026-12-01T18:60:00Z", "2026-12-01T18:00:61Z",
    "2026-12-01T18:00:60Z", "2026-12-01T23:59:60Z", "2026-11-30T23:59:60+01:00", "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-00-10T00:00:00Z", "2026-13-10T00:00:00Z",
    "2026-01-00T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    "2026-12-01T18:00:00ZZ", " 2026-12-01T18:00:00Z", "-2026-12-01T18:00:00Z", "26-12-01T18:00:00Z",
    "2026-12-01T18:00:00Ž", "２026-12-01T18:00:00Z",
  ])
  func refusesWhatRFC3339DoesNotAllow(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test(
    arguments: [
      (1_796_148_000_000, "2026-12-01T18:00:00Z"),
      (1_796_148_000_250, "2026-12-01T18:00:00.250Z"),
      (1_796_148_000_005, "2026-12-01T18:00:00.005Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (0, "1970-01-01T00:00:00Z"),
      (.min, "0001-01-01T00:00:00Z"),
      (.max, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func writesRFC3339(milliseconds: Int64, text: String) {
    let instant = Instant(millisecondsSinceEpoch: milliseconds)
    #expect(instant.rfc3339 == text)
    #expect(instant.description == text)
    #expect(Instant(rfc3339: text) == instant)
  }

  @Test func readsSubstrings() {
    #expect(Instant(rfc3339: "at 2026-12-01T18:00:00Z".dropFirst(3)) == Instant(secondsSinceEpoch: 1_796_148_000))
  }

  @Test(
    arguments: [(1_999, 1), (1_000, 1), (999, 0), (0, 0), (-1, -1), (-1_000, -1), (-1_001, -2)] as [(Int64, Int64)])
  func roundsSecondsTowardsThePast(milliseconds: Int64, seconds: Int64) {
    #expect(Instant(millisecondsSinceEpoch: milliseconds).secondsSinceEpoch == seconds)
  }

  @Test func addsAndSubtractsDurations() {
    let start = Instant(secondsSinceEpoch: 100)
    #expect(start + .seconds(5) == Instant(secondsSinceEpoch: 105))
    #expect(start - .milliseconds(1) == Instant(millisecondsSinceEpoch: 99_999))
    #expect(start + .milliseconds(-1_500) == start - .milliseconds(1_500))
    #expect(start + .microseconds(999) == start)
    #expect(start - .microseconds(999) == start)
    #expect(start.duration(to: Instant(secondsSinceEpoch: 90)) == .seconds(-10))
    #expect(start + start.duration(to: .distantFuture) == .distantFuture)
    var moving = start
    moving += .seconds(3)
    moving -= .seconds(1)
    #expect(moving == Instant(secondsSinceEpoch: 102))
  }

  @Test func saturates() {
    let longest = Duration(secondsComponent: .max, attosecondsComponent: 999_999_999_999_999_999)
    let shortest = Duration(secondsComponent: .min, attosecondsComponent: 0)
    let start = Instant(secondsSinceEpoch: 0)
    #expect(start + longest == .distantFuture)
    #expect(start - longest == .distantPast)
    #expect(start + shortest == .distantPast)
    #expect(start - shortest == .distantFuture)
    #expect(Instant.distantFuture + .seconds(1) == .distantFuture)
    #expect(Instant.distantPast - .seconds(1) == .distantPast)
    #expect(Instant(secondsSinceEpoch: .max) == .distantFuture)
    #expect(Instant(secondsSinceEpoch: .min) == .distantPast)
    #expect(Instant.distantPast < .distantFuture)
  }
}
