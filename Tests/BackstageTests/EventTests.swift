import Backstage
import HTTPTypes
import JSONText
import Testing

/// `events`: what is on sale in one sandbox.
@Suite struct EventTests {
  private static let id = "3F00000000000001"

  @Test func eventsAreListedWithTheirSeats() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix, quantity: 2)
    let answer = try stage.control(.get, "events")
    let events = try answer.elements("/events")
    let phoenix = try #require(events.first { $0["id"]?.string == EventID.phoenix })
    #expect(
      phoenix.members.map(\.key) == [
        "id", "aliases", "name", "code", "host", "entry", "transactable", "start", "onsale", "offsale", "seats",
      ])
    let other = try Stage().control(.get, "events").elements("/events").first { $0["id"]?.string == EventID.phoenix }
    let free = try #require(other?.value(at: "/seats/free")?.integer)
    #expect(phoenix.value(at: "/seats/free")?.integer == free - 2)
  }

  @Test func addedEventIsOnSaleInThisSandboxOnly() throws {
    let stage = try Stage()
    let answer = try stage.control(.put, "events/\(Self.id)", BundledCatalogue.event())
    #expect(answer.status == 201)
    #expect(try answer.integer("/seats/total") == 20)
    try stage.hold(Self.id, quantity: 2)
    #expect(try stage.buy(Self.id).status == 200)
    #expect(try stage.ask(.get, "/partners/v1/events").text.contains(Self.id))
    #expect(try stage.ask(.get, "/partners/v1/events/\(Self.id)/availability", key: "other").status == 404)
    #expect(try !stage.control(.get, "events", key: "other").text.contains(Self.id))
    _ = try stage.control(.post, "reset", #"{"parts":["state"]}"#)
    #expect(try !stage.control(.get, "events").text.contains(Self.id))
  }

  @Test func eventIsReplacedInItsPlace() throws {
    let stage = try Stage()
    let before = try stage.control(.get, "events").elements("/events").compactMap { $0["id"]?.string }
    let fixture = BundledCatalogue.event(id: EventID.base64, code: "ENEW", rows: 3)
    let cart = try stage.hold(EventID.base64)
    #expect(try stage.delete(cart).status == 204)
    let answer = try stage.control(.put, "events/\(EventID.base64)", fixture)
    #expect(answer.status == 200)
    #expect(try answer.integer("/seats/free") == 30)
    #expect(try stage.control(.get, "events").elements("/events").compactMap { $0["id"]?.string } == before)
    try stage.hold(EventID.base64, quantity: 10)
  }

  @Test func eventWithCartsOrOrdersIsNotReplaced() throws {
    let stage = try Stage()
    let path = "events/\(Self.id)"
    #expect(try stage.control(.put, path, BundledCatalogue.event()).status == 201)
    let cart = try stage.hold(Self.id)
    let held = try stage.control(.put, path, BundledCatalogue.event(name: "Another"))
    held.expectError(409, path: "/id", found: "\(Self.id) with 1 live carts")
    #expect(try stage.pay(cart).status == 200)
    #expect(try stage.commit(cart).status == 200)
    let sold = try stage.control(.put, path, BundledCatalogue.event(name: "Another"))
    sold.expectError(409, path: "/id", found: "\(Self.id) with 1 orders")
    #expect(try stage.control(.get, "events").text.contains("A Play"))
    let seeded = BundledCatalogue.event(id: EventID.phoenix, code: "ENEW")
    try stage.control(.put, "events/\(EventID.phoenix)", seeded).expectError(409, path: "/id")
  }

  @Test func expiredHoldDoesNotStandInTheWay() throws {
    let stage = try Stage(rate: 1)
    try stage.hold(EventID.base64)
    stage.realTime.advance(by: .seconds(300))
    let fixture = BundledCatalogue.event(id: EventID.base64, code: "ENEW")
    #expect(try stage.control(.put, "events/\(EventID.base64)", fixture).status == 200)
  }

  @Test(arguments: [
    (BundledCatalogue.event(id: "3F00000000000002"), 422, "/id"), ("{}", 422, "/id"), ("", 400, ""), ("[]", 422, ""),
    (BundledCatalogue.event(members: #""aliases": ["\#(EventID.phoenix)"],"#), 422, "/aliases"),
    (BundledCatalogue.event(members: #""ticketLmit": 4,"#), 422, "/ticketLmit"),
    (BundledCatalogue.event(members: #""hold": {"reserveSeconds": 0},"#), 422, "/hold/reserveSeconds"),
    (BundledCatalogue.event(code: "ECAPI1"), 422, "/code"),
    (BundledCatalogue.event().replacing("America/Phoenix", with: "Mars/Olympus"), 422, "/venue/zone"),
  ])
  func brokenFixtureIsAnErrorWithItsPlace(fixture: String, status: Int, path: String) throws {
    let stage = try Stage()
    let before = try stage.control(.get, "events").text
    try stage.control(.put, "events/\(Self.id)", fixture).expectError(status, path: path)
    #expect(try stage.control(.get, "events").text == before)
  }

  @Test func zoneRulesComeFromTheSystemFirst() throws {
    let stage = try Stage(configuration: .init(zoneRule: { $0 == "Mars/Olympus" ? "OLY-1" : nil }))
    let fixture = BundledCatalogue.event().replacing("America/Phoenix", with: "Mars/Olympus")
    #expect(try stage.control(.put, "events/\(Self.id)", fixture).status == 201)
  }

  @Test func onlySoManyEventsCanBePut() throws {
    let stage = try Stage()
    for number in 1...100 {
      let id = "E\(number)"
      #expect(try stage.control(.put, "events/\(id)", BundledCatalogue.event(id: id, code: id)).status == 201)
    }
    let fixture = BundledCatalogue.event(id: "E101", code: "E101")
    try stage.control(.put, "events/E101", fixture).expectError(409, path: "/id")
    let known = BundledCatalogue.event(id: "E100", code: "E100")
    #expect(try stage.control(.put, "events/E100", known).status == 200)
  }
}
