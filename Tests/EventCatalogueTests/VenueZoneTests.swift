import Determinism
import EventCatalogue
import Testing

@Suite struct VenueZoneTests {
  static let rules = [
    "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
    "America/Toronto": "EST5EDT,M3.2.0,M11.1.0",
    "America/Los_Angeles": "PST8PDT,M3.2.0,M11.1.0",
    "America/Phoenix": "MST7",
    "America/Nuuk": "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
    "Asia/Gaza": "EET-2EEST,M3.4.4/50,M10.4.4/50",
    "Asia/Tehran": "<+0330>-3:30",
    "Australia/Sydney": "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "Europe/Dublin": "IST-1GMT0,M10.5.0,M3.5.0/1",
    "Pacific/Chatham": "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45",
  ]

  static func zone(_ name: String) throws -> VenueZone {
    try VenueZone(name: name, rule: #require(rules[name]))
  }

  static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

  static func civil(_ text: String) throws -> CivilDateTime {
    let parts = text.split(separator: "T")
    return CivilDateTime(
      date: try #require(CivilDate(iso8601: parts[0])), time: try #require(CivilTime(iso8601: parts[1])))
  }

  @Test(arguments: [
    ("America/New_York", "2026-03-08T06:59:59Z", "2026-03-08T01:59:59", -18_000),
    ("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T03:00:00", -14_400),
    ("America/New_York", "2026-11-01T05:59:59Z", "2026-11-01T01:59:59", -14_400),
    ("America/New_York", "2026-11-01T06:00:00Z", "2026-11-01T01:00:00", -18_000),
    ("America/New_York", "2026-07-04T00:00:00Z", "2026-07-03T20:00:00", -14_400),
    ("America/Los_Angeles", "2027-03-14T09:59:59Z", "2027-03-14T01:59:59", -28_800),
    ("America/Los_Angeles", "2027-03-14T10:00:00Z", "2027-03-14T03:00:00", -25_200),
    ("America/Los_Angeles", "2026-11-01T09:00:00Z", "2026-11-01T01:00:00", -28_800),
    ("America/Toronto", "2028-03-12T07:00:00Z", "2028-03-12T03:00:00", -14_400),
    ("America/Toronto", "2028-11-05T06:00:00Z", "2028-11-05T01:00:00", -18_000),
    ("America/Phoenix", "2026-03-08T10:00:00Z", "2026-03-08T03:00:00", -25_200),
    ("America/Phoenix", "2026-07-01T07:00:00Z", "2026-07-01T00:00:00", -25_200),
    ("America/Nuuk", "2026-03-29T00:59:59Z", "2026-03-28T22:59:59", -7_200),
    ("America/Nuuk", "2026-03-29T01:00:00Z", "2026-03-29T00:00:00", -3_600),
    ("America/Nuuk", "2026-10-25T01:00:00Z", "2026-10-24T23:00:00", -7_200),
    ("Asia/Gaza", "2027-03-26T23:59:59Z", "2027-03-27T01:59:59", 7_200),
    ("Asia/Gaza", "2027-03-27T00:00:00Z", "2027-03-27T03:00:00", 10_800),
    ("Asia/Tehran", "2026-06-01T00:00:00Z", "2026-06-01T03:30:00", 12_600),
    ("Australia/Sydney", "2026-04-04T15:59:59Z", "2026-04-05T02:59:59", 39_600),
    ("Australia/Sydney", "2026-04-04T16:00:00Z", "2026-04-05T02:00:00", 36_000),
    ("Australia/Sydney", "2026-10-03T15:59:59Z", "2026-10-04T01:59:59", 36_000),
    ("Australia/Sydney", "2026-10-03T16:00:00Z", "2026-10-04T03:00:00", 39_600),
    ("Australia/Sydney", "2026-12-31T13:30:00Z", "2027-01-01T00:30:00", 39_600),
    ("Europe/Dublin", "2026-03-29T00:59:59Z", "2026-03-29T00:59:59", 0),
    ("Europe/Dublin", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00", 3_600),
    ("Europe/Dublin", "2026-10-25T01:00:00Z", "2026-10-25T01:00:00", 0),
    ("Pacific/Chatham", "2026-04-04T13:59:59Z", "2026-04-05T03:44:59", 49_500),
    ("Pacific/Chatham", "2026-04-04T14:00:00Z", "2026-04-05T02:45:00", 45_900),
  ])
  func clocksChangeToTheSecond(name: String, utc: String, local: String, offset: Int) throws {
    let zone = try Self.zone(name)
    let instant = try Self.instant(utc)
    #expect(zone.local(instant).description == local)
    #expect(zone.offset(at: instant) == offset)
  }

  @Test(arguments: [
    // Ordinary times.
    ("America/New_York", "2026-01-15T19:30:00", "2026-01-16T00:30:00Z"),
    ("America/New_York", "2026-07-15T19:30:00", "2026-07-15T23:30:00Z"),
    ("America/Phoenix", "2026-07-15T19:30:00", "2026-07-16T02:30:00Z"),
    ("Australia/Sydney", "2026-12-31T20:00:00", "2026-12-31T09:00:00Z"),
    // Times that clocks skip.
    ("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z"),
    ("Australia/Sydney", "2026-10-04T02:00:00", "2026-10-03T16:00:00Z"),
    ("Europe/Dublin", "2026-03-29T01:30:00", "2026-03-29T01:30:00Z"),
    // Times that clocks show twice.
    ("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),
    ("Australia/Sydney", "2026-04-05T02:30:00", "2026-04-04T15:30:00Z"),
    ("Europe/Dublin", "2026-10-25T01:30:00", "2026-10-25T00:30:00Z"),
  ])
  func aLocalTimeNamesOneInstant(name: String, local: String, utc: String) throws {
    #expect(try Self.zone(name).instant(of: Self.civil(local)).rfc3339 == utc)
  }

  @Test(arguments: rules.keys.sorted())
  func everyHourOfAYearSurvivesTheRoundTrip(name: String) throws {
    let zone = try Self.zone(name)
    let start = try Self.instant("2026-01-01T00:00:00Z")
    for hour in 0..<8_760 {
      let instant = start + .seconds(hour * 3_600)
      let local = zone.local(instant)
      let again = zone.instant(of: local)
      // Only the second showing of a repeated time comes back as another instant: the first.
      #expect(again == instant || (again < instant && zone.local(again) == local), "\(instant)")
    }
  }

  @Test func julianDaysNeverCountTheLeapDay() throws {
    let leap = try VenueZone(name: "X", rule: "AAA0BBB,J60/0,J300/0")
    let ordinal = try VenueZone(name: "X", rule: "AAA0BBB,60/0,300/0")
    // J60 is the first of March always; day 60 is it only in years with a leap day.
    for (zone, first) in [(leap, "2027-03-01"), (leap, "2028-03-01"), (ordinal, "2027-03-02"), (ordinal, "2028-03-01")]
    {
      let begins = try Self.instant(first + "T00:00:00Z")
      #expect(zone.offset(at: begins) == 3_600, "\(first)")
      #expect(zone.offset(at: begins - .seconds(1)) == 0, "\(first)")
    }
  }

  @Test func daylightSavingMayLastAllYear() throws {
    let zone = try VenueZone(name: "X", rule: "XXX3EDT4,0/0,J365/23")
    for day in 0..<800 {
      let instant = try Self.instant("2026-01-01T02:59:59Z") + .seconds(day * 43_200)
      #expect(zone.offset(at: instant) == -14_400, "\(instant)")
    }
  }

  @Test(arguments: [
    ("", 0), ("E5", 0), ("EST", 3), ("EST5EDT", 7), ("EST25", 3), ("EST5EDT,M3.2.0", 14),
    ("EST5EDT,M13.2.0,M11.1.0", 9),
    ("EST5EDT,M3.6.0,M11.1.0", 11), ("EST5EDT,M3.2.7,M11.1.0", 13), ("EST5EDT,J0,J365", 9), ("EST5EDT,366,1", 8),
    ("EST5EDT,M3.2.0/168,M11.1.0", 15), ("EST5:60", 5), ("<-03", 4), ("EST5 ", 4), ("EST5EDT,M3.2.0,M11.1.0,", 22),
    ("EST99999999999999999999", 3),
  ])
  func aWrongRuleIsRefusedAtItsByte(rule: String, offset: Int) throws {
    let error = #expect(throws: ZoneRuleError.self) { try VenueZone(name: "X", rule: rule) }
    #expect(error?.offset == offset)
    #expect(error?.rule == rule)
  }

  @Test func theRuleIsTheFooterOfAZoneinfoFile() {
    let header = Array("TZif2".utf8) + Array(repeating: 0, count: 60)
    #expect(VenueZone.rule(fromZoneinfo: header + Array("\nEST5EDT,M3.2.0,M11.1.0\n".utf8)) == "EST5EDT,M3.2.0,M11.1.0")
    #expect(VenueZone.rule(fromZoneinfo: header + Array("\nMST7\n".utf8)) == "MST7")
    #expect(VenueZone.rule(fromZoneinfo: header + Array("\n\n".utf8)) == nil)
    #expect(VenueZone.rule(fromZoneinfo: header + Array("\nMST7".utf8)) == nil)
    #expect(VenueZone.rule(fromZoneinfo: Array("TZif".utf8) + Array(repeating: 0, count: 60)) == nil)
    #expect(VenueZone.rule(fromZoneinfo: Array("# tzdata\n\nMST7\n".utf8)) == nil)
    #expect(VenueZone.rule(fromZoneinfo: []) == nil)
  }

  @Test func anEventOfTheNextSeasonIsOnTheRightSideOfTheChange() throws {
    let schedule = EventSchedule(
      startsAfterDays: 120, time: CivilTime(hour: 19, minute: 30), onsaleAfterDays: -30, offsaleAfterDays: nil)
    let dates = schedule.dates(
      sandboxStart: try Self.instant("2026-12-01T18:00:00Z"), zone: try Self.zone("America/New_York"))
    #expect(dates.localDate.description == "2027-03-31")
    #expect(dates.start.rfc3339 == "2027-03-31T23:30:00Z")
    #expect(dates.onsale.rfc3339 == "2026-11-01T15:00:00Z")
    #expect(dates.offsale == dates.start)
  }
}
