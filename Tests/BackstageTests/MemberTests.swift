import HTTPTypes
import JSONText
import Testing

/// `PUT members/TOKEN/card`, and the member who has a card from the start.
@Suite struct MemberTests {
  private static let known: KeyValuePairs = ["Host": "localhost:8490", "Authorization": "Bearer member-with-card"]

  private func list(_ stage: Stage, _ headers: KeyValuePairs<String, String> = Stage.bearer) throws -> Answer {
    try stage.ask(.get, "/partners/v1/member/billing", headers: headers)
  }

  private func pay(
    _ stage: Stage, id: String, _ headers: KeyValuePairs<String, String> = Stage.bearer
  ) throws -> Answer {
    let cart = try stage.hold(EventID.paper)
    return try stage.ask(
      .put, "/partners/v1/events/\(cart.event)/cart/payment",
      """
      {"cart_id": "\(cart.id)", "billing_method": {"id": "\(id)"},
       "payment": {"amount": "\(cart.grand)", "type": "CC", "card": {"cin": "123"}}}
      """, headers: headers)
  }

  @Test func anyMemberGetsACard() throws {
    let stage = try Stage()
    let put = try stage.control(
      .put, "members/secret-of-jon/card", #"{"issuer":"MC","last_four":"4444","expire_month":3,"expire_year":2031}"#)
    #expect(put.status == 201)
    #expect(
      put.text
        == #"{"id":"70561111","issuer":"MC","last_four":"4444","expire_month":3,"expire_year":2031,"has_funds":true}"#)
    let listed = try list(stage)
    #expect(try listed.elements("/data").count == 1)
    #expect(try listed.string("/data/0/id") == "70561111")
    #expect(try listed.string("/data/0/card/number") == "4444")
    #expect(try listed.string("/data/0/card/issuer") == "MC")
    let paid = try pay(stage, id: "70561111")
    #expect(paid.status == 200, "\(paid.text)")
    #expect(try paid.string("/cart/payments/0/card/number").hasSuffix("*4444"))
    #expect(try list(stage, ["Host": "localhost:8490", "Authorization": "Bearer another"]).text == #"{"data":[]}"#)
  }

  @Test func aCardTakesThePlaceOfTheOldest() throws {
    let stage = try Stage()
    #expect(try stage.addBillingMethod().status == 200)
    #expect(try stage.addBillingMethod().status == 200)
    for _ in 1...2 {
      let put = try stage.control(.put, "members/secret-of-jon/card", "{}")
      #expect(put.status == 200)
      #expect(try put.string("/id") == "70561111")
      let listed = try list(stage)
      #expect(try listed.elements("/data").map { $0.value(at: "/card/number")?.string } == ["0011", "4444"])
      #expect(try listed.string("/data/0/address/city") == "Toronto")
    }
    #expect(try stage.addBillingMethod().integer("/billing_method/id") == 70_561_113, "nothing was counted")
  }

  @Test(arguments: [
    (#"{"has_funds":false}"#, 20_129), (#"{"expire_month":1,"expire_year":2020}"#, 20_122), ("", 0),
    (#"{"issuer":"AMEX","last_four":"0005"}"#, 20_152),
  ])
  func aCardIsJudgedWhenItPays(body: String, code: Int) throws {
    let stage = try Stage()
    #expect(try stage.control(.put, "members/secret-of-jon/card", body).status == 201)
    let answer = try pay(stage, id: "70561111")
    #expect(answer.json?.value(at: "/error/code")?.integer ?? 0 == Int64(code), "\(answer.text)")
  }

  @Test(arguments: [
    (#"{"issuer":"JCB"}"#, "/issuer"), (#"{"issuer":1}"#, "/issuer"), (#"{"last_four":4444}"#, "/last_four"),
    (#"{"last_four":"4111111111111111"}"#, "/last_four"), (#"{"last_four":"44a4"}"#, "/last_four"),
    (#"{"expire_month":13}"#, "/expire_month"), (#"{"expire_month":"3"}"#, "/expire_month"),
    (#"{"expire_year":31}"#, "/expire_year"), (#"{"has_funds":"true"}"#, "/has_funds"),
    (#"{"number":"4111111111111111"}"#, "/number"),
  ])
  func wrongCardsAreRefused(body: String, path: String) throws {
    let stage = try Stage()
    let answer = try stage.control(.put, "members/secret-of-jon/card", body)
    answer.expectError(422, path: path)
    #expect(!answer.text.contains("4111111111111111"))
    #expect(try list(stage).text == #"{"data":[]}"#)
  }

  @Test func oneMemberHasACardFromTheStart() throws {
    let stage = try Stage()
    let listed = try list(stage, Self.known)
    #expect(try listed.elements("/data").count == 1)
    #expect(try listed.string("/data/0/id") == "70561110")
    #expect(try listed.string("/data/0/card/number") == "0011")
    #expect(listed.header("X-Willcall-Fidelity") == "invented; see=member.billing.list/on-file")
    let paid = try pay(stage, id: "70561110", Self.known)
    #expect(paid.status == 200, "\(paid.text)")
    #expect(try paid.string("/cart/payments/0/card/number").hasSuffix("*0011"))
    #expect(try pay(stage, id: "70561110").status == 400, "it is nobody else's")
    _ = try stage.control(.post, "clock", #"{"advance":"P4000D"}"#)
    #expect(try list(stage, Self.known).text == listed.text)
  }

  @Test func stateAndResetKnowOfIt() throws {
    let stage = try Stage()
    let first = try list(stage, Self.known).text
    #expect(try stage.control(.put, "members/member-with-card/card", #"{"last_four":"1881"}"#).status == 200)
    #expect(try stage.control(.put, "members/secret-of-jon/card", "{}").status == 201)
    let document = try stage.control(.get, "state").text
    for secret in ["member-with-card", "secret-of-jon"] { #expect(!document.contains(secret)) }
    let copy = try Stage()
    #expect(try copy.control(.put, "state", document).status == 204)
    #expect(try copy.control(.get, "state").text == document)
    for headers in [Self.known, Stage.bearer] { #expect(try list(copy, headers).text == list(stage, headers).text) }
    #expect(try list(copy, Self.known).string("/data/0/card/number") == "1881")
    let none = document.replacing(/"billingMethods":\[.*?\}\}\]/, with: #""billingMethods":[]"#)
    #expect(try copy.control(.put, "state", none).status == 204)
    #expect(try list(copy, Self.known).text == #"{"data":[]}"#, "a document without it is taken at its word")
    for sandbox in [stage, copy] {
      #expect(try sandbox.control(.post, "reset", #"{"parts":["state"]}"#).status == 200)
      #expect(try list(sandbox, Self.known).text == first)
      #expect(try list(sandbox).text == #"{"data":[]}"#)
    }
  }
}
