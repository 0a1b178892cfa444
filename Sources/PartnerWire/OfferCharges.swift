import EventCatalogue

/// The charges of an offer as availability lists them, which add up to what a cart of a single ticket asks for.
enum OfferCharges {
  /// A line.
  struct Line {
    let reason: String
    let type: String
    let amount: Money
  }

  /// All that a line can be for.
  static let reasons = [
    "facility", "order_processing", "service", "distance", "service_tax", "service_tax_2", "face_value_tax",
  ]

  /// All lines, those of nothing too; a distance charge only where there is one, for today's documents have none.
  ///
  /// Taxes that have no line of their own stand in the second service tax, as in the event's details; that of processing
  /// is the tax on service.
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
