import HTTPTypes
import Testing

/// The scenario that refuses card numbers in clear, as the real API does.
@Suite struct CardPolicyTests {
  private func strict() throws -> Stage {
    let stage = try Stage()
    #expect(try stage.control(.put, "scenarios", #"{"active":["cards-documented"]}"#).status == 200)
    return stage
  }

  private func pay(_ stage: Stage, _ card: String, type: String = "CC") throws -> Answer {
    let cart = try stage.hold(EventID.paper)
    return try stage.ask(
      .put, "/partners/v1/events/\(cart.event)/cart/payment",
      #"{"cart_id":"\#(cart.id)","payment":{"amount":"\#(cart.grand)","type":"\#(type)","card":\#(card)}}"#)
  }

  @Test func numbersInClearAreRefused() throws {
    let stage = try strict()
    let clear = #"{"number": "4111111111111111", "expire_month": 12, "expire_year": 2040}"#
    #expect(try pay(stage, clear).status == 400)
    #expect(try stage.addBillingMethod().status == 400)
    #expect(try pay(Stage(), clear).status == 200, "as it is without the scenario")
  }

  @Test func whatTheDocumentsDoNotEncryptIsTaken() throws {
    let stage = try strict()
    let token = try stage.walletToken().string("/token")
    #expect(try pay(stage, #"{"number": "\#(token)", "cin": "1234"}"#, type: "WALLET").status == 200)
    #expect(try pay(stage, #"{"number": "fake-valid-visa-nonce"}"#, type: "BRAINTREE").status == 200)
    let plain = try Stage()
    #expect(try plain.addBillingMethod().status == 200)
    #expect(try plain.control(.put, "scenarios", #"{"active":["cards-documented"]}"#).status == 200)
    #expect(try plain.payWithBillingMethod(plain.hold(EventID.paper)).status == 200)
  }
}
