/// What the event list, event details and availability say about SafeTix: step 1 of an integration.
enum SafeTixWire {
  static let isEnabled = WireField(
    "safeTixEnabled", .boolean, required: true, about: "Whether tickets have rotating entry tokens.",
    source: "Partner API, Availability, release notes 2020-02-18",
    example: "true")
}
