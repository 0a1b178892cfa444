package import BoxOffice
import HTTPWire
package import JSONText
package import PartnerVocabulary

/// The body of `POST /wallet/v1/token` and its answer.
package enum WalletTokenWire {
  private static let source = "Partner API, Wallet Token"

  // MARK: The request

  static let flowAttributes = WireField(
    "flow_attributes", .object(flowTable), about: "Where the token will be used; ignored.", source: source)
  package static let details = WireField(
    "funding_source_details", .object(detailsTable), required: true, about: "The card.", source: source)
  static let fundingSource = WireField(
    "funding_source", .keyword(["creditcard"]), required: true, about: "The kind of payment.", source: source,
    example: "\"creditcard\"")
  package static let requestTable = WireTable("WalletTokenRequest", [flowAttributes, details, fundingSource])

  static let channel = WireField(
    "channel", .string, about: "The sales channel.", source: source,
    example: "\"external.ecommerce.consumer.dc.ticketmaster.us\"")
  static let market = WireField(
    "market", .string, about: "The market, such as PRIMARY.", source: source, example: "\"PRIMARY\"")
  static let flowTable = WireTable("WalletFlow", [channel, market])

  static let accountNumber = WireField(
    "account_number", .digits(), required: true, about: "The card's number, in plain text.", source: source,
    example: "\"4588883206000011\"")
  static let expirationMonth = WireField(
    "expiration_month", .integer, required: true, about: "The month in which the card expires.", source: source,
    example: "12")
  static let expirationYear = WireField(
    "expiration_year", .integer, required: true, about: "The year in which the card expires.", source: source,
    example: "2020")
  static let billingAddress = WireField(
    "billing_address", .object(addressTable), about: "The billing address.", source: source)
  static let detailsTable = WireTable(
    "WalletFundingSource", [accountNumber, expirationMonth, expirationYear, billingAddress])

  /// The fields in the order of the answer.
  static let addressTable = WireTable(
    "WalletAddress",
    [
      ("city", "Hollywood", "The city."), ("state", "CA", "The state or province."), ("country", "US", "The country."),
      ("email", "joe.brown@example.com", "The holder's e-mail address."),
      ("first_name", "Joe", "The holder's first name."), ("last_name", "Brown", "The holder's last name."),
      ("address_line1", "7060 Hollywood Blvd", "The first line of the street address."),
      ("address_line2", "suite 202", "The second line of the street address."),
      ("postal_code", "91344", "The postal code."), ("mobile_phone", "3104458988", "The holder's telephone number."),
    ].map { WireField($0, .digits(), about: $2, source: source, example: "\"\($1)\"") })

  // MARK: The answer

  package static let token = WireField(
    "token", .string, required: true, about: "The token that pays for the card.", source: source,
    example: "\"wallet-wallet-0eb60d8aa4994bc8a6aa6aa4b330f996\"")
  static let validated = WireField(
    "validated", .boolean, required: true, about: "Whether the card was checked with its bank.", source: source,
    example: "false")
  static let fundingMethod = WireField(
    "funding_method", .string, required: true, about: "The card's brand.", source: source, example: "\"VISA\"")
  static let answeredAddress = WireField(
    "billing_address", .object(WireTable("WalletTokenAddress", addressTable.fields)), required: true,
    about: "The billing address as it was sent.", source: source)
  package static let table = WireTable(
    "WalletToken",
    [token, validated, answeredAddress, fundingMethod, fundingSource, expirationMonth, expirationYear])

  /// The content of a request for a token.
  package struct Request {
    package let instrument: PaymentInstrument
    /// The fields of the address that were sent, in the order of the answer.
    package let address: [(field: WireField, text: String)]
    let fundingSource: String
  }

  /// Reads a request; the card number is sent in clear, as in the documents.
  ///
  /// - Throws: `invalid-input`.
  package static func read(_ body: inout JSONObjectReader) throws(APIError) -> Request {
    let kind = try body.required(fundingSource)
    guard kind.lowercased() == "creditcard" else {
      guard let value = body.value(fundingSource) else { throw body.missing(fundingSource) }
      throw APIError(value.mismatch(expected: "\"creditcard\"", found: "\"\(kind.prefix(40))\""))
    }
    var card = try body.requiredObject(details)
    guard let number = try card.optionalText(accountNumber) else { throw card.missing(accountNumber) }
    guard let month = try card.optionalInteger(expirationMonth) else { throw card.missing(expirationMonth) }
    guard let year = try card.optionalInteger(expirationYear) else { throw card.missing(expirationYear) }
    var address: [(field: WireField, text: String)] = []
    if var given = try card.optionalObject(billingAddress) {
      for field in addressTable.fields {
        if let text = try given.optionalText(field) { address.append((field, text)) }
      }
    }
    try requestTable.check(body.value)
    return Request(
      instrument: PaymentInstrument(kind: .card, number: number, expireMonth: month, expireYear: year),
      address: address, fundingSource: kind)
  }

  package static func write(token text: String, card: StoredCard, request: Request, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(token, text)
      body.bool(validated, false)
      body.object(answeredAddress) { address in
        for (field, text) in request.address { address.string(field, text) }
      }
      body.string(fundingMethod, card.issuer.rawValue)
      body.string(fundingSource, request.fundingSource)
      body.integer(expirationMonth, card.expireMonth)
      body.integer(expirationYear, card.expireYear)
    }
  }
}
