import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// `GET events/ID/seats`.
@Suite struct HouseTests {
  private static let small = "3F00000000000001"

  private func house(_ stage: Stage, _ event: String) throws -> Answer {
    let answer = try stage.control(.get, "events/\(event)/seats")
    try #require(answer.status == 200, "\(answer.text)")
    return answer
  }

  /// A stage with an event of two rows of ten.
  private static func stage() throws -> Stage {
    let stage = try Stage()
    try #require(try stage.control(.put, "events/\(small)", BundledCatalogue.event()).status == 201)
    return stage
  }

  @Test func aHouseIsShownRowByRow() throws {
    let answer = try house(Self.stage(), Self.small)
    #expect(
      answer.text == """
        {"event_id":"3F00000000000001","free":20,"held":0,"sold":0,"sections":[{"section":"S","rows":[\
        {"row":"1","first":1,"state":"ffffffffff"},{"row":"2","first":1,"state":"ffffffffff"}]}],"holders":[]}
        """)
  }

  @Test func whatIsHeldAndSoldIsShownAndWhose() throws {
    let stage = try Self.stage()
    let bought = try stage.buy(Self.small, quantity: 2)
    let cart = try stage.hold(Self.small, quantity: 3)
    let paid = try stage.hold(Self.small)
    #expect(try stage.pay(paid).status == 200)
    try stage.hold(EventID.phoenix)
    var answer = try house(stage, Self.small)
    #expect(try answer.string("/sections/0/rows/0/state") == "sshhhhffff")
    #expect(try [answer.integer("/free"), answer.integer("/held"), answer.integer("/sold")] == [14, 4, 2])
    let holders = try answer.elements("/holders")
    #expect(holders.allSatisfy { $0.members.map(\.key) == ["cart_id", "order_number", "account", "seats"] })
    #expect(holders.map { $0["cart_id"]?.string }.prefix(2) == [cart.id, paid.id])
    #expect(holders.map { $0["order_number"]?.string } == [nil, nil, try bought.string("/order_number")])
    #expect(holders.map { $0["account"]?.string } == [nil, Stage.account, Stage.account])
    #expect(
      holders.map { $0["seats"]?.elements.compactMap(\.string) } == [
        ["S/1/3", "S/1/4", "S/1/5"], ["S/1/6"], ["S/1/1", "S/1/2"],
      ])
    #expect(holders[2]["cart_id"]?.string != nil)
    #expect(answer.json?["total"] == nil)
    _ = try stage.control(.post, "clock", #"{"advance":"PT1H"}"#)
    answer = try house(stage, Self.small)
    #expect(try answer.string("/sections/0/rows/0/state") == "ssffffffff")
    #expect(try answer.elements("/holders").count == 1)
  }

  /// The hold has run out, although nobody has come since.
  @Test func aHoldThatRanOutIsNotShown() throws {
    let stage = try Stage(rate: 1)
    let before = try house(stage, EventID.phoenix).text
    try stage.hold(EventID.phoenix)
    #expect(try house(stage, EventID.phoenix).text != before)
    stage.realTime.advance(by: .seconds(301))
    #expect(try house(stage, EventID.phoenix).text == before)
  }

  /// Each bundled event: every seat is shown once, in order, and the counts are those of the letters.
  @Test(arguments: try BundledCatalogue.catalogue().events.map(\.id))
  func countsAreThoseOfTheSeats(event: String) throws {
    let stage = try Stage()
    let answer = try house(stage, event)
    var letters: [Character: Int] = [:]
    for section in try answer.elements("/sections") {
      for row in section["rows"].map({ Array($0.elements) }) ?? [] {
        let state = try #require(row["state"]?.string)
        for letter in state { letters[letter, default: 0] += 1 }
        let seats = row["seats"].map { $0.elements.compactMap { $0.string.flatMap { Int($0) } } }
        if let seats {
          #expect(seats.count == state.count && seats == seats.sorted() && Set(seats).count == seats.count)
          #expect(seats.count > 1 && (seats.last ?? 0) - (seats.first ?? 0) >= seats.count, "they are not consecutive")
        }
        #expect((seats == nil) == (row["first"]?.integer != nil))
      }
      guard section["rows"] == nil else { continue }
      for (name, letter) in [("free", "f"), ("held", "h"), ("sold", "s")] as [(String, Character)] {
        letters[letter, default: 0] += Int(try #require(section[name]?.integer))
      }
    }
    let events = try stage.control(.get, "events").elements("/events")
    let known = try #require(events.first { $0["id"]?.string == event })
    #expect(letters["f", default: 0] == Int(known.value(at: "/seats/free")?.integer ?? -1))
    #expect(letters.values.reduce(0, +) == Int(known.value(at: "/seats/total")?.integer ?? -1))
    #expect(try answer.integer("/free") == letters["f", default: 0])
    #expect(try answer.integer("/held") == letters["h", default: 0])
    #expect(try answer.integer("/sold") == letters["s", default: 0])
    #expect(answer.bytes.count < 100_000)
  }

  @Test func generalAdmissionIsCounted() throws {
    let stage = try Stage()
    let event = try #require(stage.sandbox.event(EventID.generalAdmission))
    let area = try #require(event.layout.rows.first { $0.seating == .general })
    func section() throws -> JSONValue {
      let sections = try house(stage, EventID.generalAdmission).elements("/sections")
      return try #require(sections.first { $0["section"]?.string == area.section })
    }
    let before = try section()
    #expect(before.members.map(\.key) == ["section", "free", "held", "sold"])
    let body = #"{"event":"\#(event.id)","account":"1","tickets":2,"section":"\#(area.section)"}"#
    #expect(try stage.control(.post, "orders", body).status == 201)
    let after = try section()
    #expect(after["sold"]?.integer == (before["sold"]?.integer ?? 0) + 2)
    #expect(after["free"]?.integer == (before["free"]?.integer ?? 0) - 2)
  }

  /// A row that is sold at two prices, or odd on one side and even on the other, is one row.
  @Test(
    arguments: [
      (#"{"rows":["A"],"first":1,"last":5,"step":2},{"rows":["A"],"first":2,"last":6,"step":2}"#, 1, 6),
      (#"{"rows":["A"],"first":5,"last":6},{"rows":["A"],"first":1,"last":3}"#, nil, 5),
      (#"{"rows":["A"],"first":7,"last":9}"#, 7, 3),
    ] as [(String, Int?, Int)])
  func runsOfARowAreShownTogether(rows: String, first: Int?, count: Int) throws {
    let stage = try Stage()
    let fixture = BundledCatalogue.event().replacing(
      #"{ "rows": ["1", "2"], "first": 1, "last": 10 }"#, with: rows)
    let put = try stage.control(.put, "events/\(Self.small)", fixture)
    try #require(put.status == 201, "\(put.text)")
    let shown = try house(stage, Self.small).elements("/sections/0/rows")
    #expect(shown.count == 1)
    #expect(shown.first?["first"]?.integer == first.map(Int64.init))
    #expect(shown.first?["state"]?.string?.count == count)
    if first == nil {
      #expect(shown.first?["seats"]?.elements.compactMap(\.string) == ["1", "2", "3", "5", "6"])
    }
  }

  @Test func anAliasWillDo() throws {
    let stage = try Stage()
    #expect(try house(stage, EventID.losAngelesUniversal).string("/event_id") == EventID.losAngeles)
  }

  @Test func anUnknownEventIsGuessed() throws {
    let answer = try Stage().control(.get, "events/3F005105D843DFA4/seats")
    answer.expectError(404, path: "/__willcall/events/3F005105D843DFA4/seats")
    #expect(try answer.string("/error/found") == "3F005105D843DFA4 (did you mean \"3F005105D843DFA3\"?)")
  }

  @Test func holdersAreCutAndCounted() throws {
    let stage = try Stage()
    try #require(try stage.control(.put, "events/\(Self.small)", BundledCatalogue.event(rows: 120)).status == 201)
    let event = try #require(stage.sandbox.event(Self.small))
    try stage.sandbox.withState { (state, now) in
      for _ in 0..<3 {
        _ = try state.boxOffice.reserve(
          ReserveRequest(tickets: [.init(type: "000000000001", quantity: 2)]), event: event, now: now)
      }
      for _ in 0..<1_000 {
        _ = try state.boxOffice.arrangeOrder(
          event: event, tickets: 1, account: "1", email: nil, source: "", now: now)
      }
    }
    let answer = try house(stage, Self.small)
    let holders = try answer.elements("/holders")
    #expect(holders.count == 1_000)
    #expect(holders.count { $0["order_number"]?.string == nil } == 3)
    #expect(try answer.integer("/total") == 1_003)
  }
}
