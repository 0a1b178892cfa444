import JSONText

/// A billing address, as sent in payments and billing methods.
enum AddressWire {
  private static let source = "Partner API, Payment; Member Billing"
  static let line1 = WireField(
    "line1", .keptText, about: "The first line of the street address.", source: source, example: "\"123 Main Street\"")
  static let line2 = WireField(
    "line2", .keptText, about: "The second line of the street address.", source: source, example: "\"\"")
  static let unit = WireField("unit", .keptDigits, about: "The flat or unit.", source: source, example: "\"1h\"")
  static let city = WireField("city", .keptText, about: "The city.", source: source, example: "\"Los Angeles\"")
  static let country = WireField(
    "country", .object(countryTable), about: "The country, by its letters or its number.", source: source)
  static let region = WireField("region", .object(regionTable), about: "The state or province.", source: source)
  static let postalCode = WireField(
    "postal_code", .keptDigits, about: "The postal code.", source: source, example: "\"90210\"")
  static let table = WireTable("BillingAddress", [line1, line2, unit, city, country, region, postalCode])

  static let code = WireField(
    "code", .string, about: "The country's two letters of ISO 3166-1.", source: source, example: "\"US\"")
  static let countryID = WireField(
    "id", .integer, about: "The country's number of ISO 3166-1.",
    source: "SafeTix, billing request", example: "\"840\"")
  static let countryTable = WireTable("BillingCountry", [code, countryID])

  static let abbrev = WireField(
    "abbrev", .keptText, aliases: ["abbreb"], about: "The abbreviation of the state or province.", source: source,
    example: "\"CA\"")
  static let regionTable = WireTable("BillingRegion", [abbrev])
}
