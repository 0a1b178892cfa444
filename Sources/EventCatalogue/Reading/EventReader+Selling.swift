import JSONText

extension EventReader {
  /// The keys that say how an event is sold and how its tickets are presented at the entrance.
  struct Selling {
    var ticketLimit = 0
    var hasGranularPricing = false
    var restrictsSingles = false
    var restrictions = DisplayRestrictions()
    var isTransactable = true
    var requiresCaptcha = false
    var cartIDStyle = CartIDStyle.uuid
    var entry = EntryMode.rotatingSymbology
    var delayDelivery: DelayDelivery?
    var hold = HoldTimes()
  }

  /// The keys, in the order in which the documentation lists them.
  static let sellingKeys = [
    "ticketLimit", "granularPricing", "restrictSingle", "restrictions", "transactable", "captcha", "cartIds", "entry",
    "delayDelivery", "hold",
  ]

  static func selling(_ reader: inout JSONObjectReader) throws(JSONMismatch) -> Selling {
    var selling = Selling()
    for key in sellingKeys { try readSelling(key, &reader, &selling) }
    return selling
  }

  /// Reads one of the keys, if it is present.
  static func readSelling(
    _ key: String, _ reader: inout JSONObjectReader, _ selling: inout Selling
  ) throws(JSONMismatch) {
    guard let value = reader.optionalValue(key) else { return }
    switch key {
    case "ticketLimit": selling.ticketLimit = try value.number(in: 0...200_000)
    case "granularPricing": selling.hasGranularPricing = try value.flag()
    case "restrictSingle": selling.restrictsSingles = try value.flag()
    case "restrictions": selling.restrictions = try restrictions(value)
    case "transactable": selling.isTransactable = try value.flag()
    case "captcha": selling.requiresCaptcha = try value.flag()
    case "cartIds": selling.cartIDStyle = try value.choice(CartIDStyle.self)
    case "entry": selling.entry = try value.choice(EntryMode.self)
    case "delayDelivery":
      guard selling.entry.isSafeTix else {
        throw value.mismatch(expected: "no delayed delivery where entry is \"barcode\"", found: "one")
      }
      selling.delayDelivery = try delayDelivery(value)
    default: selling.hold = try hold(value)
    }
  }

  private static func restrictions(_ value: JSONValue) throws(JSONMismatch) -> DisplayRestrictions {
    var reader = try value.asObject()
    var restrictions = DisplayRestrictions()
    restrictions.seatLocationMap = try reader.optionalValue("seatLocationMap")?.flag() ?? false
    restrictions.locationXnumAndDescription = try reader.optionalValue("locXnumAddesc")?.flag() ?? false
    restrictions.locationRowAndSeat = try reader.optionalValue("locRowSeat")?.flag() ?? false
    try reader.rejectUnread()
    return restrictions
  }

  private static func delayDelivery(_ value: JSONValue) throws(JSONMismatch) -> DelayDelivery {
    var reader = try value.asObject()
    let until = try reader.required("until", "a release")
    guard let text = until.string, let release = DelayDelivery.Release(text) else {
      throw until.unfit(
        "a date, an instant, \"+PT2M\" after the order, \"-P1D\" before the event or \"start+P30D\"")
    }
    let style = try reader.optionalValue("style")?.choice(DelayDelivery.Style.self) ?? .omitToken
    try reader.rejectUnread()
    return DelayDelivery(release: release, style: style)
  }

  private static func hold(_ value: JSONValue) throws(JSONMismatch) -> HoldTimes {
    var reader = try value.asObject()
    var hold = HoldTimes()
    if let value = reader.optionalValue("reserveSeconds") { hold.reserve = .seconds(try value.number(in: 1...86_400)) }
    if let value = reader.optionalValue("paymentSeconds") { hold.payment = .seconds(try value.number(in: 1...86_400)) }
    try reader.rejectUnread()
    return hold
  }
}
