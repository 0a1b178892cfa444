import EventCatalogue
import Testing

@Suite struct CatalogueBrokenFixtureTests {
  /// One place to break, and what the error must say.
  struct Break: Sendable, CustomTestStringConvertible {
    let part: String
    let replacement: String
    let line: Int
    let path: String
    let expected: String
    let found: String

    init(_ part: String, _ replacement: String, _ line: Int, _ path: String, _ expected: String, _ found: String) {
      self.part = part
      self.replacement = replacement
      self.line = line
      self.path = path
      self.expected = expected
      self.found = found
    }

    var testDescription: String { "\(part) -> \(replacement)" }
  }

  private func check(_ error: FixtureError?, in file: String, _ broken: Break) {
    #expect(error?.file == file)
    #expect(error?.line == broken.line)
    #expect(error?.path == broken.path)
    #expect(error?.expected == broken.expected)
    #expect(error?.found == broken.found)
  }

  static let events: [Break] = [
    Break(
      #""host": "PHX","#, "", 1, "/host", "a host", "nothing"),
    Break(
      #""step": 2"#, #""stepp": 2"#, 21, "/seating/0/rows/0/stepp",
      #"one of "rows", "first", "last", "sold", "step", "priceLevel", "areas""#,
      #"unknown key "stepp" (did you mean "step"?)"#),
    Break(
      #""zone": "America/Phoenix""#, #""zone": "America/Phoenix", "capacity": 9"#, 7, "/venue/capacity",
      #"one of "name", "city", "region", "country", "zone", "zoneRule""#, #"unknown key "capacity""#),
    Break(
      #""ticketLimit": 8"#, #""ticketLimit": 8, "ticketLimit": 9"#, 10, "/ticketLimit", "each key once",
      #"duplicate key "ticketLimit""#),
    Break(#""currency": "USD","#, #""currency": "USD""#, 10, "", #""," or "}""#, "\"\"\""),
    Break(#""id": "3F00000000000001""#, #""id": "3F00-1""#, 2, "/id", "1 to 40 letters and digits", #""3F00-1""#),
    Break("1Alias", "3F00000000000001", 3, "/aliases/0", "an id that does not occur before", #""3F00000000000001""#),
    Break("ECODE1", "E/1", 4, "/code", "1 to 40 letters, digits or hyphens", #""E/1""#),
    Break(#""country": "US""#, #""country": "usa""#, 6, "/venue/country", "an ISO 3166 code such as US", #""usa""#),
    Break(
      "MST7", "MST", 7, "/venue/zoneRule",
      "a POSIX time zone rule with an offset such as 5 or -3:30 at byte 3", #""MST""#),
    Break("40, ", "4000, ", 8, "/schedule/startsAfterDays", "a whole number from -3650 to 3650", "4000"),
    Break("19:30", "7 pm", 8, "/schedule/time", #"a time of day such as "19:30""#, #""7 pm""#),
    Break("-30", "41", 8, "/schedule/onsaleAfterDays", "a whole number from -3650 to 40", "41"),
    Break(
      "-30 }", #"-30, "offsaleAfterDays": -31 }"#, 8, "/schedule/offsaleAfterDays", "a whole number from -30 to 3650",
      "-31"),
    Break(#""USD""#, #""dollars""#, 9, "/currency", "an ISO 4217 code such as USD", #""dollars""#),
    Break(#""ticketLimit": 8"#, #""ticketLimit": -1"#, 10, "/ticketLimit", "a whole number from 0 to 200000", "-1"),
    Break(#""ticketLimit": 8"#, #""ticketLimit": "8""#, 10, "/ticketLimit", "a whole number from 0 to 200000", #""8""#),
    Break(#""ticketLimit": 8"#, #""captcha": 1"#, 10, "/captcha", "true or false", "1"),
    Break(#""ticketLimit": 8"#, #""granularPricing": "yes""#, 10, "/granularPricing", "true or false", #""yes""#),
    Break(
      #""face": { "price": 57.00, "tax": 4.13 }"#, #""face": 57.00, "password": """#, 16, "/offers/0/password",
      "a string of 1 to 100 characters", #""""#),
    Break(#""ticketLimit": 8"#, #""cartIds": "hex""#, 10, "/cartIds", #""uuid" or "base64""#, #""hex""#),
    Break(
      #""ticketLimit": 8"#, #""entry": "nfc""#, 10, "/entry", #""safetix" or "safetix-barcode" or "barcode""#, #""nfc""#
    ),
    Break(
      #""ticketLimit": 8"#, #""delayDelivery": { "until": "soon" }"#, 10, "/delayDelivery/until",
      #"a date, an instant, "+PT2M" after the order, "-P1D" before the event or "start+P30D""#, #""soon""#),
    Break(
      #""ticketLimit": 8"#, #""entry": "barcode", "delayDelivery": { "until": "-P1D" }"#, 10, "/delayDelivery",
      #"no delayed delivery where entry is "barcode""#, "one"),
    Break(
      #""ticketLimit": 8"#, #""hold": { "reserveSeconds": 0 }"#, 10, "/hold/reserveSeconds",
      "a whole number from 1 to 86400", "0"),
    Break(#""ticketLimit": 8"#, #""shipping": []"#, 10, "/shipping", "an array with at least one element", "an array"),
    Break("3.76", "3.765", 11, "/processing", "an amount from 0 to 1000000 with at most two decimals", "3.765"),
    Break("3.76", "-0.01", 11, "/processing", "an amount from 0 to 1000000 with at most two decimals", "-0.01"),
    Break(
      "3.76", "1000000.01", 11, "/processing", "an amount from 0 to 1000000 with at most two decimals", "1000000.01"),
    Break("3.76", #""3.76""#, 11, "/processing", "an amount, or an object with price and tax", #""3.76""#),
    Break(
      #""description": "Orchestra" }"#, #""description": "Orchestra" }, { "id": 5, "name": "X", "description": "X" }"#,
      12,
      "/areas/1/id", "an id that does not occur before", "5"),
    Break(
      #"{ "id": "000000000001","#, #"{ "id": "00000000001","#, 13, "/ticketTypes/0/id", "twelve upper-case hex digits",
      #""00000000001""#),
    Break(#"{ "id": 2 }"#, #"{ "id": 1 }"#, 14, "/priceLevels/1/id", "an id that does not occur before", "1"),
    Break(
      #""ticketType": "000000000001""#, #""ticketType": "000000000002""#, 16, "/offers/0/ticketType",
      #""000000000001""#, #""000000000002""#),
    Break(#""priceLevel": 1, "face""#, #""priceLevel": 3, "face""#, 16, "/offers/0/priceLevel", "1 or 2", "3"),
    Break(
      #""price": 57.00, "tax""#, #""prize": 57.00, "tax""#, 16, "/offers/0/face/prize",
      #"one of "tax", "price""#, #"unknown key "prize" (did you mean "price"?)"#),
    Break(
      "4.13 } }", #"4.13 } }, { "ticketType": "000000000001", "priceLevel": 1, "face": 1 }"#, 16,
      "/offers/1/priceLevel",
      "a price level for which the ticket type has no offer before", "1"),
    Break(#"["ORCHL"]"#, "[]", 19, "/seating/0/sections", "an array with at least one element", "an array"),
    Break(
      #"["ORCHL"]"#, #"["ORCH L"]"#, 19, "/seating/0/sections/0",
      "1 to 20 printable ASCII characters without spaces and colons", #""ORCH L""#),
    Break(
      #""priceLevel": 1, "areas": [5]"#, #""priceLevel": 2, "areas": [5]"#, 19, "/seating/0/priceLevel",
      "a price level with an offer", "2"),
    Break(#""areas": [5]"#, #""areas": [5, 6]"#, 19, "/seating/0/areas/1", "5", "6"),
    Break(#""areas": [5]"#, #""areas": [5, 5]"#, 19, "/seating/0/areas/1", "an area that does not occur before", "5"),
    Break(#""step": 2"#, #""step": 3"#, 21, "/seating/0/rows/0/step", "1 or 2", "3"),
    Break(
      #""first": 1, "last": 27"#, #""first": 0, "last": 27"#, 21, "/seating/0/rows/0/first",
      "a whole number from 1 to 99999", "0"),
    Break(#""last": 27"#, #""last": 28"#, 21, "/seating/0/rows/0/last", "a number reached from 1 by steps of 2", "28"),
    Break(
      #""first": 1, "last": 10"#, #""first": 11, "last": 10"#, 22, "/seating/0/rows/1/last",
      "a whole number from 11 to 99999", "10"),
    Break(
      #""3-7""#, #""3-8""#, 21, "/seating/0/rows/0/sold/0", #"a seat of the row or a range of them, such as "1-27""#,
      #""3-8""#),
    Break(
      #""3-7""#, #""7-3""#, 21, "/seating/0/rows/0/sold/0", #"a seat of the row or a range of them, such as "1-27""#,
      #""7-3""#),
    Break(
      #""3-7""#, "7", 21, "/seating/0/rows/0/sold/0", #"a seat of the row or a range of them, such as "1-27""#, "7"),
    Break(#"["C"]"#, #"["B"]"#, 22, "/seating/0/rows/1", "seats that no row has before", "seat 1 of ORCHL B again"),
    Break(
      #"["A", "B"]"#, #"["A", "A"]"#, 21, "/seating/0/rows/0", "seats that no row has before", "seat 1 of ORCHL A again"
    ),
    Break(
      #""places": 20"#, #""places": 200000"#, 24, "/seating/1", "at most 200000 seats in an event", "200038 up to here"),
    Break(
      #""places": 20"#, #""rows": 20"#, 24, "/seating/1/rows",
      #"one of "general", "priceLevel", "places", "areas", "portal", "xNum", "sold""#, #"unknown key "rows""#),
    Break(
      #""general": "FLOOR""#, #""generl": "FLOOR""#, 24, "/seating/1/generl",
      #"one of "places", "priceLevel", "general", "areas", "portal", "xNum", "sold""#,
      #"unknown key "generl" (did you mean "general"?)"#),
  ]

  @Test(arguments: events) func aBrokenEventIsDescribed(broken: Break) throws {
    let text = try CatalogueSample.text(CatalogueSample.event, broken.part, to: broken.replacement)
    let error = #expect(throws: FixtureError.self) {
      try CatalogueReader.event(Array(text.utf8), file: "events/x.json") { _ in nil }
    }
    check(error, in: "events/x.json", broken)
  }

  static let orders: [Break] = [
    Break("39-1/PHX", "39 1", 2, "/orderNumber", #"an order number such as "39-20827/PHX""#, #""39 1""#),
    Break("token-1", "", 3, "/orderToken", "1 to 200 printable ASCII characters without spaces", #""""#),
    Break("3F00000000000001", "3F00000000000009", 4, "/event", "the id of an event", #""3F00000000000009""#),
    Break(#""account": "12313131","#, "", 1, "", "an account, which SafeTix tickets need", "an object"),
    Break(#"Before": 4"#, #"Before": -1"#, 6, "/orderedDaysBefore", "a whole number from 0 to 3650", "-1"),
    Break(#""seatId": "1""#, #""seatId": "one""#, 8, "/tickets/0/seatId", "1 to 20 digits", #""one""#),
    Break("121212121212", "12121212121", 8, "/tickets/0/barcode", "12 to 18 digits", #""12121212121""#),
    Break(
      "121212121213", "121212121212", 9, "/tickets/1/barcode", "a barcode that no other ticket has", #""121212121212""#),
    Break(#""seat": 9"#, #""seat": 8"#, 8, "/tickets/0/seat", "a seat of 3F00000000000001 in section ORCHL row A", "8"),
    Break(
      #""row": "A""#, #""row": "Z""#, 8, "/tickets/0/seat", "a seat of 3F00000000000001 in section ORCHL row Z", "9"),
    Break(#""seat": 9"#, #""seat": 5"#, 8, "/tickets/0/seat", "a seat that is not sold elsewhere", "5"),
    Break(
      #""section": "FLOOR", "row": "GA", "seat": 7"#, #""section": "ORCHL", "row": "A", "seat": 9"#, 9,
      "/tickets/1/seat",
      "a seat that no other ticket has", "9"),
    Break(
      #""seat": 9, "price""#, #""seat": 9, "prize""#, 8, "/tickets/0/prize",
      #"one of "barcode", "seatId", "section", "row", "seat", "portal", "price", "distance", "facility", "service", "tax""#,
      #"unknown key "prize" (did you mean "price"?)"#),
  ]

  @Test(arguments: orders) func aBrokenOrderIsDescribed(broken: Break) throws {
    let text = try CatalogueSample.text(CatalogueSample.order, broken.part, to: broken.replacement)
    let error = #expect(throws: FixtureError.self) {
      try CatalogueReader.catalogue([
        CatalogueSample.file("events/a.json", CatalogueSample.event), CatalogueSample.file("data/orders/x.json", text),
      ]) { _ in nil }
    }
    check(error, in: "data/orders/x.json", broken)
  }

  /// Fields of a second event or order that clash with the first.
  @Test(arguments: [
    (
      "3F00000000000002", "1Alias", "ECODE2", 3, "/aliases/0", "an id that no other event has",
      #""1Alias", which also names event 3F00000000000001"#
    ),
    (
      "1Alias", "2Alias", "ECODE2", 2, "/id", "an id that no other event has",
      #""1Alias", which also names event 3F00000000000001"#
    ),
    (
      "3F00000000000002", "2Alias", "ECODE1", 4, "/code", "a code that no other event of the host has",
      #""ECODE1", the code of event 3F00000000000001"#
    ),
  ])
  func twoEventsShareNothing(
    id: String, alias: String, code: String, line: Int, path: String, expected: String, found: String
  ) throws {
    var text = try CatalogueSample.text(CatalogueSample.event, "1Alias", to: alias)
    text = try CatalogueSample.text(text, "3F00000000000001", to: id)
    text = try CatalogueSample.text(text, "ECODE1", to: code)
    let error = #expect(throws: FixtureError.self) {
      try CatalogueReader.catalogue([
        CatalogueSample.file("a.json", CatalogueSample.event), CatalogueSample.file("b.json", text),
      ]) { _ in nil }
    }
    #expect(error == FixtureError(file: "b.json", line: line, path: path, expected: expected, found: found))
  }

  @Test(arguments: [
    ("token-1", "39-2/PHX", "token-1", "/orderToken", "a token that no other order has"),
    ("token-2", "39-2/PHX", "token-2", "/tickets/0/barcode", "a barcode that no other ticket has"),
  ])
  func twoOrdersShareNothing(token: String, number: String, found: String, path: String, expected: String) throws {
    var text = try CatalogueSample.text(CatalogueSample.order, "token-1", to: token)
    text = try CatalogueSample.text(text, "39-1/PHX", to: number)
    let error = #expect(throws: FixtureError.self) {
      try CatalogueReader.catalogue([
        CatalogueSample.file("a.json", CatalogueSample.event),
        CatalogueSample.file("orders/1.json", CatalogueSample.order), CatalogueSample.file("orders/2.json", text),
      ]) { _ in nil }
    }
    #expect(error?.file == "orders/2.json")
    #expect(error?.path == path)
    #expect(error?.expected == expected)
  }

  @Test(arguments: [
    ("", "x.json:1: expected strict JSON, found the text is empty"),
    ("[]", "x.json:1: expected an object, found an array"),
    ("{}", "x.json:1: /id: expected an event id, found nothing"),
    ("{\n\"id\": 1}", "x.json:1: /code: expected an event code, found nothing"),
    ("{} x", "x.json:1: expected strict JSON, found something follows the value"),
    ("{\n\"id\"", "x.json:2: expected \":\", found the end of the text"),
  ])
  func everyFaultIsDescribedInOneLine(text: String, description: String) {
    let error = #expect(throws: FixtureError.self) {
      try CatalogueReader.event(Array(text.utf8), file: "x.json") { _ in nil }
    }
    let lines = error?.description.split(separator: "\n").map(String.init) ?? []
    #expect(lines.first == description)
    #expect(lines.count == 1 + (error?.others.count ?? 0))
    #expect(lines.allSatisfy { $0.hasPrefix("x.json:") })
  }

  @Test func allPartsAreToldMisspeltKeysFirst() throws {
    var text = try CatalogueSample.text(CatalogueSample.event, #""host": "PHX""#, to: #""hoost": "PHX""#)
    text = try CatalogueSample.text(text, "19:30", to: "7 pm")
    text = try CatalogueSample.text(text, #""step": 2"#, to: #""stepp": 2"#)
    let error = try #require(throws: FixtureError.self) {
      try CatalogueReader.event(Array(text.utf8), file: "x.json") { _ in nil }
    }
    #expect(
      ([error] + error.others).map(\.path) == ["/hoost", "/seating/0/rows/0/stepp", "/host", "/schedule/time"])
    #expect(error.found == #"unknown key "hoost" (did you mean "host"?)"#)
  }

  /// Faults of prices and seats in one event, and all that must be said about them.
  struct Faults: Sendable, CustomTestStringConvertible {
    let changes: [(part: String, replacement: String)]
    let paths: [String]

    var testDescription: String { "\(paths)" }
  }

  static let several: [Faults] = [
    Faults(
      changes: [
        (#""name": "ORCH""#, #""name": 1"#), (#""name": "Adult""#, #""name": "", "descripton": "A""#),
        (#"{ "id": 2 }"#, #"{ "id": 2, "description": 5 }, 7"#), ("57.00", "-57.00"), (#""tax": 4.13"#, #""tax": "x""#),
        (#"["A", "B"]"#, #"["A", "B B", ""]"#),
        (#""step": 2, "sold": ["3-7"]"#, #""step": 2, "sold": ["3-8", "1", 9]"#),
        (#""last": 10"#, #""last": 0"#), (#""places": 20"#, #""places": 0"#),
      ],
      paths: [
        "/ticketTypes/0/descripton", "/areas/0/name", "/ticketTypes/0/name", "/priceLevels/1/description",
        "/priceLevels/2", "/offers/0/face/price", "/offers/0/face/tax", "/seating/0/rows/0/rows/1",
        "/seating/0/rows/0/rows/2", "/seating/0/rows/0/sold/0", "/seating/0/rows/0/sold/2",
        "/seating/0/rows/1/last", "/seating/1/places",
      ]),
    // What refers to something faulty is not refused for it.
    Faults(
      changes: [(#"[{ "id": 1 }, { "id": 2 }]"#, #"[{ "id": "one" }, { "id": 2 }]"#)], paths: ["/priceLevels/0/id"]),
    Faults(changes: [(#"[{ "id": 1 }, { "id": 2 }]"#, "[]")], paths: ["/priceLevels"]),
    Faults(changes: [(#""id": "000000000001""#, #""id": "1""#)], paths: ["/ticketTypes/0/id"]),
    Faults(changes: [(#"{ "id": 5,"#, "{")], paths: ["/areas/0/id"]),
    Faults(
      changes: [(#""areas": [{"#, #""areas": 5, "shipping": [{"#)],
      paths: [
        "/shipping/0/name", "/shipping/0/description", "/areas", "/shipping/0/carrier", "/shipping/0/serviceLevel",
        "/shipping/0/long", "/shipping/0/short", "/shipping/0/eta", "/shipping/0/id",
      ]),
    Faults(changes: [(#""priceLevel": 1, "face""#, #""face""#)], paths: ["/offers/0/priceLevel"]),
    Faults(changes: [(#""face": {"#, #""fase": {"#)], paths: ["/offers/0/fase", "/offers/0/face"]),
    Faults(changes: [(#""offers": ["#, #""offerz": ["#)], paths: ["/offerz", "/offers"]),
    Faults(changes: [(#""first": 1, "last": 27"#, #""first": "1", "last": 28"#)], paths: ["/seating/0/rows/0/first"]),
    Faults(changes: [(#"["C"]"#, #"["A", "B"]"#)], paths: ["/seating/0/rows/1"]),
    Faults(
      changes: [(#""places": 20"#, #""places": 200000"#), (#""general": "FLOOR""#, #""general": "F L""#)],
      paths: ["/seating/1/general"]),
    Faults(
      changes: [
        (#""name": "Hall", "city": "Phoenix""#, #""name": 1, "sity": "Phoenix""#),
        (#""country": "US""#, #""country": "usa""#),
        (#""zoneRule": "MST7""#, #""zoneRule": "MST""#), ("40, ", "4000, "), ("19:30", "7 pm"), ("-30", "-5000"),
        (#""ticketLimit": 8"#, #""ticketLimit": -1, "hold": {"reserveSeconds": 0, "paymentSeconds": "x"}"#),
        ("3.76", #"{"price": -1, "tax": -1, "fee": 1}"#),
      ],
      paths: [
        "/venue/sity", "/processing/fee", "/venue/city", "/venue/name", "/venue/country", "/venue/zoneRule",
        "/schedule/startsAfterDays", "/schedule/time", "/schedule/onsaleAfterDays", "/ticketLimit",
        "/hold/reserveSeconds", "/hold/paymentSeconds", "/processing/price", "/processing/tax",
      ]),
  ]

  @Test(arguments: several) func everyFaultIsToldOnce(faults: Faults) throws {
    var text = CatalogueSample.event
    for (part, replacement) in faults.changes { text = try CatalogueSample.text(text, part, to: replacement) }
    let error = try #require(throws: FixtureError.self) {
      try CatalogueReader.event(Array(text.utf8), file: "x.json") { _ in nil }
    }
    #expect(([error] + error.others).map(\.path) == faults.paths)
  }

  @Test func everyFaultOfAnOrderIsToldOnce() throws {
    var text = CatalogueSample.order
    for (part, replacement) in [
      ("39-1/PHX", "39 1"), (#"Before": 4"#, #"Before": -1, "options": [{"number": 1}, 5]"#),
      ("121212121212", "12"), (#""seatId": "1""#, #""seatid": "1""#), (#""seat": 7, "price": 57.00"#, #""seat": 0"#),
    ] {
      text = try CatalogueSample.text(text, part, to: replacement)
    }
    let error = try #require(throws: FixtureError.self) {
      try CatalogueReader.soldOrder(Array(text.utf8), file: "x.json")
    }
    #expect(
      ([error] + error.others).map(\.path) == [
        "/tickets/0/seatid", "/orderNumber", "/orderedDaysBefore", "/options/0/description", "/options/1",
        "/tickets/0/seatId", "/tickets/0/barcode", "/tickets/1/price", "/tickets/1/seat",
      ])
  }

  /// What only the event shows is told of every ticket too.
  @Test func everyTicketThatDoesNotFitItsEventIsTold() throws {
    var text = CatalogueSample.order
    for (part, replacement) in [
      (#""account": "12313131","#, ""), (#""seat": 9"#, #""seat": 5"#),
      (#""row": "GA", "seat": 7"#, #""row": "A", "seat": 7"#),
    ] {
      text = try CatalogueSample.text(text, part, to: replacement)
    }
    let error = try #require(throws: FixtureError.self) {
      try CatalogueReader.catalogue([
        CatalogueSample.file("a.json", CatalogueSample.event), CatalogueSample.file("orders/x.json", text),
      ]) { _ in nil }
    }
    #expect(([error] + error.others).map(\.path) == ["", "/tickets/0/seat", "/tickets/1/seat"])
  }

  /// Very many faults cost no more than some, and nothing is read twice for them.
  @Test func veryManyFaultsAreCut() throws {
    let rows = Array(repeating: #"{ "rows": [""], "first": 0, "last": 0, "x": 0 }"#, count: 5_000).joined(
      separator: ",")
    let text = try CatalogueSample.text(CatalogueSample.event, #"{ "rows": ["C"], "first": 1, "last": 10 }"#, to: rows)
    let error = try #require(throws: FixtureError.self) {
      try CatalogueReader.event(Array(text.utf8), file: "x.json") { _ in nil }
    }
    #expect(error.others.count == 19)
    #expect(error.more == 20)
  }

  @Test func manyFaultsOfAFileAreCounted() throws {
    let members = (0..<30).map { "\"x\($0)\": 0" }.joined(separator: ", ")
    let error = try #require(throws: FixtureError.self) {
      try CatalogueReader.soldOrder(Array("{\(members)}".utf8), file: "x.json")
    }
    #expect(error.others.count == 19)
    // Five required keys are missing too.
    #expect(error.more == 15)
    #expect(error.description.hasSuffix("x.json: and 15 more"))
  }
}
