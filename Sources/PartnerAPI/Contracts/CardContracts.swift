import PartnerVocabulary
import PartnerWire

/// The contracts of the calls that keep card data out of payments.
enum CardContracts {
  private static let cartID = ContractParameter(
    .query,
    WireField(
      "cart_id", .string, about: "Older documents send a cart id here; ignored.", source: "Partner API, 2015",
      example: "\"beec42c9-f456-4270-bba9-4c62528bef00\""))

  static let certificate = RouteContract(
    summary: "Get the certificate to encrypt card data with.", fidelity: .documented,
    source: "Partner API, Certificate", parameters: [cartID],
    answers: [.ok("A certificate that is valid for 24 hours.", CertificateWire.table)],
    errors: [ErrorCatalogue.internalError])

  static let walletToken = RouteContract(
    summary: "Get a token for a card.", fidelity: .documented, source: "Partner API, Wallet Token",
    body: ContractBody(
      WalletTokenWire.requestTable,
      example: """
        {"funding_source_details":{"account_number":"4111111111111111","expiration_month":12,"expiration_year":2020},\
        "funding_source":"creditcard"}
        """),
    answers: [.ok("The token.", WalletTokenWire.table)], errors: [ErrorCatalogue.cardNotTaken])

  // MARK: Members

  static let listMethods = RouteContract(
    summary: "List a member's billing methods.", fidelity: .documented, source: "Partner API, Member Billing",
    membership: .required, parameters: [cartID],
    answers: [.ok("What the member has on file.", MemberBillingWire.listTable)])

  static let addMethod = RouteContract(
    summary: "Save a billing method for a member.", fidelity: .documented, source: "Partner API, Member Billing",
    membership: .required,
    body: ContractBody(
      MemberBillingWire.requestTable,
      example: """
        {"billing_method":{"type":"CC","card":{"issuer":"VISA","number":"4111111111111111","expire_month":12,\
        "expire_year":2020},"first_name":"Jon","last_name":"Doe","address":{"line1":"123 My Street",\
        "city":"Los Angeles","country":{"code":"US"},"region":{"abbrev":"CA"},"postal_code":90210}}}
        """),
    answers: [.ok("The billing method's id.", MemberBillingWire.addedTable)], errors: [ErrorCatalogue.cardNotTaken],
    rules: [
      ContractRule("card with a number", text: "/billing_method/card/number"),
      ContractRule("a country in ISO 3166-1", text: "two letters of ISO 3166-1"),
      ContractRule("a country's number, where one is read", text: "an ISO 3166-1 number from 1 to 999"),
    ])
}
