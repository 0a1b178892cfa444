/// What the calls about events promise.
enum EventContracts {
  private static let source = "Partner API, Availability"

  static let list = RouteContract(
    summary: "List the events.", fidelity: .documented, source: "Partner API, Event List",
    answers: [.ok("The events of the catalogue.", EventListWire.table)])

  static let availability = RouteContract(
    summary: "List the free seats of an event by price level.", fidelity: .documented, source: source,
    parameters: [.eventID],
    answers: [.ok("What is free at this moment.", AvailabilityWire.table, headers: QuotaHeaders.all)],
    errors: [ErrorCatalogue.quotaExceeded])
}

/// The headers that say how much of a quota is left.
enum QuotaHeaders {
  private static let source = "Partner API, Availability"
  static let allowed = WireField("Ratelimit-Quota-Allowed", .integer, source: source, example: "3600")
  static let used = WireField("Ratelimit-Quota-Used", .integer, source: source, example: "1")
  static let available = WireField("Ratelimit-Quota-Available", .integer, source: source, example: "3599")
  static let expiry = WireField("Ratelimit-Expiry", .integer, source: source, example: "1441341339000")
  static let all = [allowed, used, available, expiry]
}
