import HTTPTypes
import JSONText
import Testing

/// What is put in the place of what was asked for, or passed over, is said.
@Suite struct SubstitutionTests {
  private static let range = #""section": "BALC2", "row": "E", "begin_seat": 103, "end_seat": 104"#

  private func told(_ answer: ServedAnswer, _ words: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let said = answer.diagnosis ?? ""
    for word in words {
      let isSaid = said.contains(word)
      #expect(isSaid, "\(word) is not in: \(said)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    (#""section": "BALK2""#, "there is no section BALK2 (did you mean BALC2?)"),
    (
      #""section": "BALC2", "row": "ZZ""#,
      "You asked for 1 ticket in section BALC2, row ZZ, but there is no row ZZ there"
    ),
    (#""section": "BALC2", "row": "E", "begin_seat": 9000"#, "there are no such seat numbers; they go from "),
    (#""places": ["NONSENSE"]"#, "NONSENSE is not a place in this event's availability"),
  ])
  func seatsThatDoNotExist(seats: String, words: String) throws {
    let answer = try Partner().reserve(EventID.phoenix, more: seats)
    #expect(answer.status == 200)
    told(answer, [words, "The best available seats were given", "Send \"accept_best_available\": false to insist."])
    let refused = try Partner().reserve(EventID.phoenix, more: "\(seats), \"accept_best_available\": false")
    refused.expectError(400, 20_052)
    told(refused, [words])
  }

  @Test func seatsThatAreHeldOrSold() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, quantity: 2, more: Self.range)
    told(
      try partner.reserve(EventID.phoenix, quantity: "2", more: Self.range),
      ["You asked for 2 tickets in section BALC2, row E, seats 103 to 104, but BALC2/E/103 and BALC2/E/104 are held."])
    #expect(try partner.pay(cart).status == 200)
    #expect(try partner.commit(EventID.phoenix, cart: cart.id).status == 200)
    told(
      try partner.reserve(EventID.phoenix, quantity: "2", more: Self.range),
      ["but BALC2/E/103 and BALC2/E/104 are sold."])
  }

  @Test func placeThatIsHeld() throws {
    let partner = try Partner()
    let place = try partner.inventory(EventID.phoenix).place("BALC2L", "C", 7)
    let more = "\"places\": [\"\(place)\"]"
    let first = try partner.reserve(EventID.phoenix, more: more)
    #expect(first.diagnosis == nil)
    told(try partner.reserve(EventID.phoenix, more: more), ["You asked for place \(place), but BALC2L/C/7 is held."])
  }

