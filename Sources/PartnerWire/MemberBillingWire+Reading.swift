package import BoxOffice
import HTTPWire
package import JSONText
package import PartnerVocabulary

extension MemberBillingWire {
  /// The billing method that a member wants to have on file.
  package struct Request {
    package let instrument: PaymentInstrument
    package let holder: BillingMethod.Holder
  }

  /// Reads a request; postal code and flat may be numbers or strings.
  ///
  /// - Throws: `invalid-input`.
  package static func read(_ body: inout JSONObjectReader) throws(APIError) -> Request {
    var fields = try body.requiredObject(method)
    let kind = try fields.required(type)
    guard kind.uppercased() == PaymentInstrument.Kind.card.rawValue else {
      guard let value = fields.value(type) else { throw fields.missing(type) }
      throw APIError(value.mismatch(expected: "\"CC\"", found: "\"\(kind.prefix(40))\""))
    }
    var instrument = PaymentInstrument(kind: .card, number: "")
    var given = try fields.requiredObject(card)
    try PaymentWire.read(&given, into: &instrument)
    let phone = try fields.optionalText(homePhone) ?? ""
    let holder = BillingMethod.Holder(
      firstName: try fields.optional(firstName) ?? "", lastName: try fields.optional(lastName) ?? "",
      homePhone: phone.filter { $0.isASCII && $0.isNumber }, address: try readAddress(&fields))
    try requestTable.check(body.value)
    return Request(instrument: instrument, holder: holder)
  }

  private static func readAddress(_ fields: inout JSONObjectReader) throws(APIError) -> BillingMethod.Address {
    var read = BillingMethod.Address(
      line1: "", line2: "", unit: "", city: "", country: 0, region: "", postalCode: "")
    guard var given = try fields.optionalObject(address) else { return read }
    read.line1 = try given.optional(AddressWire.line1) ?? ""
    read.line2 = try given.optional(AddressWire.line2) ?? ""
    read.unit = try given.optionalText(AddressWire.unit) ?? ""
    read.city = try given.optional(AddressWire.city) ?? ""
    read.postalCode = try given.optionalText(AddressWire.postalCode) ?? ""
    if var country = try given.optionalObject(AddressWire.country) {
      read.country = try readCountry(&country)
    }
    if var region = try given.optionalObject(AddressWire.region) {
      read.region = try region.optional(AddressWire.abbrev) ?? ""
    }
    return read
  }

  /// The country's number, from its letters or in the form of older documents.
  private static func readCountry(_ country: inout JSONObjectReader) throws(APIError) -> Int {
    if let code = try country.optional(AddressWire.code) {
      if let number = CountryNumber.number(of: code) { return number }
      guard let value = country.value(AddressWire.code) else { throw country.missing(AddressWire.code) }
      throw APIError(value.mismatch(expected: "two letters of ISO 3166-1", found: "\"\(code.prefix(40))\""))
    }
    guard let number = try country.optionalInteger(AddressWire.countryID) else { return 0 }
    guard (1...999).contains(number) else {
      guard let value = country.value(AddressWire.countryID) else { throw country.missing(AddressWire.countryID) }
      throw APIError(value.mismatch(expected: "an ISO 3166-1 number from 1 to 999", found: "\(number)"))
    }
    return number
  }
}
