public import EventCatalogue

/// Sums of one item of a cart, or of a whole cart.
public struct ItemTotals: Sendable, Hashable {
  /// Face values.
  public var merchandise: Money
  /// Everything else except tax.
  public var fee: Money
  /// Tax.
  public var tax: Money
  /// All of it.
  public var grand: Money { merchandise + fee + tax }

  /// Makes sums.
  public init(merchandise: Money = .zero, fee: Money = .zero, tax: Money = .zero) {
    self.merchandise = merchandise
    self.fee = fee
    self.tax = tax
  }

  /// The sums of a ticket item; each price counts once per ticket.
  public init(of item: Cart.Item, event: Event) {
    self.init()
    for tickets in item.tickets {
      let offer = event.description.offers[tickets.offer]
      merchandise += offer.face.price * tickets.quantity
      fee += offer.fees * tickets.quantity
      tax += offer.tax * tickets.quantity
    }
  }
}

/// The sums of a cart: `grand = merchandise + fee + tax + delivery`.
public struct CartTotals: Sendable, Hashable {
  /// Face values.
  public let merchandise: Money
  /// Service, facility, distance and processing charges, without delivery.
  public let fee: Money
  /// All tax.
  public let tax: Money
  /// The delivery charge.
  public let delivery: Money
  /// The amount to pay.
  public let grand: Money
  /// What has not been paid.
  public let unpaid: Money
  /// The ticket items' sums, in the cart's order.
  public let items: [ItemTotals]
  /// The processing item's sums.
  public let processing: ItemTotals
  /// The delivery item's sums.
  public let deliveryItem: ItemTotals

  /// Adds up a cart.
  init(of cart: Cart) {
    let event = cart.event
    items = cart.items.map { ItemTotals(of: $0, event: event) }
    processing = ItemTotals(fee: event.description.processing.price, tax: event.description.processing.tax)
    deliveryItem = ItemTotals(fee: cart.shippingOption.fee)
    var merchandise = Money.zero
    var fee = processing.fee
    var tax = processing.tax
    for item in items {
      merchandise += item.merchandise
      fee += item.fee
      tax += item.tax
    }
    self.merchandise = merchandise
    self.fee = fee
    self.tax = tax
    delivery = deliveryItem.grand
    grand = merchandise + fee + tax + delivery
    unpaid = grand - (cart.payment?.amount ?? .zero)
  }
}