  @Test func seatsNotSideBySide() throws {
    let rows = #"{ "rows": ["A"], "first": 1, "last": 4 }"#
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [BundledCatalogue.event(rows: rows)]))
    let event = "3F00000000000001"
    _ = try partner.hold(event, more: #""section": "S", "row": "A", "begin_seat": 2, "end_seat": 2"#)
    let answer = try partner.reserve(event, quantity: "3", more: #""section": "S", "accept_best_available": false"#)
    answer.expectError(400, 20_052)
    told(answer, ["You asked for 3 tickets in section S, but there are no 3 free seats side by side."])
  }

  @Test(arguments: [
    (
      #"{"reserve": {"tickets": [{"id": "000000000001"}], "sektion": "BALC2", "Row": "E"}}"#,
      ["/reserve/sektion (did you mean section?)", "/reserve/Row (did you mean row?)"]
    ),
    (
      #"{"section": "BALC2", "reserve": {"tickets": [{"id": "000000000001", "qantity": 2}]}}"#,
      ["/section (it belongs at /reserve/section)", "/reserve/tickets/0/qantity (did you mean quantity?)"]
    ),
    (#"{"zzz": 1, "reserve": {"tickets": [{"id": "000000000001"}]}}"#, ["no document mentions it: /zzz."]),
  ])
  func unknownMembersOfReserve(body: String, words: [String]) throws {
    let answer = try Partner().reserve(EventID.phoenix, body: body)
    #expect(answer.status == 200)
    #expect(answer.fidelity == "inferred; see=request/unknown-members")
    told(answer, words)
  }

  @Test func unknownMembersOfEveryOtherBody() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let event = "/partners/v1/events/\(EventID.phoenix)"
    told(
      try partner.send(.put, "\(event)/cart/shipping?cart_id=\(cart.id)", body: #"{"shipping_id":"1","shiping":"2"}"#),
      ["/shiping"])
    let billing = Partner.billing(cart: cart.id, amount: "\"\(cart.grand)\"")
    told(
      try partner.pay(EventID.phoenix, body: billing.replacing("\"payment\":", with: "\"paymnt\":{},\"payment\":")),
      ["/paymnt (did you mean payment?)"])
    let commit = try partner.send(.put, "\(event)/cart", body: #"{"cart_id":"\#(cart.id)","traking":{}}"#)
    told(commit, ["/traking (did you mean tracking?)"])
    let token = try commit.string("/order_token")
    told(
      try partner.open(token: token, body: Partner.device().replacing("{", with: "{\"devise_id\":\"1\",")),
      ["/devise_id (did you mean device_id?)"])
    let render = Partner.rendering([#"{"EVENTID":"1","section":"G","row":"1","seat":"1","barcode":"1","bar":1}"#])
    let rendered = try partner.render(body: render)
    told(rendered, ["/tickets/0/bar"])
    #expect(rendered.diagnosis?.contains("EVENTID") == false, "names are compared without case there")
  }

  @Test func unknownMemberIsSaidBesidesAnError() throws {
    let answer = try Partner().reserve(EventID.phoenix, body: #"{"reserve": {"tikets": []}}"#)
    answer.expectError(400, 10_002)
    told(answer, ["/reserve/tickets: expected", "/reserve/tikets (did you mean tickets?)"])
  }

  @Test func veryManyUnknownMembersAreCut() throws {
    let members = (0..<1_000).map { "\"x\($0)\": 0" }.joined(separator: ", ")
    let answer = try Partner().reserve(
      EventID.phoenix, body: #"{"reserve": {"tickets": [{"id": "000000000001"}], \#(members)}}"#)
    #expect(answer.status == 200)
    told(answer, ["/reserve/x3 and more."])
  }

  @Test(arguments: [
    (
      "eventId", "3F005105D843DFA3",
      "Ticket 0: its barcode is known, but eventId is 3F005237E5CB39EA, not 3F005105D843DFA3"
    ),
    ("section", "H", "its barcode is known, but section is G, not H."),
    ("row", "18", "its barcode is known, but row is 17, not 18."),
    ("seat", "2", "its barcode is known, but seat is 1, not 2."),
    ("barcode", "964537283422", "no ticket has barcode 964537283422, the ticket for G/17/1 has 964537283421."),
  ])
  func ticketOfWhichOneAttributeDoesNotFit(name: String, value: String, words: String) throws {
    let known = [
      "eventId": "3F005237E5CB39EA", "section": "G", "row": "17", "seat": "1", "barcode": "964537283421",
    ].merging([name: value]) { $1 }
    let ticket = known.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
    let answer = try Partner().render(body: Partner.rendering(["{\(ticket)}"]), user: "783412345")
    #expect(answer.status == 404)
    told(answer, [words])
  }

  @Test(arguments: [
    (#""eventId":"NONE","section":"G","row":"17","seat":"1""#, "no ticket has barcode 1, and there is no event NONE."),
    (#""eventId":"3F005237E5CB39EA","section":"Q","row":"17","seat":"1""#, "the event has no section Q."),
    (#""eventId":"3F005237E5CB39EA","section":"G","row":"99","seat":"1""#, "section G has no row 99."),
    (#""eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"x""#, "row G/17 has no seat x."),
    (#""eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"9""#, "and G/17/9 belongs to no order."),
  ])
  func ticketThatIsUnknown(members: String, words: String) throws {
    let answer = try Partner().render(body: Partner.rendering(["{\(members),\"barcode\":\"1\"}"]), user: "783412345")
    #expect(answer.status == 404)
    told(answer, [words])
  }
}
