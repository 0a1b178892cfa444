import Determinism
package import JSONText

/// Reads the description of an event, key by key in the order in which the documentation lists them.
package enum EventReader {
  /// The keys of an event.
  static let keys = [
    "$schema", "id", "aliases", "code", "host", "otherCodes", "name", "venue", "schedule", "currency", "ticketLimit",
    "granularPricing", "restrictSingle", "restrictions", "transactable", "captcha", "cartIds", "entry", "delayDelivery",
    "hold", "processing", "shipping", "areas", "ticketTypes", "priceLevels", "offers", "seating",
  ]

  /// Reads an event; `zoneRule` returns the POSIX rule of a zone that the fixture names without a rule.
  package static func event(_ root: JSONValue, zoneRule: (String) -> String?) throws(JSONMismatch) -> Event {
    var reader = try root.asObject()
    // For editors.
    _ = try reader.optionalValue("$schema")?.asString()
    let id = try Self.id(reader.required("id", "an event id"))
    var aliases: [String] = []
    var names: Set = [id]
    if let list = try reader.optionalArray("aliases") {
      for alias in list {
        let name = try Self.id(alias)
        guard names.insert(name).inserted else { throw alias.unfit("an id that does not occur before") }
        aliases.append(name)
      }
    }
    let code = try Self.hostName(reader.required("code", "an event code"))
    let host = try Self.hostName(reader.required("host", "a host"))
    let otherCodes = try Self.otherCodes(&reader, besides: "\(code)/\(host)")
    let name = try reader.required("name", "a name").text()
    let venue = try Self.venue(reader.required("venue", "a venue"), zoneRule: zoneRule)
    let schedule = try Self.schedule(reader.required("schedule", "a schedule"))
    let currency = try reader.required("currency", "a currency").ascii(
      3...3, "an ISO 4217 code such as USD", Self.isUpper)
    let selling = try Self.selling(&reader)
    let processing = try reader.optionalValue("processing")?.charge() ?? .none
    let shipping = try Self.shipping(reader.optionalValue("shipping"))
    let prices = try PriceReader(&reader)
    var seating = SeatingReader(prices: prices)
    try seating.read(reader.list("seating"))
    try reader.rejectUnread()

    var description = Event.Description(
      id: id, code: code, host: host, name: name, venue: venue, schedule: schedule, currency: currency,
      entry: selling.entry, processing: processing, shippingOptions: shipping, areas: prices.areas,
      ticketTypes: prices.ticketTypes, priceLevels: prices.priceLevels, offers: prices.offers, rows: seating.rows)
    description.aliases = aliases
    description.otherCodes = otherCodes
    description.ticketLimit = selling.ticketLimit
    description.hasGranularPricing = selling.hasGranularPricing
    description.restrictsSingles = selling.restrictsSingles
    description.restrictions = selling.restrictions
    description.isTransactable = selling.isTransactable
    description.requiresCaptcha = selling.requiresCaptcha
    description.cartIDStyle = selling.cartIDStyle
    description.delayDelivery = selling.delayDelivery
    description.hold = selling.hold
    return Event(description)
  }

  package static func id(_ value: JSONValue) throws(JSONMismatch) -> String {
    try value.ascii(1...40, "1 to 40 letters and digits") { isLetter($0) || isDigit($0) }
  }

  package static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte & 0xDF) }

  static func hostName(_ value: JSONValue) throws(JSONMismatch) -> String {
    try value.ascii(1...40, "1 to 40 letters, digits or hyphens") {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-")
    }
  }

  static func otherCodes(
    _ reader: inout JSONObjectReader, besides own: String
  ) throws(JSONMismatch) -> [String] {
    var codes: [String] = []
    var taken: Set = [own]
    guard let list = try reader.optionalArray("otherCodes") else { return [] }
    for element in list {
      var entry = try element.asObject()
      let code = try hostName(entry.required("code", "an event code"))
      let name = "\(code)/\(try hostName(entry.required("host", "a host")))"
      try entry.rejectUnread()
      guard taken.insert(name).inserted else { throw element.unfit("a code that does not occur before") }
      codes.append(name)
    }
    return codes
  }

  static func venue(_ value: JSONValue, zoneRule: (String) -> String?) throws(JSONMismatch) -> Venue {
    var reader = try value.asObject()
    let name = try reader.required("name", "a name").text()
    let city = try reader.required("city", "a city").text()
    let region = try reader.required("region", "a state or province").text(in: 1...20)
    let country = try reader.required("country", "a country").ascii(
      2...2, "an ISO 3166 code such as US", Self.isUpper)
    let zone = try zone(&reader, zoneRule: zoneRule)
    try reader.rejectUnread()
    return Venue(name: name, city: city, region: region, country: country, zone: zone)
  }

  private static func zone(
    _ reader: inout JSONObjectReader, zoneRule: (String) -> String?
  ) throws(JSONMismatch) -> VenueZone {
    let value = try reader.required("zone", "an IANA time zone")
    let name = try value.text(in: 1...60)
    let given = reader.optionalValue("zoneRule")
    guard let rule = try given?.asString() ?? zoneRule(name) else {
      throw value.unfit("a time zone that this system knows, or zoneRule beside it")
    }
    do {
      return try VenueZone(name: name, rule: rule)
    } catch {
      let expected = "a POSIX time zone rule with \(error.expected) at byte \(error.offset)"
      throw (given ?? value).mismatch(expected: expected, found: "\"\(rule)\"")
    }
  }

  static func schedule(_ value: JSONValue) throws(JSONMismatch) -> EventSchedule {
    var reader = try value.asObject()
    let days = -3_650...3_650
    let starts = try reader.required("startsAfterDays", "a number of days").number(in: days)
    let time = try reader.required("time", "a time of day")
    guard let text = time.string, let local = CivilTime(iso8601: text) else {
      throw time.unfit("a time of day such as \"19:30\"")
    }
    let onsale = try reader.required("onsaleAfterDays", "a number of days").number(in: -3_650...starts)
    let offsale = try reader.optionalValue("offsaleAfterDays")?.number(in: onsale...max(onsale, 3_650))
    try reader.rejectUnread()
    return EventSchedule(
      startsAfterDays: starts, time: local, onsaleAfterDays: onsale, offsaleAfterDays: offsale)
  }

  static func shipping(_ value: JSONValue?) throws(JSONMismatch) -> [ShippingOption] {
    guard let value else { return ShippingOption.standard }
    guard value.kind == .array, value.elements.count > 0 else {
      throw value.unfit("an array with at least one element")
    }
    var options: [ShippingOption] = []
    var ids: Set<String> = []
    for element in value.elements {
      var reader = try element.asObject()
      let id = try reader.required("id", "an id")
      let option = ShippingOption(
        id: try id.text(in: 1...20), carrier: try reader.required("carrier", "a carrier").text(in: 1...40),
        serviceLevel: try reader.required("serviceLevel", "a service level").text(in: 1...40),
        requiresAddress: try reader.optionalValue("requiresAddress")?.flag() ?? false,
        fee: try reader.optionalValue("fee")?.amount() ?? .zero,
        longDescription: try reader.required("long", "a description").text(),
        shortDescription: try reader.required("short", "a description").text(),
        eta: try reader.required("eta", "a description").text())
      try reader.rejectUnread()
      guard ids.insert(option.id).inserted else { throw id.unfit("an id that does not occur before") }
      options.append(option)
    }
    return options
  }
}
