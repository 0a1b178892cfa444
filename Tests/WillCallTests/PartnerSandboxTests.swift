import Determinism
import HTTPTypes
import JSONText
import Ledger
import LoopbackClient
import PartnerVocabulary
import Sandboxes
import Testing
import WillCall

/// What a Swift test does to its own world in the same process.
@Suite struct PartnerSandboxTests {
  private static let event = "3F005105D843DFA3"

  private func server(_ change: (inout ServerOptions) -> Void = { _ in }) async throws -> WillCallServer {
    var options = ServerOptions()
    options.port = 0
    options.seed = 7
    options.startTime = Instant(rfc3339: "2026-12-01T18:00:00Z")
    options.clockRate = 0
    change(&options)
    return try await WillCall.start(options)
  }

  /// Calls the Partner API, and returns the status and the body.
  @discardableResult
  private func call(
    _ world: PartnerSandbox, _ method: HTTPRequest.Method, _ path: String, _ body: String = ""
  ) throws -> (status: Int, json: JSONValue) {
    let response = try HTTPConnection.fetch(
      url: "\(world.url)/partners/v1/\(path)", method: method,
      headers: [("x-api-key", world.key), ("Content-Type", "application/json")], body: Array(body.utf8))
    return (response.status, try JSONValue.parse(response.body))
  }

  /// A cart, and what it costs.
  private struct Cart {
    let id: String
    let total: String
  }

