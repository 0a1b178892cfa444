import Determinism
package import JSONText

/// Reads the description of an event, key by key in the order in which the documentation lists them.
package enum EventReader {
  /// Reads an event; `zoneRule` returns the POSIX rule of a zone that the fixture names without a rule.
  package static func event(_ root: JSONValue, zoneRule: (String) -> String?) throws(JSONFaults) -> Event {
    var faults = JSONFaults()
    guard var reader = faults.object(root) else { throw faults }
    // For editors.
    _ = faults.read(try reader.optionalString("$schema"))
    let id = faults.read(try Self.id(reader.required("id", "an event id"))) ?? ""
    let aliases = aliases(reader.optionalValue("aliases"), besides: id, &faults)
    let code = faults.read(try Self.hostName(reader.required("code", "an event code"))) ?? ""
    let host = faults.read(try Self.hostName(reader.required("host", "a host"))) ?? ""
    let otherCodes = otherCodes(reader.optionalValue("otherCodes"), besides: "\(code)/\(host)", &faults)
    let name = faults.read(try reader.required("name", "a name").text()) ?? ""
    let venue = venue(faults.required("venue", "a venue", of: &reader), zoneRule: zoneRule, &faults)
    let schedule = schedule(faults.required("schedule", "a schedule", of: &reader), &faults)
    let currency = faults.read(
      try reader.required("currency", "a currency").ascii(3...3, "an ISO 4217 code such as USD", isUpper))
    let selling = selling(&reader, &faults)
    let processing = faults.charge(reader.optionalValue("processing"))
    let shipping = shipping(reader.optionalValue("shipping"), &faults)
    let prices = PriceReader(&reader, &faults)
    var seating = SeatingReader(prices: prices)
    seating.read(faults.list("seating", of: &reader), &faults)
    faults.finish(reader)
    guard faults.isEmpty, let venue, let schedule, let currency else { throw faults }

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

  private static func aliases(
    _ list: JSONValue?, besides id: String, _ faults: inout JSONFaults
  ) -> [String] {
    var aliases: [String] = []
    var names: Set = [id]
    for alias in faults.elements(list) {
      guard let name = faults.read(try Self.id(alias)) else { continue }
      if !names.insert(name).inserted { faults.note(alias.unfit("an id that does not occur before")) }
      aliases.append(name)
    }
    return aliases
  }

  private static func otherCodes(
    _ list: JSONValue?, besides own: String, _ faults: inout JSONFaults
  ) -> [String] {
    var codes: [String] = []
    var taken: Set = [own]
    for element in faults.elements(list) {
      guard var entry = faults.object(element) else { continue }
      let code = faults.read(try hostName(entry.required("code", "an event code")))
      let host = faults.read(try hostName(entry.required("host", "a host")))
      faults.finish(entry)
      guard let code, let host else { continue }
      let name = "\(code)/\(host)"
      if !taken.insert(name).inserted { faults.note(element.unfit("a code that does not occur before")) }
      codes.append(name)
    }
    return codes
  }

  private static func venue(
    _ value: JSONValue?, zoneRule: (String) -> String?, _ faults: inout JSONFaults
  ) -> Venue? {
    guard let value, var reader = faults.object(value) else { return nil }
    let name = faults.read(try reader.required("name", "a name").text())
    let city = faults.read(try reader.required("city", "a city").text())
    let region = faults.read(try reader.required("region", "a state or province").text(in: 1...20))
    let country = faults.read(
      try reader.required("country", "a country").ascii(2...2, "an ISO 3166 code such as US", isUpper))
    let zone = faults.read(try zone(&reader, zoneRule: zoneRule))
    faults.finish(reader)
    guard let name, let city, let region, let country, let zone else { return nil }
    return Venue(name: name, city: city, region: region, country: country, zone: zone)
  }

  private static func zone(
    _ reader: inout JSONObjectReader, zoneRule: (String) -> String?
  ) throws(JSONMismatch) -> VenueZone {
    let given = reader.optionalValue("zoneRule")
    let value = try reader.required("zone", "an IANA time zone")
    let name = try value.text(in: 1...60)
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

  private static func schedule(_ value: JSONValue?, _ faults: inout JSONFaults) -> EventSchedule? {
    guard let value, var reader = faults.object(value) else { return nil }
    let days = -3_650...3_650
    let starts = faults.read(try reader.required("startsAfterDays", "a number of days").number(in: days))
    let time = faults.read(try time(reader.required("time", "a time of day")))
    let onsale = faults.read(
      try reader.required("onsaleAfterDays", "a number of days").number(in: -3_650...(starts ?? 3_650)))
    let offsale = faults.read(
      try reader.optionalValue("offsaleAfterDays")?.number(in: (onsale ?? -3_650)...max(onsale ?? 0, 3_650)))
    faults.finish(reader)
    guard let starts, let time, let onsale else { return nil }
    return EventSchedule(startsAfterDays: starts, time: time, onsaleAfterDays: onsale, offsaleAfterDays: offsale)
  }

  private static func time(_ value: JSONValue) throws(JSONMismatch) -> CivilTime {
    guard let text = value.string, let time = CivilTime(iso8601: text) else {
      throw value.unfit("a time of day such as \"19:30\"")
    }
    return time
  }

  private static func shipping(_ value: JSONValue?, _ faults: inout JSONFaults) -> [ShippingOption] {
    guard let value else { return ShippingOption.standard }
    guard value.kind == .array, value.elements.count > 0 else {
      faults.note(value.unfit("an array with at least one element"))
      return []
    }
    var options: [ShippingOption] = []
    var ids: Set<String> = []
    for element in value.elements {
      guard var reader = faults.object(element) else { continue }
      let idValue = faults.required("id", "an id", of: &reader)
      let id = faults.read(try idValue?.text(in: 1...20))
      let option = ShippingOption(
        id: id ?? "", carrier: faults.read(try reader.required("carrier", "a carrier").text(in: 1...40)) ?? "",
        serviceLevel: faults.read(try reader.required("serviceLevel", "a service level").text(in: 1...40)) ?? "",
        requiresAddress: faults.read(try reader.optionalValue("requiresAddress")?.flag()) ?? false,
        fee: faults.read(try reader.optionalValue("fee")?.amount()) ?? .zero,
        longDescription: faults.read(try reader.required("long", "a description").text()) ?? "",
        shortDescription: faults.read(try reader.required("short", "a description").text()) ?? "",
        eta: faults.read(try reader.required("eta", "a description").text()) ?? "")
      faults.finish(reader)
      if let id, let idValue, !ids.insert(id).inserted {
        faults.note(idValue.unfit("an id that does not occur before"))
      }
      options.append(option)
    }
    return options
  }
}
