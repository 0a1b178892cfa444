import PartnerVocabulary
import PartnerWire

/// The contracts of the cart calls.
enum CartContracts {
  static let reserve = RouteContract(
    summary: "Hold seats in a new cart.", fidelity: .documented, source: "Partner API, Reserve",
    parameters: [.eventID],
    body: ContractBody(
      ReserveWire.table,
      example: """
        {"reserve":{"tickets":[{"id":"000000000001","quantity":1}],"accept_best_available":true}}
        """),
    answers: [.ok("The cart with what it holds and what it costs.", CartWire.table)],
    errors: [
      ErrorCatalogue.invalidReserveStructure, ErrorCatalogue.unauthorized, ErrorCatalogue.invalidCaptcha,
      ErrorCatalogue.ticketLimit, ErrorCatalogue.noTicketTypes, ErrorCatalogue.noInventory,
      ErrorCatalogue.notTransactable, ErrorCatalogue.notOnSale,
    ],
    rules: [
      ContractRule("end_seat that is not before begin_seat", text: "a seat number of at least begin_seat"),
      ContractRule("seat_price_high that is not below seat_price_low", text: "at least seat_price_low"),
      ContractRule("as many places as tickets", text: "as many places as tickets"),
      ContractRule("amounts in whole cents", text: "an amount such as 101.66"),
    ])

  static let commit = RouteContract(
    summary: "Buy a paid cart.", fidelity: .documented, source: "Partner API, Commit", parameters: [.eventID],
    body: ContractBody(CommitWire.requestTable),
    answers: [.ok("The new order.", CommitWire.answerTable)],
    errors: [
      ErrorCatalogue.invalidReserveStructure, ErrorCatalogue.invalidCart, ErrorCatalogue.unpaid,
      ErrorCatalogue.notTransactable,
    ])

  static let delete = RouteContract(
    summary: "Release the seats of a cart.", fidelity: .documented, source: "Partner API, Delete",
    parameters: [.eventID, .cartID],
    answers: [ContractAnswer(204, note: "The cart is gone; its seats are free.")],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.invalidCart, ErrorCatalogue.notTransactable])

  // MARK: Delivery

  static let shippingOptions = RouteContract(
    summary: "List the delivery options of a cart.", fidelity: .documented, source: "Partner API, Shipping",
    parameters: [.eventID, .cartID],
    answers: [.ok("The delivery options.", ShippingWire.table)],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.invalidCart, ErrorCatalogue.notTransactable])

  static let setShipping = RouteContract(
    summary: "Choose a delivery option.", fidelity: .documented, source: "Partner API, Shipping",
    parameters: [.eventID, .cartID], body: ContractBody(ShippingWire.requestTable),
    answers: [.ok("The cart with the new delivery.", CartWire.table)],
    errors: [ErrorCatalogue.invalidCart, ErrorCatalogue.invalidDelivery, ErrorCatalogue.notTransactable])

  // MARK: Payment

  static let pay = payment(.documented, variant: nil)
  static let payByPost = payment(.inferred, variant: "post")

  private static func payment(_ fidelity: Fidelity, variant: String?) -> RouteContract {
    RouteContract(
      summary: variant == nil ? "Pay a cart." : "Pay a cart; the documents list PUT.", fidelity: fidelity,
      source: "Partner API, Payment; SafeTix, step 3", variant: variant, isDeprecated: variant != nil,
      membership: .optional, parameters: [.eventID],
      body: ContractBody(
        PaymentWire.table,
        example: """
          {"cart_id":"beec42c9-f456-4270-bba9-4c62528bef00","payment":{"type":"BRAINTREE","amount":"101.66",\
          "third_party_account_id":"12313131","email_address":"tom.brown@email.com",\
          "card":{"number":"fake-valid-visa-nonce","cin":"123","expire_month":0,"expire_year":0}}}
          """),
      answers: [.ok("The paid cart.", CartWire.table)],
      errors: [
        ErrorCatalogue.invalidCart, ErrorCatalogue.paymentNotAccepted, ErrorCatalogue.noFunds,
        ErrorCatalogue.invalidCVV, ErrorCatalogue.notTransactable,
      ],
      rules: [
        ContractRule("card with a number, for every type that pays by one", text: "/payment/card"),
        ContractRule("CC as type beside a billing_method", text: "\"CC\" beside a billing_method"),
        ContractRule("third_party_account_id, for SafeTix events", text: "/payment/third_party_account_id"),
      ])
  }
}
