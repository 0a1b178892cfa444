import HTTPTypes
import JSONText
import Testing

/// Pages and parts of the event list.
@Suite struct EventListTests {
  private func ids(_ query: String) throws -> [String] {
    let answer = try Partner().send(.get, "/partners/v1/events\(query)")
    #expect(answer.status == 200, "\(answer.text)")
    return try answer.elements("/events").compactMap { $0["eventId"]?.string }
  }

  @Test func pagesAreTheListInPieces() throws {
    let all = try ids("")
    #expect(all.count > 10)
    #expect(try ids("?page=1&limit=10000") == all)
    #expect(try ids("?limit=3") == Array(all.prefix(3)))
    var pages: [String] = []
    for page in 1...(all.count / 4 + 1) { pages += try ids("?limit=4&page=\(page)") }
    #expect(pages == all)
    #expect(try ids("?limit=4&page=\(all.count)") == [])
    #expect(try ids("?limit=10000&page=2147483647") == [])
  }

  @Test(arguments: [
    (EventID.phoenix, [EventID.phoenix]), (EventID.losAngelesUniversal, [EventID.losAngeles]),
    ("\(EventID.losAngelesUniversal),\(EventID.losAngeles)", [EventID.losAngeles]), ("nothing", []),
    ("nothing,\(EventID.paper),", [EventID.paper]),
  ])
  func namedEventsAlone(events: String, expected: [String]) throws {
    #expect(try ids("?events=\(events)") == expected)
  }

  @Test func eachEventIsListedOnceInTheOrderOfTheList() throws {
    let all = try ids("")
    let some = [all[5], all[2], all[5]]
    #expect(try ids("?events=\(some.joined(separator: ","))") == [all[2], all[5]])
    #expect(try ids("?events=\(some.joined(separator: ","))&limit=1&page=2") == [all[5]])
  }

  @Test func theCatalogueIsOfOneSource() throws {
    #expect(try ids("?source=TM_US") == ids(""))
    for source in ["TM_UK", "Universe", "MFX&market=DE"] { #expect(try ids("?source=\(source)") == []) }
  }

  @Test(arguments: [
    ("page=0", "page"), ("page=-1", "page"), ("page=x", "page"), ("page=1.5", "page"), ("page=2147483648", "page"),
    ("limit=0", "limit"), ("limit=10001", "limit"), ("limit=many", "limit"), ("source=TM_DE", "source"),
    ("source=tm_us", "source"), ("source=MFX", "market"),
  ])
  func whatIsOutOfRangeIsNamed(query: String, name: String) throws {
    let answer = try Partner().send(.get, "/partners/v1/events?\(query)")
    answer.expectError(400, 10_002)
    #expect(answer.diagnosis?.contains(name) == true)
  }
}
