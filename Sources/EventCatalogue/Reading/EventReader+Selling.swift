import JSONText

extension EventReader {
  /// The keys that say how an event is sold and how its tickets get their holders in.
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

  static func selling(_ reader: inout JSONObjectReader) throws(JSONMismatch) -> Selling {
    var selling = Selling()
    if let value = reader.optionalValue("ticketLimit") { selling.ticketLimit = try value.number(in: 0...200_000) }
    if let value = reader.optionalValue("granularPricing") { selling.hasGranularPricing = try value.flag() }
    if let value = reader.optionalValue("restrictSingle") { selling.restrictsSingles = try value.flag() }
    if let value = reader.optionalValue("restrictions") { selling.restrictions = try restrictions(value) }
    if let value = reader.optionalValue("transactable") { selling.isTransactable = try value.flag() }
    if let value = reader.optionalValue("captcha") { selling.requiresCaptcha = try value.flag() }
    if let value = reader.optionalValue("cartIds") { selling.cartIDStyle = try value.choice(CartIDStyle.self) }
    if let value = reader.optionalValue("entry") { selling.entry = try value.choice(EntryMode.self) }
    if let value = reader.optionalValue("delayDelivery") {
      guard selling.entry.isSafeTix else {
        throw value.mismatch(expected: "no delayed delivery where entry is \"barcode\"", found: "one")
      }
      selling.delayDelivery = try delayDelivery(value)
    }
    if let value = reader.optionalValue("hold") { selling.hold = try hold(value) }
    return selling
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
