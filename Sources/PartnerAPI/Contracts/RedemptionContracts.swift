import PartnerVocabulary
import PartnerWire

/// The contracts of the calls that follow a sale, apart from Order Management.
enum RedemptionContracts {
  static let unredeemed = RouteContract(
    summary: "List orders that nobody has redeemed.",
    detail: "days_from_purchase or days_before_event is required.", fidelity: .documented,
    source: "Partner API, Unredeemed Orders", parameters: ContractParameter.query(UnredeemedWire.queryTable),
    answers: [.ok("The orders, the newest first.", UnredeemedWire.table)], errors: [ErrorCatalogue.invalidInput],
    rules: [
      ContractRule(
        "days_from_purchase or days_before_event", text: "The query needs days_from_purchase or days_before_event")
    ])

  static let status = RouteContract(
    summary: "Read the redemption status of an order.", fidelity: .invented,
    source: "path only: Partner API, 2021", parameters: ContractParameter.query(OrderStatusWire.queryTable),
    answers: [.ok("The state of the order.", OrderStatusWire.table)],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.orderNotFound])

  static let claimLink = RouteContract(
    summary: "Get the link with which a buyer claims an order.", fidelity: .invented,
    source: "path only: Partner API, 2025", parameters: ContractParameter.query(ClaimLinkWire.queryTable),
    answers: [.ok("The link.", ClaimLinkWire.table)],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.eventNotFound, ErrorCatalogue.orderNotFound])

  static let config = RouteContract(
    summary: "Get the time, for a SafeTix SDK.", fidelity: .inferred, source: "Secure Entry web SDK",
    answers: [.ok("The time of the sandbox.", SafeTixConfigWire.table)])

  static let page = RouteContract(
    summary: "Open the page that redemption_url leads to.", fidelity: .invented, source: "WillCall",
    parameters: [ContractParameter(.query, OrderStatusWire.token, "The order_token of an order.")],
    answers: [
      ContractAnswer(
        200, note: "A small page with the event, the tickets, and the date from which delayed tickets are available.",
        .html
      )
    ],
    errors: [ErrorCatalogue.orderNotFound])
}
