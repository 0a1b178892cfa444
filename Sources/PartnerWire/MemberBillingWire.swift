package import BoxOffice
package import JSONText

/// The bodies and answers of `GET` and `POST /member/billing`.
package enum MemberBillingWire {
  private static let source = "Partner API, Member Billing"

  // MARK: The request

  package static let cartID = WireField(
    "cart_id", .string, aliases: ["cartId"], about: "A cart; ignored.", source: source)
  package static let method = WireField(
    "billing_method", .object(methodTable), required: true, about: "What is to be kept on file.", source: source)
  package static let requestTable = WireTable("BillingMethodRequest", [cartID, method])

  package static let type = WireField(
    "type", .keyword(["CC"]), required: true, about: "The kind of payment.", source: source, example: "\"CC\"")
  static let firstName = WireField(
    "first_name", .keptText, about: "The holder's first name.", source: source, example: "\"Jon\"")
  static let lastName = WireField(
    "last_name", .keptText, about: "The holder's last name.", source: source, example: "\"Doe\"")
  static let homePhone = WireField(
    "home_phone", .keptDigits, about: "The holder's telephone number.", source: source, example: "\"555-555-5555\"")
  package static let address = WireField(
    "address", .object(AddressWire.table), about: "The billing address.", source: source)
  package static let card = WireField(
    "card", .object(PaymentWire.cardTable), required: true, about: "The card.", source: source)
  static let methodTable = WireTable("BillingMethod", [address, type, card, firstName, lastName, homePhone])

  // MARK: The answer to POST

  package static let id = WireField(
    "id", .integer, required: true, about: "The id of the billing method.", source: source, example: "70561111")
  static let addedCard = WireField(
    "card", .object(WireTable("AddedCard", [PaymentWire.encryptionKey])), required: true,
    about: "The card that was kept.", source: source)
  package static let added = WireField(
    "billing_method", .object(WireTable("AddedBillingMethod", [addedCard, id])), required: true,
    about: "The billing method that was kept.", source: source)
  package static let addedTable = WireTable("BillingMethodAnswer", [added])

  // MARK: The answer to GET

  package static let data = WireField(
    "data", .array(of: .object(listedTable)), required: true, about: "The billing methods on file.", source: source)
  package static let listTable = WireTable("BillingMethods", [data])

  static let listedAddress = WireField(
    "address", .object(listedAddressTable), required: true, about: "The billing address.", source: source)
  static let listedCard = WireField(
    "card", .object(listedCardTable), required: true, about: "The card.", source: source)
  static let listedPhone = WireField(
    "home_phone", .string, required: true, about: "The holder's telephone number, digits only.", source: source,
    example: "\"5555555555\"")
  static let listedID = WireField(
    "id", .string, required: true, about: "The id of the billing method.", source: source, example: "\"70561111\"")
  static let listedTable = WireTable(
    "ListedBillingMethod", [listedAddress, listedCard, firstName, listedPhone, listedID, lastName, type])

  static let countryNumber = WireField(
    "id", .integer, about: "The country's number of ISO 3166-1.", source: source, example: "840")
  static let standard = WireField(
    "standard", .string, required: true, about: "The standard that the number belongs to.", source: source,
    example: "\"ISO\"")
  static let listedCountry = WireField(
    "country", .object(WireTable("ListedCountry", [countryNumber, standard])), required: true, about: "The country.",
    source: source)
  static let listedRegion = WireField(
    "region", .object(WireTable("ListedRegion", [AddressWire.abbrev])), required: true, about: "The state or province.",
    source: source)
  static let listedAddressTable = WireTable(
    "ListedAddress",
    [
      AddressWire.city, listedCountry, AddressWire.line1, AddressWire.line2, AddressWire.postalCode,
      listedRegion, AddressWire.unit,
    ])

  static let lastFour = WireField(
    "number", .string, required: true, about: "The last four digits of the card's number.", source: source,
    example: "\"0011\"")
  static let cardType = WireField(
    "type", .string, required: true, about: "The card's brand.", source: source, example: "\"VISA\"")
  static let listedCardTable = WireTable(
    "ListedCard", [PaymentWire.expireMonth, PaymentWire.expireYear, PaymentWire.issuer, lastFour, cardType])

  package static func write(_ added: BillingMethod, encryptionKey key: String?, into writer: inout JSONWriter) {
    writer.object { body in
      body.object(self.added) { method in
        method.object(addedCard) { card in
          if let key { card.string(PaymentWire.encryptionKey, key) }
        }
        method.integer(id, Int(added.id))
      }
    }
  }

  package static func write(_ methods: [BillingMethod], into writer: inout JSONWriter) {
    writer.object { body in
      body.array(data) { list in
        for method in methods { list.object { write(method, into: &$0) } }
      }
    }
  }

  private static func write(_ method: BillingMethod, into entry: inout JSONWriter) {
    let holder = method.holder
    entry.object(listedAddress) { address in
      address.string(AddressWire.city, holder.address.city)
      address.object(listedCountry) { country in
        if holder.address.country > 0 { country.integer(countryNumber, holder.address.country) }
        country.string(standard, "ISO")
      }
      address.string(AddressWire.line1, holder.address.line1)
      address.string(AddressWire.line2, holder.address.line2)
      address.string(AddressWire.postalCode, holder.address.postalCode)
      address.object(listedRegion) { $0.string(AddressWire.abbrev, holder.address.region) }
      address.string(AddressWire.unit, holder.address.unit)
    }
    entry.object(listedCard) { card in
      card.integer(PaymentWire.expireMonth, method.card.expireMonth)
      card.integer(PaymentWire.expireYear, method.card.expireYear)
      card.string(PaymentWire.issuer, method.card.issuer.rawValue)
      card.string(lastFour, method.card.lastFour)
      card.string(cardType, method.card.issuer.rawValue)
    }
    entry.string(firstName, holder.firstName)
    entry.string(listedPhone, holder.homePhone)
    entry.string(listedID, String(method.id))
    entry.string(lastName, holder.lastName)
    entry.string(type, PaymentInstrument.Kind.card.rawValue)
  }
}
