import EventCatalogue

extension BoxOffice {
  /// Whether digits are an id that came from here: a ticket's barcode, even one of an order that is gone, or an event's id.
  public func hasIssued(_ digits: String) -> Bool {
    book.ticket(barcode: digits) != nil || identifiers.count(ofBarcode: digits) > 0 || catalogue.event(digits) != nil
  }
}
