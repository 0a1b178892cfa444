import EventCatalogue
import Testing

/// Lists that are long: what must occur once is found wherever it occurs again, and the last is as good as the first.
@Suite struct LongListTests {
  private static let count = 3_000

  /// A list of the event, its elements by number, the path of the last one's name, and what it must be.
  struct List: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands in the sample; empty: nothing.
    let old: String
    let element: @Sendable (Int) -> String
    let path: String
    let expected: String

    var testDescription: String { name }
  }

  static let lists: [List] = [
    List(
      name: "aliases", old: #""1Alias""#, element: { "\"A\($0)\"" }, path: "",
      expected: "an id that does not occur before"),
    List(
      name: "areas", old: #"{ "id": 5, "name": "ORCH", "description": "Orchestra" }"#,
      element: { #"{ "id": \#($0 + 5), "name": "A", "description": "A" }"# }, path: "/id",
      expected: "an id that does not occur before"),
    List(
      name: "priceLevels", old: #"{ "id": 1 }, { "id": 2 }"#, element: { #"{ "id": \#($0 + 1) }"# }, path: "/id",
      expected: "an id that does not occur before"),
    List(
      name: "ticketTypes", old: #"{ "id": "000000000001", "name": "Adult" }"#,
      element: {
        #"{ "id": "\#(String(100_000_000_001 + $0).replacing("1", with: "0", maxReplacements: 1))", "name": "A" }"#
      },
      path: "/id", expected: "an id that does not occur before"),
    List(
      name: "otherCodes", old: "", element: { #"{ "code": "C\#($0)", "host": "NY1" }"# }, path: "",
      expected: "a code that does not occur before"),
    List(
      name: "shipping", old: "",
      element: {
        #"{ "id": "S\#($0)", "carrier": "C", "serviceLevel": "L", "long": "l", "short": "s", "eta": "e" }"#
      }, path: "/id", expected: "an id that does not occur before"),
  ]

  @Test(arguments: lists)
  func everyElementOccursOnce(list: List) throws {
    let event = try Self.read(list, (0..<Self.count).map(list.element))
    let description = event.description
    switch list.name {
    case "aliases": #expect(description.aliases.count == Self.count)
    case "areas": #expect(description.areas.count == Self.count)
    case "priceLevels": #expect(description.priceLevels.count == Self.count)
    case "ticketTypes": #expect(description.ticketTypes.count == Self.count)
    case "otherCodes": #expect(description.otherCodes.count == Self.count)
    default: #expect(description.shippingOptions.count == Self.count)
    }
  }

  @Test(arguments: lists)
  func oneThatOccursAgainIsFound(list: List) throws {
    let error = #expect(throws: FixtureError.self) {
      _ = try Self.read(list, (0..<Self.count).map(list.element) + [list.element(1)])
    }
    #expect(error?.path == "/\(list.name)/\(Self.count)\(list.path)")
    #expect(error?.expected == list.expected)
  }

  private static func read(_ list: List, _ elements: [String]) throws -> Event {
    let text = elements.joined(separator: ", ")
    let fixture =
      list.old.isEmpty
      ? CatalogueSample.event.replacing(#""ticketLimit": 8,"#, with: #""ticketLimit": 8, "\#(list.name)": [\#(text)],"#)
      : CatalogueSample.event.replacing("[\(list.old)]", with: "[\(text)]")
    return try CatalogueReader.event(Array(fixture.utf8), file: "x.json") { _ in nil }
  }
}
