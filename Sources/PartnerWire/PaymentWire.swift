package import BoxOffice
package import EventCatalogue
import HTTPWire
package import JSONText
package import PartnerVocabulary

/// The body of `PUT /events/{event_id}/cart/payment`.
package enum PaymentWire {
  private static let source = "Partner API, Payment; SafeTix, billing request"
  package static let payment = WireField(
    "payment", .object(paymentTable), required: true, about: "The payment.", source: source)
  static let billingMethod = WireField(
    "billing_method", .object(billingMethodTable), about: "A billing method on file that pays instead of a card.",
    source: source)
  package static let table = WireTable("PaymentRequest", [CartWire.cartID, billingMethod, payment])

  static let billingMethodID = WireField(
    "id", .digits(), required: true, about: "The id of the billing method.", source: source, example: "\"70561111\"")
  static let billingMethodTable = WireTable("PaymentBillingMethod", [billingMethodID])

  package static let type = WireField(
    "type", .keyword(PaymentInstrument.Kind.allCases.map(\.rawValue)), required: true, about: "How it is paid.",
    source: source,
    example: "\"BRAINTREE\"")
  package static let amount = WireField(
    "amount", .amount, required: true, about: "The amount, which must be the cart's grand total.", source: source,
    example: "\"101.66\"")
  package static let account = WireField(
    "third_party_account_id", .text(1...100),
    about: "The partner's id of the account that will own the tickets; needed for SafeTix events.",
    source: "SafeTix, step 3", example: "\"12313131\"")
  package static let email = WireField(
    "email_address", .keptText, about: "The buyer's e-mail address.", source: source, example: "\"tom.brown@email.com\""
  )
  static let firstName = WireField(
    "first_name", .keptText, about: "The buyer's first name.", source: source, example: "\"Tom\"")
  static let lastName = WireField(
    "last_name", .keptText, about: "The buyer's last name.", source: source, example: "\"Brown\"")
  static let homePhone = WireField(
    "home_phone", .keptText, about: "The buyer's telephone number.", source: source, example: "\"4110001234\"")
  package static let currency = WireField(
    "currency", .string, about: "The currency, of ISO 4217; ignored.", source: "SafeTix, billing request",
    example: "\"USD\"")
  static let reference = WireField(
    "reference", .string, about: "The partner's reference of an invoice.", source: source, example: "\"\"")
  package static let address = WireField(
    "address", .object(AddressWire.table), about: "The billing address.", source: source)
  package static let card = WireField(
    "card", .object(cardTable),
    about: "The card; needed for every type that pays by one, unless a billing method does.", source: source)
  static let paymentTable = WireTable(
    "Payment",
    [firstName, lastName, homePhone, type, reference, address, amount, currency, card, email, account])

  /// Fields that are accepted but have no effect.
  private static let unread = WireTable("", [firstName, lastName, homePhone, address, currency])

  package static let number = WireField(
    "number", .string, about: "The card's number, encrypted or a nonce.", source: source,
    example: "\"fake-valid-visa-nonce\"")
  package static let cin = WireField("cin", .digits(), about: "The security code.", source: source, example: "\"123\"")
  package static let encryptionKey = WireField(
    "encryption_key", .string, about: "The id of the certificate that number and code are encrypted with.",
    source: source, example: "\"paysys-dev.0.us.999\"")
  package static let issuer = WireField(
    "issuer", .keptText, about: "The card's brand.", source: source, example: "\"VISA\"")
  package static let expireMonth = WireField(
    "expire_month", .bounded(0...12, pattern: "^0*(?:[0-9]|1[0-2])$"),
    about: "The month in which the card expires; 0 if a nonce has it.", source: source, example: "12")
  package static let expireYear = WireField(
    "expire_year", .bounded(0...9_999, pattern: "^0*[0-9]{1,4}$"),
    about: "The year in which the card expires; 0 if a nonce has it.", source: source, example: "2020")
  static let cardTable = WireTable(
    "PaymentCard", [number, cin, encryptionKey, issuer, expireMonth, expireYear, AddressWire.postalCode])
  private static let unreadOfCard = WireTable("", [AddressWire.postalCode])

  /// The content of a payment request.
  package struct Request {
    package let cartID: String
    /// The id of the billing method on file that replaces a card number.
    package let methodID: String?
    package let instrument: PaymentInstrument
    package let amount: Money
    package let account: String?
    package let email: String?
  }

  /// Reads a payment.
  ///
  /// - Parameters:
  ///   - needsAccount: whether the event is SafeTix.
  ///   - seen: called with the account as it was sent, once everything before it proved valid.
  /// - Throws: `invalid-input`; `payment-not-accepted` for an amount that is a number but no sum of money.
  package static func read(
    _ body: inout JSONObjectReader, needsAccount: Bool, account seen: (String?) -> Void = { _ in }
  ) throws(APIError) -> Request {
    let cartID = try body.required(CartWire.cartID)
    var fields = try body.requiredObject(payment)
    let typeText = try fields.required(type)
    guard let kind = PaymentInstrument.Kind(rawValue: typeText.uppercased()) else {
      let known = PaymentInstrument.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      guard let value = fields.value(type) else { throw fields.missing(type) }
      throw APIError(value.mismatch(expected: "one of \(known)", found: "\"\(typeText)\""))
    }
    let methodID = try readMethod(&body, kind, fields)
    let sum = try readAmount(&fields)
    var instrument = PaymentInstrument(kind: kind, number: "", reference: try fields.optional(reference))
    if var card = try fields.optionalObject(card) {
      try read(&card, into: &instrument, needsNumber: kind.needsCard && methodID == nil)
    } else if kind.needsCard, methodID == nil {
      throw fields.missing(card)
    }
    seen(fields.value(account)?.string)
    let owner = try fields.optional(account)
    if needsAccount, owner == nil { throw fields.missing(account) }
    let buyer = try fields.optional(email)
    try unread.check(fields.value)
    return Request(
      cartID: cartID, methodID: methodID, instrument: instrument, amount: sum, account: owner, email: buyer)
  }

  /// The id of a billing method on file: a number in the answer that creates it, a string in the list.
  private static func readMethod(
    _ body: inout JSONObjectReader, _ kind: PaymentInstrument.Kind, _ fields: JSONObjectReader
  ) throws(APIError) -> String? {
    guard var method = try body.optionalObject(billingMethod) else { return nil }
    guard let id = try method.optionalText(billingMethodID) else { throw method.missing(billingMethodID) }
    guard kind == .card else {
      var fields = fields
      guard let value = fields.value(type) else { throw fields.missing(type) }
      throw APIError(value.mismatch(expected: "\"CC\" beside a billing_method", found: "\"\(kind.rawValue)\""))
    }
    return id
  }

  /// The amount; a number that is not a valid sum of money is refused as a bad payment, not as a wrong type.
  private static func readAmount(_ fields: inout JSONObjectReader) throws(APIError) -> Money {
    do throws(APIError) {
      guard let sum = try fields.optionalAmount(amount) else { throw fields.missing(amount) }
      return sum
    } catch {
      guard let value = fields.value(amount), let text = value.numberText ?? value.string,
        let number = try? JSONValue.parse(Array(text.utf8)), number.kind == .number, number.text == text
      else { throw error }
      throw APIError(
        ErrorCatalogue.paymentNotAccepted, "amount is \(text.prefix(40)), which is not written as whole cents.")
    }
  }

  /// Reads a card.
  package static func read(
    _ card: inout JSONObjectReader, into instrument: inout PaymentInstrument, needsNumber: Bool = true
  ) throws(APIError) {
    if needsNumber {
      instrument.number = try card.required(number)
    } else {
      instrument.number = try card.optional(number) ?? ""
    }
    instrument.securityCode = try card.optionalText(cin)
    // An empty key encrypts nothing.
    instrument.encryptionKey = try card.optional(encryptionKey).flatMap { $0.isEmpty ? nil : $0 }
    instrument.issuer = try card.optional(issuer)
    instrument.expireMonth = try card.optionalInteger(expireMonth) ?? 0
    instrument.expireYear = try card.optionalInteger(expireYear) ?? 0
    try unreadOfCard.check(card.value)
    if !(0...12).contains(instrument.expireMonth), let value = card.value(expireMonth) {
      throw APIError(value.mismatch(expected: "a month from 1 to 12, or 0", found: "\(instrument.expireMonth)"))
    }
    if !(0...9_999).contains(instrument.expireYear), let value = card.value(expireYear) {
      throw APIError(value.mismatch(expected: "a year of four digits, or 0", found: "\(instrument.expireYear)"))
    }
  }
}
