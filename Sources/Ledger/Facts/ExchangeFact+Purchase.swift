public import Determinism

// What is known of a purchase.
extension ExchangeFact {
  /// The event, the cart, and how it was paid for.
  struct Purchase: Part {
    var event: String?
    var cartID: String?
    var cartFate: CartFate?
    var holdExpires: Instant?
    var isHoldArranged = false
    var isCartIDUnescaped = false
    var amount: Int64?
    var total: Int64?
    var unpaid: Int64?
    var card: CardFact?
    var ticketTypeSlip: TicketTypeSlip?
    var captcha: String?
  }

  /// The event's id: the path, the order, or the cart.
  public var event: String? {
    get { purchase?.event }
    set { purchase.change { $0.event = newValue } }
  }

  /// The cart that the call is about, as sent or as reserved: the call.
  ///
  /// Also set for a call that no handler worked on, if the body was read to find a scenario's rule.
  public var cartID: String? {
    get { purchase?.cartID }
    set { purchase.change { $0.cartID = newValue } }
  }

  /// What had become of that cart when the call came, nil if it was in order: the refusal `invalidCart`.
  public var cartFate: CartFate? {
    get { purchase?.cartFate }
    set { purchase.change { $0.cartFate = newValue } }
  }

  /// When the cart's seats become free, as of the end of a reserve, shipping or payment call: the cart.
  public var holdExpires: Instant? {
    get { purchase?.holdExpires }
    set { purchase.change { $0.holdExpires = newValue } }
  }

  /// Whether a scenario set how long carts are held: the box office's terms.
  public var isHoldArranged: Bool {
    get { purchase?.isHoldArranged ?? false }
    set { purchase.change { $0.isHoldArranged = newValue } }
  }

  /// Whether the cart id in the query names a live cart only if `+`, `/` or `=` are taken literally: the query, when
  /// the cart was not found.
  public var isCartIDUnescaped: Bool {
    get { purchase?.isCartIDUnescaped ?? false }
    set { purchase.change { $0.isCartIDUnescaped = newValue } }
  }

  /// The amount of a payment in hundredths, as sent: the payment's body.
  public var amount: Int64? {
    get { purchase?.amount }
    set { purchase.change { $0.amount = newValue } }
  }

  /// The cart's `totals.grand` in hundredths: the cart, or the refusal `amountDiffers`.
  public var total: Int64? {
    get { purchase?.total }
    set { purchase.change { $0.total = newValue } }
  }

  /// What was still to be paid when a commit came, in hundredths: the refusal `unpaid`.
  public var unpaid: Int64? {
    get { purchase?.unpaid }
    set { purchase.change { $0.unpaid = newValue } }
  }

  /// How a card was sent: the code that decrypts cards.
  public var card: CardFact? {
    get { purchase?.card }
    set { purchase.change { $0.card = newValue } }
  }

  /// A ticket type id that was not sent back as it was given: the handler of reserve.
  public var ticketTypeSlip: TicketTypeSlip? {
    get { purchase?.ticketTypeSlip }
    set { purchase.change { $0.ticketTypeSlip = newValue } }
  }

  /// The captcha token of a reserve: its body.
  public var captcha: String? {
    get { purchase?.captcha }
    set { purchase.change { $0.captcha = newValue } }
  }
}
