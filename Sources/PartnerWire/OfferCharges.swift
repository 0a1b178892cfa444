import EventCatalogue

/// The charges of an offer as availability lists them; they add up to the total of a cart with a single ticket.
enum OfferCharges {
  /// One charge.
  struct Line {
    let reason: String
    let type: String
    let amount: Money
  }

  /// Everything that a line can be for.
  static let reasons = [
    "facility", "order_processing", "service", "distance", "service_tax", "service_tax_2", "face_value_tax",
  ]

  /// All lines, including those of zero, but a distance charge only if there is one: the current documents have none.
  ///
  /// Taxes that have no line of their own are added to the second service tax, as in the event's details; the tax on
  /// processing is the tax on service.
  static func lines(of offer: Offer, at event: Event) -> [Line] {
    let processing = event.description.processing
    var lines = [
      Line(reason: "facility", type: "fee", amount: offer.facility.price),
      Line(reason: "order_processing", type: "fee", amount: processing.price),
      Line(reason: "service", type: "fee", amount: offer.service.price),
      Line(reason: "service", type: "tax", amount: processing.tax),
      Line(reason: "service_tax", type: "tax", amount: offer.service.tax),
      Line(reason: "service_tax_2", type: "tax", amount: offer.facility.tax + offer.distance.tax),
      Line(reason: "face_value_tax", type: "tax", amount: offer.face.tax),
    ]
    if offer.distance.price != .zero {
      lines.append(Line(reason: "distance", type: "fee", amount: offer.distance.price))
    }
    return lines
  }

  /// What a single ticket costs without delivery.
  static func total(of offer: Offer, at event: Event) -> Money {
    lines(of: offer, at: event).reduce(offer.face.price) { $0 + $1.amount }
  }
}
