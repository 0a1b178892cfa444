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

  static func selling(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) -> Selling {
    var selling = Selling()
    selling.ticketLimit = faults.read(try reader.optionalValue("ticketLimit")?.number(in: 0...200_000)) ?? 0
    selling.hasGranularPricing = faults.read(try reader.optionalValue("granularPricing")?.flag()) ?? false
    selling.restrictsSingles = faults.read(try reader.optionalValue("restrictSingle")?.flag()) ?? false
    selling.restrictions = restrictions(reader.optionalValue("restrictions"), &faults)
    selling.isTransactable = faults.read(try reader.optionalValue("transactable")?.flag()) ?? true
    selling.requiresCaptcha = faults.read(try reader.optionalValue("captcha")?.flag()) ?? false
    selling.cartIDStyle = faults.read(try reader.optionalValue("cartIds")?.choice(CartIDStyle.self)) ?? .uuid
    selling.entry = faults.read(try reader.optionalValue("entry")?.choice(EntryMode.self)) ?? .rotatingSymbology
    if let value = reader.optionalValue("delayDelivery") {
      selling.delayDelivery = delayDelivery(value, &faults)
      if !selling.entry.isSafeTix {
        faults.note(value.mismatch(expected: "no delayed delivery where entry is \"barcode\"", found: "one"))
      }
    }
    selling.hold = hold(reader.optionalValue("hold"), &faults)
    return selling
  }

  private static func restrictions(_ value: JSONValue?, _ faults: inout JSONFaults) -> DisplayRestrictions {
    var restrictions = DisplayRestrictions()
    guard let value, var reader = faults.object(value) else { return restrictions }
    restrictions.seatLocationMap = faults.read(try reader.optionalValue("seatLocationMap")?.flag()) ?? false
    restrictions.locationXnumAndDescription = faults.read(try reader.optionalValue("locXnumAddesc")?.flag()) ?? false
    restrictions.locationRowAndSeat = faults.read(try reader.optionalValue("locRowSeat")?.flag()) ?? false
    faults.finish(reader)
    return restrictions
  }

  private static func delayDelivery(_ value: JSONValue, _ faults: inout JSONFaults) -> DelayDelivery? {
    guard var reader = faults.object(value) else { return nil }
    let release = faults.read(try release(reader.required("until", "a release")))
    let style = faults.read(try reader.optionalValue("style")?.choice(DelayDelivery.Style.self)) ?? .omitToken
    faults.finish(reader)
    return release.map { DelayDelivery(release: $0, style: style) }
  }

  private static func release(_ value: JSONValue) throws(JSONMismatch) -> DelayDelivery.Release {
    guard let text = value.string, let release = DelayDelivery.Release(text) else {
      throw value.unfit("a date, an instant, \"+PT2M\" after the order, \"-P1D\" before the event or \"start+P30D\"")
    }
    return release
  }

  private static func hold(_ value: JSONValue?, _ faults: inout JSONFaults) -> HoldTimes {
    var hold = HoldTimes()
    guard let value, var reader = faults.object(value) else { return hold }
    if let seconds = faults.read(try reader.optionalValue("reserveSeconds")?.number(in: 1...86_400)) {
      hold.reserve = .seconds(seconds)
    }
    if let seconds = faults.read(try reader.optionalValue("paymentSeconds")?.number(in: 1...86_400)) {
      hold.payment = .seconds(seconds)
    }
    faults.finish(reader)
    return hold
  }
}
