import BoxOffice
import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// Tickets that are not rendered: the texts, their order of precedence and the status.
@Suite struct SecureRenderFailureTests {
  private static let user = "783412345"
  private static let good =
    #"{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"}"#
  private static let other =
    #"{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"2","barcode":"963267823784"}"#

  /// The good ticket with one attribute as JSON text, or without it.
  private func ticket(_ name: String, _ value: String?) -> String {
    let members = [
      ("eventId", "\"3F005237E5CB39EA\""), ("section", "\"G\""), ("row", "\"17\""), ("seat", "\"1\""),
      ("barcode", "\"964537283421\""),
    ].compactMap { key, text -> String? in
      (key == name ? value : text).map { "\"\(key)\":\($0)" }
    }
    return "{\(members.joined(separator: ","))}"
  }

  private func expectFailure(
    _ answer: ServedAnswer, at index: Int = 0, _ code: Int, _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = "/tickets/\(index)"
    #expect(try answer.integer("\(path)/error/code") == code, sourceLocation: sourceLocation)
    #expect(try answer.string("\(path)/error/error") == text, sourceLocation: sourceLocation)
    let ticket = try answer.value(path)
    for name in ["token", "renderType", "passData"] {
      #expect(ticket[name] == nil, sourceLocation: sourceLocation)
    }
    #expect(try answer.bool("/nfcCapableDevice") == false, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["eventId", "section", "row", "seat", "barcode"], [nil, "null", "\"\""])
  func attributeThatIsMissingNullOrEmpty(name: String, value: String?) throws {
    let answer = try Partner().render(body: Partner.rendering([ticket(name, value)]), user: Self.user)
    #expect(answer.status == 400)
    try expectFailure(answer, 400, "missing.\(name).attribute")
    let echoed = try answer.value("/tickets/0")[name]?.text
    #expect(echoed == value, "what was sent is echoed")
    #expect(try answer.elements("/tickets").count == 1)
  }

  @Test(arguments: ["eventId", "section", "row", "seat", "barcode"], ["17", "true", "[]", "{\"a\":1}", "1.50"])
  func attributeThatIsNoString(name: String, value: String) throws {
    let answer = try Partner().render(body: Partner.rendering([ticket(name, value)]), user: Self.user)
    #expect(answer.status == 400)
    try expectFailure(answer, 400, "invalid.\(name).attribute")
    #expect(try answer.value("/tickets/0")[name]?.text == value)
    #expect(answer.fidelity?.hasPrefix("invented;") == true)
  }

  @Test(arguments: ["deviceId", "deviceType", "deviceOs"], [nil, "null", "\"\"", "5"])
  func envelopeAttributeIsReportedOnEveryTicket(name: String, value: String?) throws {
    let members = [("deviceId", "\"d\""), ("deviceType", "\"native\""), ("deviceOs", "\"ios\"")]
      .compactMap { key, text in (key == name ? value : text).map { "\"\(key)\":\($0)" } }
    let body = "{\((members + ["\"tickets\":[\(Self.good),\(Self.other)]"]).joined(separator: ","))}"
    let answer = try Partner().render(body: body, user: Self.user)
    #expect(answer.status == 400)
    let kind = value == "5" ? "invalid" : "missing"
    for index in 0..<2 { try expectFailure(answer, at: index, 400, "\(kind).\(name).attribute") }
    #expect(try answer.value("")[name]?.text == value)
    #expect(try answer.string("/tickets/1/barcode") == "963267823784")
  }

  @Test(arguments: [nil, ""])
  func missingUserHeaderIsReportedOnEveryTicket(user: String?) throws {
    let answer = try Partner().render(body: Partner.rendering([Self.good, Self.other]), user: user)
    #expect(answer.status == 400)
    for index in 0..<2 { try expectFailure(answer, at: index, 400, "missing.x-user-id.header") }
  }

  @Test(arguments: [
    ("eventId", "\"3F005105D843DFA3\""), ("eventId", "\"3F00FFFFFFFFFFFF\""), ("eventId", "\"3f005237e5cb39ea\""),
    ("section", "\"H\""), ("section", "\"g\""), ("row", "\"18\""), ("row", "\"017\""), ("seat", "\"2\""),
    ("seat", "\"99\""), ("barcode", "\"963267823784\""), ("barcode", "\"000000000000\""), ("barcode", "\"abc\""),
  ])
  func unknownSeatOrBarcode(name: String, value: String) throws {
    let answer = try Partner().render(body: Partner.rendering([ticket(name, value)]), user: Self.user)
    #expect(answer.status == 404)
    try expectFailure(answer, 404, "ticket.not.found")
  }

  @Test func otherAccount() throws {
    let answer = try Partner().render(body: Partner.rendering([Self.good, Self.other]), user: "12313131")
    #expect(answer.status == 403)
    for index in 0..<2 { try expectFailure(answer, at: index, 403, "user.not.authorized") }
  }

  @Test func ticketsOfAnotherKeyAreNotFound() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    let ticket = try Partner.ticket(partner.open(token: order.token))
    let answer = try partner.with(key: "partner-two").render(body: Partner.rendering([ticket]))
    #expect(answer.status == 404)
    try expectFailure(answer, 404, "ticket.not.found")
  }

  @Test func notSafeTix() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.paper)
    let ticket = try Partner.ticket(partner.open(token: order.token))
    let answer = try partner.render(body: Partner.rendering([ticket]))
    #expect(answer.status == 400)
    try expectFailure(answer, 400, "ticket.not.secure")
  }

  @Test func voided() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    let ticket = try Partner.ticket(partner.open(token: order.token))
    let wasFound = partner.sandbox.withState { $0.boxOffice.void(.token(order.token)) }
    #expect(wasFound)
    let answer = try partner.render(body: Partner.rendering([ticket]))
    #expect(answer.status == 400)
    try expectFailure(answer, 400, "ticket.voided")
  }

  /// Every fault at once, then one less each time.
  @Test func firstFailureWins() throws {
    let partner = try Partner()
    let paper = try partner.buy(EventID.paper)
    let delayed = try partner.buy(EventID.delayed)
    func ticket(_ order: Partner.BoughtOrder) throws -> String { try Partner.ticket(partner.open(token: order.token)) }
    let ofPaper = try ticket(paper)
    let ofDelayed = try ticket(delayed)
    func without(_ text: String, _ part: String, _ new: String = "") -> String {
      text.split(separator: part, omittingEmptySubsequences: false).joined(separator: new)
    }
    func text(_ ticket: String, user: String?) throws -> String {
      try partner.render(body: Partner.rendering([ticket]), user: user).string("/tickets/0/error/error")
    }
    for (order, ticket) in [(paper, ofPaper), (delayed, ofDelayed)] {
      let wasFound = partner.sandbox.withState { $0.boxOffice.void(.token(order.token)) }
      #expect(wasFound)
      let unknown = without(ticket, "\"barcode\":\"", "\"barcode\":\"9")
      let shapeless = without(unknown, "\"row\":", "\"r0w\":")
      #expect(try text(shapeless, user: nil) == "missing.row.attribute")
      #expect(try text(shapeless, user: "wrong") == "missing.row.attribute")
      #expect(try text(unknown, user: nil) == "missing.x-user-id.header")
      #expect(try text(unknown, user: "wrong") == "ticket.not.found")
      #expect(try text(ticket, user: "wrong") == "user.not.authorized")
      #expect(try text(ticket, user: Partner.account) == "ticket.voided")
    }
    let fresh = try partner.buy(EventID.delayed)
    #expect(try text(ticket(fresh), user: Partner.account) == "delivery.delayed")
  }

  private func status(_ tickets: [String], user: String = SecureRenderFailureTests.user) throws -> ServedAnswer {
    try Partner().render(body: Partner.rendering(tickets), user: user)
  }

  @Test func statusIsTheCommonCodeOfTheFailedTickets() throws {
    let noRow = ticket("row", nil)
    let noSeat = ticket("seat", nil)
    let unknown = ticket("barcode", "\"1\"")
    #expect(try status([Self.good, Self.other]).status == 200)
    #expect(try status([noRow]).status == 400)
    #expect(try status([noRow, noSeat]).status == 400)
    #expect(try status([unknown]).status == 404)
    #expect(try status([unknown, unknown]).status == 404)
    #expect(try status([Self.good, unknown]).status == 404)
    #expect(try status([unknown, noRow]).status == 400)
    #expect(try status([Self.good, Self.good], user: "x").status == 403)
    #expect(try status([Self.good, unknown], user: "x").status == 400)
  }

  @Test func everyTicketIsAnsweredInOrder() throws {
    let answer = try status([ticket("row", nil), Self.good, ticket("barcode", "\"1\""), Self.other])
    #expect(answer.status == 400)
    try expectFailure(answer, at: 0, 400, "missing.row.attribute")
    #expect(try EntryTokenText(answer.string("/tickets/1/token"))["b"] == "964537283421")
    #expect(answer.json?.value(at: "/tickets/1/error") == nil)
    try expectFailure(answer, at: 2, 404, "ticket.not.found")
    #expect(try EntryTokenText(answer.string("/tickets/3/token"))["b"] == "963267823784")
    #expect(answer.fidelity?.hasPrefix("documented") == false, "the documents print no mixed answer")
    #expect(answer.diagnosis?.contains("2 of 4") == true)
  }

  @Test func failedTicketIssuesNothing() throws {
    func token(afterFailures count: Int) throws -> String {
      let partner = try Partner(rate: 0)
      for _ in 0..<count { _ = try partner.render(body: Partner.rendering([Self.good]), user: "wrong") }
      return try partner.render(body: Partner.rendering([Self.good]), user: Self.user).string("/tickets/0/token")
    }
    #expect(try token(afterFailures: 3) == token(afterFailures: 0))
  }
}
