public import Determinism
public import EventCatalogue
import HeapModule

extension BoxOffice {
  /// Reserves seats and starts the hold.
  ///
  /// - Throws: ``Refusal`` if the event is not on sale or nothing matches; nothing changes in that case.
  public mutating func reserve(_ request: ReserveRequest, event: Event, now: Instant) throws(Refusal) -> Cart {
    try reserveSeats(request, event: event, now: now).cart
  }

  /// Reserves seats, and says why if they are not the ones that the request named.
  ///
  /// - Throws: as ``reserve(_:event:now:)``.
  public mutating func reserveSeats(
    _ request: ReserveRequest, event: Event, now: Instant
  ) throws(Refusal) -> (cart: Cart, notHad: SeatsNotHad?) {
    settle(now: now)
    try checkTransactable(event)
    try checkOnSale(event, now: now)
    let terms = terms(of: event)
    try checkCaptcha(request.captchaToken, terms)
    guard let place = place(of: event) else { throw .unknownEvent(event.id) }
    let (items, notHad) = try Reservation(event: event, request: request).items(map: map(at: place))
    withMap(at: place) { map, layout in
      for item in items {
        let wasFree = map.hold(item.block, layout: layout)
        assert(wasFree, "a reservation chose a seat that is not free")
      }
    }
    if terms.requiresCaptcha, let token = request.captchaToken {
      usedCaptchas.remember((), for: CaptchaDigest(of: token))
    }
    let key = nextCartID(event.description.cartIDStyle)
    let cart = Cart(
      key: key, number: cartCount, eventPlace: place, event: event, createdAt: now,
      expiresAt: now + terms.hold.reserve, items: items, shipping: 0)
    keep(cart)
    return (cart, notHad)
  }

  /// The next cart's id, skipping any id that a restored state already uses.
  private mutating func nextCartID(_ style: CartIDStyle) -> CartID {
    while true {
      cartCount += 1
      let key = CartID(identifiers.cartID(cartCount, style: style))
      if carts[key] == nil, deadCarts[key] == nil { return key }
    }
  }

  /// A live cart.
  ///
  /// - Throws: ``Refusal/invalidCart(id:fate:)``.
  public mutating func cart(_ id: String, event: Event, now: Instant) throws(Refusal) -> Cart {
    let cart = try cart(id, now: now)
    guard cart.event === event else { throw .invalidCart(id: id, fate: .otherEvent(cart.event.id)) }
    return cart
  }

  /// The event of a live cart.
  ///
  /// - Throws: ``Refusal/invalidCart(id:fate:)``.
  public mutating func event(ofCart id: String, now: Instant) throws(Refusal) -> Event {
    try cart(id, now: now).event
  }

  /// The event of a cart that is live or has only just expired; `nil` if there is no such cart.
  public func event(ofCart id: String) -> Event? { carts[CartID(id)]?.event }

  /// Chooses the delivery option; a payment is dropped if the total changes.
  ///
  /// - Returns: the cart, and whether a payment was dropped.
  /// - Throws: ``Refusal/invalidCart(id:fate:)``, ``Refusal/invalidDelivery(id:available:)``.
  public mutating func setShipping(
    _ option: String, cartID: String, event: Event, now: Instant
  ) throws(Refusal) -> (cart: Cart, droppedPayment: Bool) {
    try checkTransactable(event)
    var cart = try cart(cartID, event: event, now: now)
    let options = event.description.shippingOptions
    guard let index = options.firstIndex(where: { $0.id == option }) else {
      throw .invalidDelivery(id: option, available: options.map(\.id))
    }
    let before = cart.totals.grand
    cart.shipping = index
    let dropped = cart.payment != nil && cart.totals.grand != before
    if dropped { cart.payment = nil }
    carts[cart.key] = cart
    return (cart, dropped)
  }

  /// Takes a payment for the whole total; the first accepted payment extends the hold.
  ///
  /// - Parameters:
  ///   - amount: what the client wants to pay; must be the total.
  ///   - account: the `third_party_account_id`; needed for SafeTix events.
  /// - Throws: ``Refusal``; a refused payment leaves an earlier accepted one as it was.
  public mutating func pay(
    _ instrument: PaymentInstrument, amount: Money, account: String?, email: String?, cartID: String, event: Event,
    now: Instant
  ) throws(Refusal) -> Cart {
    try checkTransactable(event)
    var cart = try cart(cartID, event: event, now: now)
    if event.description.entry.isSafeTix, account == nil { throw .accountRequired }
    let grand = cart.totals.grand
    if amount != grand { throw .amountDiffers(expected: grand, found: amount) }
    let assessment = assess(instrument, now: now)
    if assessment.verdict != .accepted { throw .payment(assessment.verdict) }
    cart.payment = Payment(
      type: instrument.kind.needsCard ? "CC" : "INVOICE", amount: amount, card: assessment.card, account: account,
      email: email)
    if !cart.holdWasRaised {
      cart.holdWasRaised = true
      cart.expiresAt = max(cart.expiresAt, now + terms(of: event).hold.payment)
    }
    keep(cart)
    return cart
  }

  /// Deletes a cart: its seats are freed and its payment is forgotten.
  ///
  /// - Throws: ``Refusal/invalidCart(id:fate:)``.
  @discardableResult
  public mutating func delete(cartID: String, event: Event, now: Instant) throws(Refusal) -> Cart {
    try checkTransactable(event)
    let cart = try cart(cartID, event: event, now: now)
    end(cart, as: .deleted(at: now))
    return cart
  }

  /// Stores a cart, and records its hold unless that has been recorded already.
  ///
  /// Complexity: amortised O(log live).
  mutating func keep(_ cart: Cart) {
    if carts.updateValue(cart, forKey: cart.key)?.expiresAt == cart.expiresAt { return }
    holds.insert(Hold(cart))
    // Carts that have ended leave their holds behind until these expire, which they never do on a frozen clock.
    if holds.count > 2 * carts.count + Self.spareHolds { holds = Heap(carts.values.map(Hold.init)) }
  }

  /// How many holds of ended carts may pile up before they are cleared out.
  private static let spareHolds = 1_000

  /// Checks that cart calls are allowed for an event.
  ///
  /// - Throws: ``Refusal/notTransactable(event:)``.
  public func checkTransactable(_ event: Event) throws(Refusal) {
    if !event.description.isTransactable { throw .notTransactable(event: event.id) }
  }

  private func checkCaptcha(_ token: String?, _ terms: EventTerms) throws(Refusal) {
    guard terms.requiresCaptcha else { return }
    guard let token, !token.isEmpty else { throw .captchaMissing }
    if usedCaptchas[CaptchaDigest(of: token)] != nil { throw .captchaInvalid(usedBefore: true) }
    if token.hasPrefix("invalid") { throw .captchaInvalid(usedBefore: false) }
  }

  private func checkOnSale(_ event: Event, now: Instant) throws(Refusal) {
    let dates = dates(of: event)
    if now < dates.onsale { throw .notYetOnSale(opens: dates.onsale) }
    if now >= dates.offsale { throw .offSale(since: dates.offsale) }
  }
}
