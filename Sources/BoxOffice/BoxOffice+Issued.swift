import EventCatalogue

extension BoxOffice {
  /// Something with an id issued by the box office.
  public enum Issued: Sendable, Hashable {
    case orderNumber, orderToken, cartID, barcode, eventID
  }

  /// Whether the box office issued these digits: as a ticket's barcode (even if its order is gone) or an event's id.
  public func hasIssued(_ digits: String) -> Bool {
    book.ticket(barcode: digits) != nil || identifiers.count(ofBarcode: digits) > 0 || catalogue.event(digits) != nil
  }

  /// What an id belongs to; `nil` if nothing known has it.
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
