import Determinism
import JSONText

/// Reads the parts of a scenario other than rules, in the order in which the documentation lists them.
extension Reading {
  mutating func scenario(_ value: JSONValue) -> Scenario? {
    let known = ["$schema", "name", "description", "clock", "events", "cards", "quota", "rules"]
    guard let members = members(of: value, known, required: [("name", "a name")]) else { return nil }
    if let schema = members["$schema"] { _ = text(schema, "a text") { _ in true } }
    let name = members["name"].flatMap { text($0, TextForm.name, TextForm.isName) }
    let description = members["description"].flatMap { text($0, in: 1...1_000) }
    let clock = members["clock"].flatMap { self.clock($0) }
    let events = members["events"].flatMap { self.events($0) }
    let cards = members["cards"].flatMap { choice($0, CardPolicy.self) }
    let quota = members["quota"].flatMap { self.quota($0) }
    let rules = members["rules"].flatMap { self.rules($0) }
    guard let name, isClean else { return nil }
    return Scenario(
      name: name, description: description, clock: clock, events: events ?? EventAdjustments(), rules: rules ?? [],
      cards: cards, quota: quota, source: value.serialized())
  }

  private mutating func clock(_ value: JSONValue) -> ScenarioClock? {
    guard let members = members(of: value, ["start", "rate"]), isFilled(members, of: value, "a start or a rate") else {
      return nil
    }
    let start: Instant? = members["start"].flatMap { start in
      start.string.flatMap(Instant.init(scenario:)) ?? refuse(start, expected: Instant.scenarioForm)
    }
    let rate = members["rate"].flatMap {
      number($0, in: 0...1_000_000, "a number from 0 (frozen) to 1000000")
    }
    return ScenarioClock(start: start, rate: rate)
  }

  private mutating func events(_ value: JSONValue) -> EventAdjustments? {
    guard value.kind == .object else { return refuse(value, expected: "an object") }
    var events = EventAdjustments()
    for (id, element) in value.members {
      let adjustment = adjustment(element)
      if id == "*" {
        events.every = adjustment
      } else if TextForm.isEventID(id) {
        events.byID[id] = adjustment
      } else {
        note(element.mismatch(expected: "\"*\", or an event id of 1 to 40 letters and digits", found: Self.quoted(id)))
      }
    }
    return events
  }

  private mutating func adjustment(_ value: JSONValue) -> EventAdjustment? {
    guard
      let members = members(of: value, ["delayDelivery", "hold", "captcha"]),
      isFilled(members, of: value, "at least one of \"delayDelivery\", \"hold\" and \"captcha\"")
    else { return nil }
    return EventAdjustment(
      delayDelivery: members["delayDelivery"].flatMap { delayedDelivery($0) },
      hold: members["hold"].flatMap { hold($0) },
      captcha: members["captcha"].flatMap { flag($0) })
  }

  private mutating func delayedDelivery(_ value: JSONValue) -> DelayedDelivery? {
    guard
      let members = members(of: value, ["until", "style"], required: [("until", DeliveryInstant.forms)])
    else { return nil }
    let until: DeliveryInstant? = members["until"].flatMap { until in
      until.string.flatMap(DeliveryInstant.init) ?? refuse(until, expected: DeliveryInstant.forms)
    }
    let style = members["style"].flatMap { choice($0, DelayedDelivery.Style.self) }
    return until.map { DelayedDelivery(until: $0, style: style ?? .omitToken) }
  }

  private mutating func hold(_ value: JSONValue) -> HoldAdjustment? {
    guard
      let members = members(of: value, ["reserveSeconds", "paymentSeconds"]),
      isFilled(members, of: value, "\"reserveSeconds\" or \"paymentSeconds\"")
    else { return nil }
    return HoldAdjustment(
      reserveSeconds: members["reserveSeconds"].flatMap { whole($0, in: 1...86_400, "a whole number of seconds") },
      paymentSeconds: members["paymentSeconds"].flatMap { whole($0, in: 1...86_400, "a whole number of seconds") })
  }

  private mutating func quota(_ value: JSONValue) -> Quota? {
    guard let members = members(of: value, ["perHour"], required: [("perHour", "a number of calls")]) else {
      return nil
    }
    return members["perHour"].flatMap { whole($0, in: 1...1_000_000) }.map(Quota.init(perHour:))
  }
}
