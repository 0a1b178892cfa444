import JSONText

/// A billing address, as payments and billing methods bring it.
enum AddressWire {
  private static let source = "Partner API, Payment; Member Billing"
  static let line1 = WireField("line1", .keptText, source: source, example: "\"123 Main Street\"")
  static let line2 = WireField("line2", .keptText, source: source, example: "\"\"")
  static let unit = WireField("unit", .keptDigits, source: source, example: "\"1h\"")
  static let city = WireField("city", .keptText, source: source, example: "\"Los Angeles\"")
  static let country = WireField("country", .object(countryTable), source: source)
  static let region = WireField("region", .object(regionTable), source: source)
  static let postalCode = WireField("postal_code", .keptDigits, source: source, example: "\"90210\"")
  static let table = WireTable("BillingAddress", [line1, line2, unit, city, country, region, postalCode])

  static let code = WireField("code", .string, source: source, example: "\"US\"")
  static let countryID = WireField("id", .integer, source: "SafeTix, billing request", example: "\"840\"")
  static let countryTable = WireTable("BillingCountry", [code, countryID])

  static let abbrev = WireField("abbrev", .keptText, aliases: ["abbreb"], source: source, example: "\"CA\"")
  static let regionTable = WireTable("BillingRegion", [abbrev])
}
