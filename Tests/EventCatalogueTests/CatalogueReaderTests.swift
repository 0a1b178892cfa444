import Determinism
import EventCatalogue
import Foundation
import Testing

@Suite struct CatalogueReaderTests {
  private func read(_ text: String, zoneRule: (String) -> String? = { _ in nil }) throws -> Event {
    try CatalogueReader.event(Array(text.utf8), file: "x.json", zoneRule: zoneRule)
  }

  @Test func rangesBecomeRowsInOrder() throws {
    let event = try read(CatalogueSample.event)
    let rows = event.description.rows
    #expect(
      rows.map { "\($0.section) \($0.row) \($0.first)-\($0.last)/\($0.step) \($0.soldElsewhere)" } == [
        "ORCHL A 1-27/2 [ClosedRange(3...7)]", "ORCHL B 1-27/2 [ClosedRange(3...7)]", "ORCHL C 1-10/1 []",
        "FLOOR GA 1-20/1 []",
      ])
    #expect(rows.map(\.areas) == [[0], [0], [0], []])
    #expect(rows.map(\.seating) == [.reserved, .reserved, .reserved, .general])
    #expect(event.layout.seatCount == 14 + 14 + 10 + 20)
  }

  @Test func sectionsOfABlockShareTheirRowsBestRowFirst() throws {
    let text = try CatalogueSample.text(CatalogueSample.event, #"["ORCHL"]"#, to: #"["ORCHL", "ORCHR"]"#)
    let rows = try read(text).description.rows
    #expect(
      rows.map { "\($0.section)/\($0.row)" } == [
        "ORCHL/A", "ORCHR/A", "ORCHL/B", "ORCHR/B", "ORCHL/C", "ORCHR/C", "FLOOR/GA",
      ])
  }

  @Test func absentKeysHaveTheirDefaults() throws {
    let description = try read(CatalogueSample.event).description
    #expect(description.entry == .rotatingSymbology)
    #expect(description.cartIDStyle == .uuid)
    #expect(description.isTransactable && !description.requiresCaptcha && !description.restrictsSingles)
    #expect(!description.hasGranularPricing && description.offers.allSatisfy { $0.isOpen(to: nil) })
    #expect(description.delayDelivery == nil)
    #expect(description.hold == HoldTimes())
    #expect(description.shippingOptions == ShippingOption.standard)
    #expect(description.priceLevels.map(\.description) == ["Price Level 1", "Price Level 2"])
    #expect(description.schedule.offsaleAfterDays == nil)
    #expect(description.offers.map(\.fees) == [.zero])
    #expect(description.processing == Charge(price: Money(hundredths: 376), tax: .zero))
  }

  @Test(arguments: [
    ("2026-12-05", DelayDelivery.Release.date(CivilDate(year: 2026, month: 12, day: 5))),
    ("2026-12-05T18:00:00Z", .instant(Instant(secondsSinceEpoch: 1_796_493_600))),
    ("+PT2M", .afterOrder(.seconds(120))),
    ("-P1D", .beforeEvent(.seconds(86_400))),
    ("start+P30D", .daysAfterStart(30)),
    ("start+P2W", .daysAfterStart(14)),
  ])
  func aReleaseHasFiveForms(text: String, release: DelayDelivery.Release) {
    #expect(DelayDelivery.Release(text) == release)
  }

  @Test(arguments: [
    "", "2026-02-30", "2026-12-05T18:00:00", "PT2M", "+-PT2M", "++PT2M", "-PT", "start+PT12H", "start-P1D",
    "start+-P1D",
    "startP1D", "+P4000D", "tomorrow", "+P1M",
  ])
  func anythingElseIsNoRelease(text: String) {
    #expect(DelayDelivery.Release(text) == nil)
  }

  @Test func aZoneWithoutARuleIsAskedFor() throws {
    let text = try CatalogueSample.text(CatalogueSample.event, #", "zoneRule": "MST7""#, to: "")
    var asked: [String] = []
    let event = try read(text) { name in
      asked.append(name)
      return "EST5"
    }
    #expect(asked == ["America/Phoenix"])
    #expect(event.description.venue.zone.rule == "EST5")
    let error = #expect(throws: FixtureError.self) { try read(text) }
    #expect(
      error?.description
        == "x.json:7: /venue/zone: expected a time zone that this system knows, or zoneRule beside it, "
        + "found \"America/Phoenix\"")
    let broken = #expect(throws: FixtureError.self) { try read(text) { _ in "nonsense" } }
    #expect(broken?.path == "/venue/zone")
    #expect(broken?.found == "\"nonsense\"")
  }

  @Test func aLaterFileReplacesAnEarlierOneInItsPlace() throws {
    let other = try CatalogueSample.text(CatalogueSample.event, "3F00000000000001", to: "3F00000000000002")
    let second = try CatalogueSample.text(
      CatalogueSample.text(other, "1Alias", to: "2Alias"), "ECODE1", to: "ECODE2")
    let renamed = try CatalogueSample.text(CatalogueSample.event, "A Play", to: "Another Play")
    let cheaper = try CatalogueSample.text(
      CatalogueSample.order, #""orderedDaysBefore": 4"#, to: #""orderedDaysBefore": 5"#)
    let catalogue = try CatalogueReader.catalogue([
      CatalogueSample.file("a/first.json", CatalogueSample.event), CatalogueSample.file("a/second.json", second),
      CatalogueSample.file("a/orders/one.json", CatalogueSample.order),
      CatalogueSample.file("b/renamed.json", renamed), CatalogueSample.file("b/orders/again.json", cheaper),
    ]) { _ in nil }
    #expect(catalogue.events.map(\.description.name) == ["Another Play", "A Play"])
    #expect(catalogue.soldOrders.map(\.orderedDaysBefore) == [5])
    #expect(catalogue.event("2Alias")?.id == "3F00000000000002")
  }

  @Test func anOrderGoesWithTheSeatsOfAReplacedEvent() throws {
    let smaller = try CatalogueSample.text(CatalogueSample.event, #"["A", "B"]"#, to: #"["B"]"#)
    let files = [
      CatalogueSample.file("a.json", CatalogueSample.event),
      CatalogueSample.file("orders/one.json", CatalogueSample.order), CatalogueSample.file("b.json", smaller),
    ]
    #expect(try CatalogueReader.catalogue(files) { _ in nil }.soldOrders.isEmpty)
    // The same order written for the new event is a mistake.
    let mistaken = [files[0], files[2], files[1]]
    let error = #expect(throws: FixtureError.self) { try CatalogueReader.catalogue(mistaken) { _ in nil } }
    #expect(error?.path == "/tickets/0/seat")
    #expect(error?.file == "orders/one.json")
  }

  @Test func anOrderMayNameItsEventByAnAlias() throws {
    let order = try CatalogueSample.text(CatalogueSample.order, "3F00000000000001", to: "1Alias")
    let catalogue = try CatalogueReader.catalogue([
      CatalogueSample.file("orders/one.json", order), CatalogueSample.file("a.json", CatalogueSample.event),
    ]) { _ in nil }
    #expect(catalogue.soldOrders.map(\.eventID) == ["3F00000000000001"])
  }

  @Test func theDocumentedExamplesLoad() throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    let page = try String(contentsOfFile: "\(root)/docs/fixtures.md", encoding: .utf8)
    var blocks: [String] = []
    var block: String?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```json" {
        block = ""
      } else if line == "```" {
        if let block { blocks.append(block) }
        block = nil
      } else {
        block?.append("\(line)\n")
      }
    }
    try #require(blocks.count == 2)
    let catalogue = try CatalogueReader.catalogue([
      CatalogueSample.file("event.json", blocks[0]), CatalogueSample.file("orders/order.json", blocks[1]),
    ]) { _ in nil }
    #expect(catalogue.events.map(\.id) == ["3F00EA0000000001"])
    #expect(catalogue.events.map(\.layout.seatCount) == [42 + 200])
    #expect(catalogue.soldOrders.map(\.number) == ["39-20999/PHX"])
  }
}
