import EventCatalogue

extension BoxOffice {
  /// Something that has an id from here.
  public enum Issued: Sendable, Hashable {
    case orderNumber, orderToken, cartID, barcode, eventID
  }

  /// Whether digits are an id that came from here: a ticket's barcode, even one of an order that is gone, or an event's id.
  public func hasIssued(_ digits: String) -> Bool {
    book.ticket(barcode: digits) != nil || identifiers.count(ofBarcode: digits) > 0 || catalogue.event(digits) != nil
  }

  /// What has an id; `nil` if nothing is known to have it.
  public func holder(of id: String) -> Issued? {
    if book.find(.token(id)) != nil { return .orderToken }
    if book.find(.number(id)) != nil { return .orderNumber }
    if book.ticket(barcode: id) != nil { return .barcode }
    if catalogue.event(id) != nil { return .eventID }
    return hasIssued(cart: id) ? .cartID : nil
  }

  /// Whether a cart has or had an id.
  public func hasIssued(cart id: String) -> Bool {
    let key = CartID(id)
    return carts[key] != nil || deadCarts[key] != nil || book.has(cart: id)
  }
}
