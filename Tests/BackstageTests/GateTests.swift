import Determinism
import EntryCode
import EventCatalogue
import HTTPTypes
import JSONText
import SafeTix
import Sandboxes
import Testing

@testable import Backstage

/// `POST gate/scan`: every verdict and its neighbours in time.
@Suite struct GateTests {
  private static let hour: Int64 = 3_600

  @Test func aTokenRefreshedTwentyHoursBeforeAdmitsThreeHoursAfterTheStart() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(20 * Self.hour))
    let token = try stage.token(ticket)
    try stage.pass(to: ticket.start + .seconds(3 * Self.hour))
    let answer = try stage.scan(
      Stage.payload(token, at: ticket.start + .seconds(3 * Self.hour)), at: nil, #","gate":"B""#)
    #expect(try answer.string("/verdict") == "admit")
    #expect(try answer.string("/sentence").hasPrefix("Welcome: section ORCHC, row A, seat 105, by portal "))
    #expect(try answer.string("/gate") == "B")
    #expect(try answer.string("/at") == (ticket.start + .seconds(3 * Self.hour)).rfc3339)
    #expect(try answer.integer("/secondsBehind") == 0)
    #expect(
      try answer.value("/ticket").members.map(\.key) == [
        "barcode_id", "event_id", "order_number", "section", "row", "seat_name", "portal",
      ])
    #expect(try answer.string("/ticket/barcode_id") == ticket.barcode)
    #expect(try answer.string("/ticket/order_number") == ticket.orderNumber)
  }

  @Test func whoIsAdmittedIsAStepOfTheReport() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(Self.hour))
    let payload = Stage.payload(try stage.token(ticket), at: ticket.start)
    for verdict in ["admit", "already-used"] {
      #expect(try stage.scan(payload, at: ticket.start).string("/verdict") == verdict)
    }
    let admissions = try stage.report().elements("/steps").first { $0["step"]?.string == "gate.admit" }
    #expect(admissions?["count"]?.text == "1")
  }

  /// The code was drawn at the start; each row is when it is scanned.
  @Test(
    arguments: [
      (0, "admit", ""), (29, "admit", ""), (-15, "admit", ""), (30, "clock-skew", "30 s slow"),
      (134, "clock-skew", "120 s slow"), (-16, "clock-skew", "30 s fast"), (-120, "clock-skew", "120 s fast"),
      (135, "stale-code", "2 min old"), (3 * 3_600 + 60, "stale-code", "3 h 1 min old"),
      (-121, "stale-code", "ahead of time"),
    ] as [(Int64, String, String)], [true, false])
  func aCodeIsGoodForItsStepAndTheNext(
    scan: (seconds: Int64, verdict: String, sentence: String), beginsStep: Bool
  ) throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(Self.hour))
    let token = try stage.token(ticket)
    var payload = Stage.payload(token, at: ticket.start + .seconds(beginsStep ? 0 : 14))
    // The web SDK's seconds, and the iOS SDK's.
    if !beginsStep, scan.seconds % 2 == 0 { payload = payload.dropLast(10) + "\(ticket.start.secondsSinceEpoch)" }
    let answer = try stage.scan(payload, at: ticket.start + .seconds(scan.seconds))
    #expect(try answer.string("/verdict") == scan.verdict)
    #expect(try answer.string("/sentence").contains(scan.sentence), "\(answer.text)")
  }

  /// A payload of four parts, three, and two, with both counters.
  @Test(arguments: [(4, 8), (3, 8), (3, 20), (2, 8), (2, 20)])
  func readsEverySDKsPayload(parts: Int, width: Int) throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(60))
    let token = try stage.token(ticket)
    func payload(at instant: Instant) throws -> String {
      let counter = UInt64(instant.secondsSinceEpoch / 15)
      let customer = OneTimePassword(key: try #require(token.customerKeyBytes)).password(counter: counter, width: width)
      let event = OneTimePassword(key: try #require(token.eventKeyBytes)).password(counter: counter, width: width)
      let all = [try #require(token.rawToken), event, customer, "\(instant.secondsSinceEpoch)"]
      return (parts == 2 ? [all[0], customer] : Array(all.prefix(parts))).joined(separator: "::")
    }
    let old = try stage.scan(payload(at: ticket.start - .seconds(600)), at: ticket.start)
    #expect(try old.string("/verdict") == "stale-code")
    #expect(try old.value("/secondsBehind").isNull == (parts != 4))
    let ahead = try stage.scan(payload(at: ticket.start + .seconds(60)), at: ticket.start)
    #expect(try ahead.string("/verdict") == "clock-skew")
    #expect(try ahead.integer("/secondsBehind") == -60)
    let fresh = try stage.scan(payload(at: ticket.start), at: ticket.start)
    #expect(try fresh.string("/verdict") == "admit")
  }

  /// A bare barcode is good only where that is what the SDKs draw.
  @Test(arguments: [(EventID.phoenix, "stale-code"), ("3F00BA2C00000002", "admit"), ("3F00BA2000000B0B", "admit")])
  func aBareBarcode(event: String, verdict: String) throws {
    let stage = try Stage()
    let ticket = try stage.obtain(event)
    let answer = try stage.scan(ticket.barcode, at: ticket.start)
    #expect(try answer.string("/verdict") == verdict)
    #expect(try answer.string("/ticket/barcode_id") == ticket.barcode)
    #expect(try answer.value("/secondsBehind").isNull)
  }

  @Test func aTicketEntersOnceUntilARescanOrAReset() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(120))
    let token = try stage.token(ticket)
    let other = try stage.token(ticket, device: "device-2")
    let payload = Stage.payload(token, at: ticket.start)
    #expect(try stage.scan(payload, at: ticket.start, #","gate":"North""#).string("/verdict") == "admit")
    let again = try stage.scan(Stage.payload(other, at: ticket.start + .seconds(5)), at: ticket.start + .seconds(5))
    #expect(try again.string("/verdict") == "already-used")
    #expect(try again.string("/admitted") == ticket.start.rfc3339)
    #expect(try again.string("/sentence").hasSuffix("at gate North, and it admits one person."))
    let stale = try stage.scan(payload, at: ticket.start + .seconds(300))
    #expect(try stale.string("/verdict") == "stale-code", "what is wrong with the code comes first")
    let rescan = try stage.scan(payload, at: ticket.start + .seconds(9), #","rescan":true"#)
    #expect(try rescan.string("/verdict") == "admit")
    let third = try stage.scan(payload, at: ticket.start + .seconds(10), #","rescan":false"#)
    #expect(try third.string("/admitted") == (ticket.start + .seconds(9)).rfc3339)
    #expect(try stage.control(.post, "reset").status == 200)
    #expect(try stage.scan(payload, at: ticket.start).string("/verdict") == "unknown-ticket", "the state began anew")
    let anew = try stage.obtain()
    try stage.pass(to: anew.start - .seconds(120))
    let code = Stage.payload(try stage.token(anew), at: anew.start)
    #expect(try stage.scan(code, at: anew.start).string("/verdict") == "admit")
  }

  /// Each row: how long before the start the token was issued, when it is scanned, and the verdict.
  @Test(
    arguments: [
      (24 * 3_600, 6 * 3_600, "admit"), (24 * 3_600 + 1, -1, "admit"), (24 * 3_600 + 1, 0, "expired-token"),
      (30 * 3_600, -6 * 3_600, "admit"), (30 * 3_600, -6 * 3_600 + 1, "expired-token"),
      (-3_600, 6 * 3_600, "admit"), (60, 6 * 3_600 + 1, "wrong-day"),
    ] as [(Int64, Int64, String)])
  func aTokenIsGoodForADayOrForTheEvening(issued: Int64, scanned: Int64, verdict: String) throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(issued))
    let token = try stage.token(ticket)
    let at = ticket.start + .seconds(scanned)
    let answer = try stage.scan(Stage.payload(token, at: at), at: at)
    #expect(try answer.string("/verdict") == verdict, "\(answer.text)")
  }

  @Test func aTokenOfAMatineeEndsBeforeTheDayDoes() throws {
    let stage = try Stage()
    let matinee = BundledCatalogue.event(members: #""entry": "safetix","#).replacing("19:30", with: "12:00")
    #expect(try stage.control(.put, "events/3F00000000000001", matinee).status == 201)
    let ticket = try stage.obtain("3F00000000000001")
    try stage.pass(to: ticket.start)
    let token = try stage.token(ticket)
    for (seconds, verdict) in [(6 * Self.hour + 1, "expired-token"), (6 * Self.hour, "admit")] {
      let at = ticket.start + .seconds(seconds)
      let answer = try stage.scan(Stage.payload(token, at: at), at: at)
      #expect(try answer.string("/verdict") == verdict)
    }
  }

  @Test func everyTokenOfTheTicketAdmits() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(30 * Self.hour))
    let early = try stage.token(ticket)
    try stage.pass(to: ticket.start - .seconds(Self.hour))
    let first = try stage.token(ticket)
    for _ in 1...20 { _ = try stage.token(ticket) }
    let at = ticket.start
    #expect(try stage.scan(Stage.payload(first, at: at), at: at).string("/verdict") == "admit")
    // Of so many, the instants of the oldest are forgotten; the benefit of the doubt is theirs.
    #expect(try stage.scan(Stage.payload(early, at: at), at: at).string("/verdict") == "already-used")
  }

  @Test func anotherDayIsTheWrongDay() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    let zone = try #require(stage.sandbox.event(EventID.phoenix)).description.venue.zone
    let opening = zone.instant(of: CivilDateTime(date: zone.local(ticket.start).date, time: .midnight))
    try stage.pass(to: opening - .seconds(60))
    let token = try stage.token(ticket)
    let eve = opening - .milliseconds(1)
    let early = try stage.scan(Stage.payload(token, at: eve), at: eve)
    #expect(try early.string("/verdict") == "wrong-day")
    #expect(try early.string("/sentence").contains(" on \(zone.local(ticket.start).date) at "))
    #expect(try stage.scan(Stage.payload(token, at: opening), at: opening).string("/verdict") == "admit")
  }

  @Test func aVoidedOrderAdmitsNobody() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start)
    let payload = Stage.payload(try stage.token(ticket), at: ticket.start)
    let number = ticket.orderNumber.replacing("/", with: "%2F")
    #expect(try stage.control(.post, "orders/\(number)/void").status == 200)
    let answer = try stage.scan(payload)
    #expect(try answer.string("/verdict") == "voided")
    #expect(try answer.string("/sentence").contains(ticket.orderNumber))
  }

  /// Delivery that a scenario puts off: a code of before it does not admit until then.
  @Test func whatIsNotDeliveredDoesNotAdmit() throws {
    let stage = try Stage()
    let event = BundledCatalogue.event(
      members: #""entry": "safetix", "delayDelivery": { "until": "-PT1H", "style": "omit-token" },"#)
    let put = try stage.control(.put, "events/3F00000000000001", event)
    try #require(put.status == 201, "\(put.text)")
    let ticket = try stage.obtain("3F00000000000001")
    let release = ticket.start - .seconds(Self.hour)
    let early = try stage.scan(ticket.barcode, at: release - .milliseconds(1))
    #expect(try early.string("/verdict") == "not-yet-delivered")
    #expect(try early.string("/sentence").hasPrefix("This ticket has not been delivered yet; it will be on "))
    #expect(try stage.scan(ticket.barcode, at: release).string("/verdict") == "stale-code")
  }

  @Test(
    arguments: [
      "", "Reload ticket", "9999999999999999", "::", "BAUA::222222", "a::b::c",
      "BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb::942564::796155::1575000000",
    ])
  func whatIsNoTicketIsUnknown(payload: String) throws {
    let stage = try Stage()
    _ = try stage.token(stage.obtain())
    let answer = try stage.scan(payload)
    #expect(try answer.string("/verdict") == "unknown-ticket")
    #expect(try answer.value("/ticket").isNull)
  }

  @Test func anotherSandboxesTicketIsUnknown() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    let payload = Stage.payload(try stage.token(ticket), at: ticket.start)
    let answer = try stage.control(
      .post, "gate/scan", #"{"payload":"\#(payload)","at":"\#(ticket.start.rfc3339)"}"#, key: "another")
    #expect(try answer.string("/verdict") == "unknown-ticket")
  }

  @Test(
    arguments: [
      ("{}", 422, "/payload"), (#"{"payload":7}"#, 422, "/payload"), (#"{"payload":"a","at":"noon"}"#, 422, "/at"),
      (#"{"payload":"a","gate":""}"#, 422, "/gate"), (#"{"payload":"a","rescan":"yes"}"#, 422, "/rescan"),
      (#"{"payload":"a","door":"B"}"#, 422, "/door"), ("payload", 400, ""),
    ])
  func aRequestThatIsWrongChangesNothing(body: String, status: Int, path: String) throws {
    try Stage().control(.post, "gate/scan", body).expectError(status, path: path)
  }

  @Test func admissionsAreAPartOfTheState() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    try stage.pass(to: ticket.start - .seconds(30 * Self.hour))
    let old = try stage.token(ticket)
    try stage.pass(to: ticket.start)
    let payload = Stage.payload(try stage.token(ticket), at: ticket.start)
    #expect(try stage.scan(payload, at: nil, #","gate":"B""#).string("/verdict") == "admit")
    let document = try stage.control(.get, "state").text
    let copy = try Stage()
    #expect(try copy.control(.put, "state", document).status == 204)
    #expect(try copy.control(.get, "state").text == document)
    #expect(try copy.scan(payload).string("/admitted") == ticket.start.rfc3339)
    #expect(try copy.scan(Stage.payload(old, at: ticket.start)).string("/verdict") == "expired-token")
    // Each row: what stands in the place of the admissions.
    let start = try #require(document.firstRange(of: #""admissions":[{"#)).lowerBound
    let rest = document[start...]
    let end = try #require(rest.firstRange(of: "]")).upperBound
    let known = #""barcode":"\#(ticket.barcode)","at":"\#(ticket.start.rfc3339)""#
    for (entry, path) in [
      (#"{"barcode":"7","at":"\#(ticket.start.rfc3339)"}"#, "/admissions/0/barcode"),
      (#"{"barcode":"\#(ticket.barcode)","at":"noon"}"#, "/admissions/0/at"),
      (#"{\#(known),"gate":""}"#, "/admissions/0/gate"), ("{\(known)},{\(known)}", "/admissions/1/barcode"),
      (#"{\#(known),"door":"B"}"#, "/admissions/0/door"),
    ] {
      let broken = document[..<start] + #""admissions":[\#(entry)]"# + document[end...]
      try copy.control(.put, "state", String(broken)).expectError(422, path: path)
    }
    #expect(try copy.control(.get, "state").text == document)
  }

  @Test func aScanIsToldToWhoeverListens() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    let listening = Listening()
    stage.backstage.stream(
      try Stage.request(.get, "/__willcall/stream", "", ["Host": "localhost:8490"]), on: listening)
    _ = try stage.scan(ticket.barcode, at: ticket.start, #","gate":"B""#)
    let event = try #require(listening.events().last)
    #expect(event.name == "scan")
    #expect(event.data["verdict"]?.string == "stale-code")
    #expect(event.data["barcode_id"]?.string == ticket.barcode)
    #expect(event.data["event_id"]?.string == EventID.phoenix)
    #expect(event.data["at"]?.string == ticket.start.rfc3339)
    #expect(event.data["gate"]?.string == "B")
    #expect(event.data["sentence"]?.string?.isEmpty == false)
  }
}
