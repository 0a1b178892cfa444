/// The address of a buyer; which of it is needed depends on the client's configuration, so none of it is demanded.
enum AddressWire {
  private static let source = "Partner API, Payment; SafeTix, billing request"
  static let line1 = WireField("line1", .string, source: source, example: "\"123 Main Street\"")
  static let line2 = WireField("line2", .string, source: source, example: "\"\"")
  static let unit = WireField("unit", .string, source: source, example: "\"1H\"")
  static let city = WireField("city", .string, source: source, example: "\"Hollywood\"")
  static let country = WireField("country", .object(countryTable), source: source)
  static let region = WireField("region", .object(regionTable), source: source)
  static let postalCode = WireField("postal_code", .string, source: source, example: "\"90028\"")
  static let table = WireTable("Address", [line1, line2, unit, city, country, region, postalCode])

  static let countryCode = WireField("code", .string, source: source, example: "\"US\"")
  static let countryID = WireField("id", .string, source: source, example: "\"840\"")
  static let countryTable = WireTable("AddressCountry", [countryCode, countryID])
  static let abbreviation = WireField(
    "abbrev", .string, aliases: ["abbreb"], source: source, example: "\"CA\"")
  static let regionTable = WireTable("AddressRegion", [abbreviation])
}
