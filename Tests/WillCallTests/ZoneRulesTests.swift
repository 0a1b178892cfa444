import EventCatalogue
import Foundation
import JSONText
import Testing

@testable import WillCall

/// The rules of time zones that are compiled in.
@Suite struct ZoneRulesTests {
  @Test(arguments: [
    ("America/New_York", "EST5EDT,M3.2.0,M11.1.0"), ("America/Phoenix", "MST7"),
    ("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3"), ("Asia/Kolkata", "IST-5:30"),
    ("Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"), ("UTC", "UTC0"),
  ])
  func aZoneHasItsRule(name: String, rule: String) {
    #expect(ZoneRules.rule(of: name) == rule)
  }

  @Test(arguments: ["Mars/Olympus", "", "/etc/passwd", "../../../etc/passwd", "America"])
  func whatIsNoZoneHasNone(name: String) {
    #expect(ZoneRules.rule(of: name) == nil)
  }

  @Test func everyRuleCanBeUsed() throws {
    let zones = try JSONValue.parse(BundledFiles.zones)
    var names: Set<String> = []
    for (rule, zonesOfIt) in zones.members {
      for name in zonesOfIt.elements {
        let name = try #require(name.string)
        #expect(throws: Never.self) { try VenueZone(name: name, rule: rule) }
        #expect(names.insert(name).inserted, "\(name) has two rules")
      }
    }
    #expect(names.count > 500)
  }

  @Test func theyAreTheFileByteForByte() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let file = try Data(contentsOf: root.appending(path: "Fixtures/zones.json"))
    #expect(BundledFiles.zones == Array(file))
  }
}