  /// Puts two seats into a cart.
  private func reserve(_ world: PartnerSandbox) throws -> Cart {
    let (status, cart) = try call(
      world, .post, "events/\(Self.event)/cart", #"{"reserve":{"tickets":[{"id":"000000000001","quantity":2}]}}"#)
    try #require(status == 200)
    return Cart(
      id: try #require(cart["cart_id"]?.string), total: try #require(cart["cart"]?["totals"]?["grand"]?.numberText))
  }

  private func pay(_ world: PartnerSandbox, _ cart: Cart) throws -> (status: Int, json: JSONValue) {
    try call(
      world, .put, "events/\(Self.event)/cart/payment",
      #"{"cart_id":"\#(cart.id)","payment":{"type":"BRAINTREE","amount":"\#(cart.total)","third_party_account_id":"12313131","#
        + #""card":{"number":"fake-valid-visa-nonce","cin":"123"}}}"#)
  }

  @Test func theClockGoesForwardAndTellsWhatEnded() async throws {
    let server = try await server()
    let (world, other) = (try server.sandbox("clock"), try server.sandbox("other"))
    let start = try await world.now
    #expect(start.rfc3339 == "2026-12-01T18:00:00Z")
    let cart = try reserve(world)
    let change = try await world.advance(.seconds(90))
    #expect(change.now == start + .seconds(90))
    #expect(change.expiredCartCount == 0)
    #expect(change.rate == 0)
    let later = try await world.advance("PT1H")
    #expect(later.expiredCarts == [cart.id])
    #expect(later.expiredCartCount == 1)
    #expect(try await world.advance(to: start + .seconds(7_200)).now == start + .seconds(7_200))
    #expect(try await world.run(at: 60).rate == 60)
    #expect(try await world.freeze().rate == 0)
    #expect(try await world.resume().rate == 60)
    #expect(try await other.now == start)
    await server.stop()
  }

  @Test(arguments: [
    ("PT", "/advance"), ("-PT5M", "/advance"), ("5 minutes", "/advance"),
  ])
  func aWrongDurationIsRefused(_ text: String, path: String) async throws {
    let server = try await server()
    let world = try server.sandbox("wrong")
    let before = try await world.now
    let error = try #require(await #expect(throws: SandboxError.self) { try await world.advance(text) })
    #expect(error.faults.first?.path == path)
    #expect(error.description.contains("PT5M"))
    #expect(try await world.now == before)
    await #expect(throws: SandboxError.self) { try await world.advance(to: before - .seconds(1)) }
    await #expect(throws: SandboxError.self) { try await world.run(at: -1) }
    await server.stop()
  }

  @Test func theNextCallFailsAndThenNoMore() async throws {
    let server = try await server()
    let world = try server.sandbox("faulty")
    let cart = try reserve(world)
    try await world.fail(next: .cartPayment, with: .error("no-funds"), times: 2, account: "12313131")
    for _ in 1...2 { #expect(try pay(world, cart).status == 400) }
    #expect(try pay(world, cart).status == 200)
    try await world.verify(.cartPayment, .exactly(2), status: 400)
    // What was not used yet can be taken away.
    let fault = try await world.fail(next: .availability, with: .answer(status: 503, json: #"{"m":"later"}"#), times: 9)
    #expect(try call(world, .get, "events/\(Self.event)/availability").json["m"]?.string == "later")
    try await world.removeFault(fault)
    #expect(try call(world, .get, "events/\(Self.event)/availability").status == 200)
    await #expect(throws: SandboxError.self) { try await world.removeFault(fault) }
    await server.stop()
  }

  @Test(arguments: [
    (FaultEffect.ticketError("ticket.voided", ticket: 1), PartnerVocabulary.Operation.secureRender),
    (.loseAnswer, .cartCommit), (.connection("hang"), .secureRender), (.delay(.milliseconds(20)), .availability),
    (.poll(times: 1, waitSeconds: 1), .cartReserve), (.json(#"{"inventory":"sold-out"}"#), .availability),
  ])
  func everyEffectIsTaken(_ effect: FaultEffect, operation: PartnerVocabulary.Operation) async throws {
    let server = try await server()
    let world = try server.sandbox("effects")
    #expect(try await world.fail(next: operation, with: effect) == "fault-1")
    await server.stop()
  }

  @Test(arguments: [
    (FaultEffect.error("no-found"), "no-funds"), (.connection("hung"), "hang"),
    (.json(#"{"eror":"no-funds"}"#), "error"),
    (.json("{"), "JSON"),
  ])
  func anEffectThatDoesNotExistIsRefusedWithAHint(_ effect: FaultEffect, hint: String) async throws {
    let server = try await server()
    let world = try server.sandbox("misspelt")
    let error = try #require(
      await #expect(throws: SandboxError.self) { try await world.fail(next: .cartPayment, with: effect) })
    #expect(error.description.contains(hint), "\(error)")
    await server.stop()
  }

  @Test func scenariosAreUsedByNameAndAsJSON() async throws {
    let server = try await server()
    let world = try server.sandbox("scenarios")
    try await world.use(scenario: "payment-declined-twice")
    let cart = try reserve(world)
    #expect(try [pay(world, cart).status, pay(world, cart).status, pay(world, cart).status] == [400, 400, 200])
    try await world.use(
      json: #"{"name":"mine","rules":[{"name":"r","when":{"operation":"availability"},"then":{"error":"niterun"}}]}"#)
    #expect(try call(world, .get, "events/\(Self.event)/availability").status == 503)
    try await world.use(scenarios: [])
    #expect(try call(world, .get, "events/\(Self.event)/availability").status == 200)
    let error = try #require(
      await #expect(throws: SandboxError.self) { try await world.use(scenario: "payment-declined-twize") })
    #expect(error.description.contains("payment-declined-twice"))
    await server.stop()
  }

  @Test func requestsAreListedAndVerified() async throws {
    let server = try await server()
    let world = try server.sandbox("journal")
    let cart = try reserve(world)
    #expect(try pay(world, cart).status == 200)
    let all = await world.requests()
    #expect(all.map(\.operation) == ["cart.reserve", "cart.payment"])
    #expect(all.map(\.id) == ["r1", "r2"])
    let payment = try #require(await world.requests(.cartPayment).first)
    #expect(payment.account == "12313131")
    #expect(payment.event == Self.event)
    #expect(payment.status == 200)
    #expect(payment.requestBody.contains(cart.id))
    #expect(payment.responseBody.contains("unpaid"))
    #expect(!payment.requestBody.contains(#""123""#), "the security code is masked")
    try await world.verify(
      .cartPayment, account: "12313131", header: ["content-type": "application/json"],
      body: ["/payment/type": "BRAINTREE", "/payment/amount": "\"\(cart.total)\""])
    try await world.verify(nil, .atMost(2))
    try await world.verify(.cartCommit, .never)
    let error = try #require(
      await #expect(throws: SandboxError.self) { try await world.verify(.cartPayment, account: "99") })
    #expect(
      error.description
        == "cart.payment was expected at least once, and found 0 times.\n  r2 account: expected \"99\", found \"12313131\"\n  r1 operation: expected \"cart.payment\", found \"cart.reserve\"\n  r1 account: expected \"99\", found null"
    )
    await server.stop()
  }

  @Test func theReportJudgesThisSandboxAlone() async throws {
    let server = try await server()
    let (world, other) = (try server.sandbox("judged"), try server.sandbox("innocent"))
    let cart = try reserve(world)
    for _ in 1...2 { _ = try pay(world, cart) }
    let report = await world.report()
    #expect(report.report.sandboxes == 1)
    #expect(report.report.steps.first { $0.step == "cart.payment" }?.count == 2)
    #expect(await other.report().report.steps.allSatisfy { $0.count == 0 })
    #expect(report.text(.junit).hasPrefix("<?xml"))
    await server.stop()
  }

  @Test func aResetGivesTheSameAnswersAgain() async throws {
    let server = try await server()
    let world = try server.sandbox("again")
    let first = try reserve(world).id
    try await world.advance("PT1M")
    try await world.reset([.state, .journal])
    #expect(try reserve(world).id == first)
    #expect(await world.requests().map(\.id) == ["r1"])
    #expect(try await world.now.rfc3339 == "2026-12-01T18:01:00Z")
    try await world.reset()
    #expect(await world.requests().isEmpty)
    #expect(try await world.now.rfc3339 == "2026-12-01T18:00:00Z")
    await server.stop()
  }

  @Test(arguments: ["", String(repeating: "k", count: SandboxDirectory.keyLengthLimit + 1)])
  func aKeyThatCannotBeIsRefused(_ key: String) async throws {
    let server = try await server()
    #expect(throws: SandboxError.self) { try server.sandbox(key) }
    await server.stop()
  }

  @Test(arguments: ["it's my test / 1?", "schlüssel", "a+b&c=d%20"])
  func anyOtherTextIsAKey(_ key: String) async throws {
    let server = try await server()
    let world = try server.sandbox(key)
    try await world.freeze()
    #expect(await world.report().report.sandboxes <= 1)
    #expect(server.report().report.sandboxes <= 1)
    await server.stop()
  }

  @Test func aServerWithoutItsControlAPIOrWithATokenIsControlledAllTheSame() async throws {
    for change in [{ $0.hasControl = false }, { $0.controlToken = "t" }] as [(inout ServerOptions) -> Void] {
      let server = try await server(change)
      let world = try server.sandbox("own")
      #expect(try await world.advance("PT5M").now.rfc3339 == "2026-12-01T18:05:00Z")
      await server.stop()
    }
  }

  @Test func onlyTheServersKeysHaveSandboxes() async throws {
    let server = try await server { $0.apiKeys = ["known"] }
    #expect(throws: SandboxError.self) { try server.sandbox("unknown") }
    #expect(try server.sandbox("known").key == "known")
    await server.stop()
  }

  @Test func twentyServersRunSideBySide() async throws {
    let carts = try await withThrowingTaskGroup(of: String.self) { group in
      for place in 1...20 {
        group.addTask {
          let server = try await server { $0.seed = UInt64(place % 2) }
          let world = try server.sandbox("same")
          let cart = try reserve(world).id
          try await world.advance("PT\(place)M")
          #expect(try await world.now == Instant(rfc3339: "2026-12-01T18:00:00Z")! + .seconds(60 * place))
          await server.stop()
          return cart
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(carts.count == 20)
    #expect(Set(carts).count == 2, "the same seed makes the same ids")
  }
}
