import HTTPTypes
import JSONText
import Testing

/// `GET /events/{event_id}` and `GET /events/{event_code}/{event_host}/id`.
@Suite struct EventDetailsTests {
  private static let prefix = "/partners/v1/events"

  @Test func documentsCodeNamesTheDocumentsEvent() throws {
    let answer = try Partner().send(.get, "\(Self.prefix)/53-45243/NY1/id")
    #expect(answer.status == 200)
    let documented = try DocumentedExample("event-id-get-response-200").json
    #expect(answer.bytes == documented.serialized())
    #expect(answer.fidelity == nil)
  }

  @Test func everyEventOfTheListIsFoundByItsCode() throws {
    let partner = try Partner()
    for event in try partner.send(.get, Self.prefix).elements("/events") {
      let code = try #require(event["eventCode"]?.string)
      let host = try #require(event["eventHost"]?.string)
      let answer = try partner.send(.get, "\(Self.prefix)/\(code)/\(host)/id")
      #expect(try answer.string("/event/id") == event["eventId"]?.string)
    }
  }

  @Test(arguments: ["ECAPI1/LA2", "ecapi1/PHX", "ECAPI1/phx", "NONE/PHX", "53-45243/PHX", "EPT0726E/NY1"])
  func unknownCodeIs404WithTheCodesOfTheSandbox(name: String) throws {
    let answer = try Partner().send(.get, "\(Self.prefix)/\(name)/id")
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.contains("ECAPI1/PHX") == true)
  }

  @Test func detailsAreTrueToTheEvent() throws {
    let answer = try Partner().send(.get, "\(Self.prefix)/\(EventID.phoenix)")
    #expect(answer.status == 200)
    #expect(answer.fidelity == "inferred; see=event.details/body")
    #expect(try answer.bool("/api_transactable"))
    #expect(try answer.string("/event/id") == EventID.phoenix)
    #expect(try answer.string("/event/name") == "Desert Lantern Sessions")
    #expect(try answer.string("/event/currency_code") == "USD")
    #expect(try answer.string("/event/eventdate/value") == "2026-07-17T02:30:00Z")
    #expect(try answer.string("/event/onsale/value") == "2026-05-02T17:00:00Z")
    #expect(try answer.string("/event/offsale/value") == "2026-07-17T02:30:00Z")
    #expect(try answer.string("/event/publication/value") == "2026-04-25T17:00:00Z")
    #expect(try answer.value("/event/statuses").text == #"[{"type":"onsale","value":"2026-05-02T17:00:00Z"}]"#)
    #expect(try answer.integer("/event/quantities/limit") == 8)
    #expect(try answer.number("/event/price_range/min/face_value") == "57.00")
    #expect(try answer.number("/event/price_range/min/fees") == "34.20")
    #expect(try answer.number("/event/price_range/max/face_value") == "129.00")
    #expect(try answer.value("/event/prices/2/amounts").text == "[57.00]")
    #expect(try answer.integer("/event/prices/2/id") == 7)
    #expect(
      try answer.value("/event/prices/2/areas").text
        == #"[{"id":8},{"id":9},{"id":10},{"id":11},{"id":12},{"id":13},{"id":16}]"#)
    #expect(try answer.string("/event/area_groups/0/areas/2/description") == "Second Balcony")
    #expect(try answer.value("/event/area_groups/0/areas/2/prices").text == #"[{"id":7}]"#)
    #expect(try answer.value("/event/area_groups/0/areas/3/prices").text == #"[{"id":1},{"id":4},{"id":7}]"#)
    #expect(try answer.string("/event/tickets/0/id") == "000000000001")
    #expect(try answer.integer("/event/tickets/0/prices/2/id") == 7)
    #expect(try answer.string("/event/venue/location/address/region/abbrev") == "AZ")
    #expect(try answer.string("/event/venue/location/time_zone") == "America/Phoenix")
    #expect(try answer.string("/event/url").hasSuffix("/partners/v1/events/\(EventID.phoenix)"))
    #expect(!answer.text.contains("ticketmaster.com"), "no link leads to the vendor")
  }

  @Test func priceDetailsAddUpToWhatACartCosts() throws {
    let partner = try Partner()
    let details = try partner.send(.get, "\(Self.prefix)/\(EventID.phoenix)")
    let lines = try details.elements("/event/tickets/0/prices/2/price_details")
    #expect(
      lines.compactMap { $0["type"]?.string } == [
        "face_value", "face_value_tax", "facility", "service", "service_tax", "service_tax2", "distance",
      ])
    var sum = 0
    for line in lines { sum += try #require(line.value(at: "/amount/amount")).hundredths() }
    let cart = try partner.hold(EventID.phoenix, more: #""section": "BALC2L", "row": "B", "begin_seat": 13"#)
    #expect(try sum == cart.answer.value("/cart/items/0/totals/grand").hundredths())
  }

  @Test func everyEventHasDetails() throws {
    let partner = try Partner()
    for event in try partner.send(.get, Self.prefix).elements("/events") {
      let id = try #require(event["eventId"]?.string)
      let answer = try partner.send(.get, "\(Self.prefix)/\(id)")
      #expect(answer.status == 200, "\(id)")
      #expect(try answer.bool("/api_transactable") == (id != EventID.notTransactable), "\(id)")
      let types = try answer.elements("/event/tickets").compactMap { $0["id"]?.string }
      #expect(types == event["offers"]?.elements.compactMap { $0["ticketType"]?.string }, "\(id)")
      for ticket in try answer.elements("/event/tickets") {
        #expect(ticket["prices"].map { $0.elements.count > 0 } == true, "\(id)")
        #expect(ticket["areas"]?.kind == .array, "\(id)")
      }
    }
  }

  @Test func saleThatIsOverIsAStatus() throws {
    let answer = try Partner().send(.get, "\(Self.prefix)/\(EventID.offSale)")
    #expect(try answer.elements("/event/statuses").compactMap { $0["type"]?.string } == ["onsale", "offsale"])
    let unopened = BundledCatalogue.event(schedule: "\"onsaleAfterDays\": 3")
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [unopened]))
    #expect(try partner.send(.get, "\(Self.prefix)/3F00000000000001").elements("/event/statuses").isEmpty)
  }

  @Test func unknownEventIs404() throws {
    let answer = try Partner().send(.get, "\(Self.prefix)/3F00FFFFFFFFFFFF")
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.contains(EventID.phoenix) == true)
  }
}
