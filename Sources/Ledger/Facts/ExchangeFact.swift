public import Determinism

/// What is known of one exchange: filled by the pipeline when the answer is there, read by the rules.
///
/// Everything but the first few fields is optional: what nobody knows stays as it is and costs nothing. Texts are those
/// that the handlers hold anyway, so nothing is copied. Each field says who knows it.
public struct ExchangeFact: Sendable {
  /// The number of the request in its sandbox: the visit.
  public var number: UInt64
  /// What was asked for: the route; nil if no operation was reached.
  public var operation: LedgerOperation?
  /// The sandbox's time at which everything in the answer happened: the call.
  public var time: Instant
  /// When the request arrived, in real time: the visit.
  public var arrived: ContinuousClock.Instant
  /// When its answer is sent, in real time, a delay after the work included: the pipeline, when it finishes.
  public var answered: ContinuousClock.Instant
  /// The status of the answer, sent or not: the answer.
  public var status: Int
  /// The name of the error in the catalogue: the pipeline, from the error that a handler threw.
  public var errorName: String?
  /// Whether a scenario, a fault or a magic value decided the answer: the firing, or the payment's verdict.
  ///
  /// Then no rule blames the client for the answer; what is wrong in the request itself still counts.
  public var isArranged = false
  /// Whether a handler ran; if not, the fields that a handler knows stand for nothing: the answer.
  public var wasWorkedOn = true
  /// What becomes of the answer: the delivery.
  ///
  /// ``StateFact`` reports a client that goes away later.
  public var delivery = Delivery.whole
  /// The rules that the request asks to waive with its header `X-Willcall-Waive`.
  public var waives = RuleSet()

  /// `third_party_account_id`, or `x-user-id` of Secure Render, as sent: the call; nil if absent or empty.
  public var account: String? {
    didSet { foldedAccount = account.map(folded) ?? 0 }
  }
  /// The account as tables know it, so that several rules need not fold it.
  private(set) var foldedAccount: UInt64 = 0
  /// The event's id: the path, the order, or the cart.
  public var event: String?
  /// Whether that event is SafeTix: the handler of the payment.
  public var isSafeTix = false

  /// The cart that the call is about, as sent or as reserved: the call.
  ///
  /// Of a call that was not worked on as well, where the body was read to find a rule.
  public var cartID: String?
  /// What had become of that cart when the call came: the refusal `invalidCart`; nil if it was in order.
  public var cartFate: CartFate?
  /// When the cart's seats become free, after the call: the cart; of reserve, shipping and payment.
  public var holdExpires: Instant?
  /// Whether a scenario set how long carts are held: the box office's terms.
  public var isHoldArranged = false
  /// Whether the cart id in the query names a live cart only after `+`, `/` or `=` are taken literally: the query, when
  /// the cart was not found.
  public var isCartIDUnescaped = false
  /// The amount of a payment in hundredths, as sent: the payment's body.
  public var amount: Int64?
  /// The cart's `totals.grand` in hundredths: the cart, or the refusal `amountDiffers`.
  public var total: Int64?
  /// What was still to be paid when a commit came, in hundredths: the refusal `unpaid`.
  public var unpaid: Int64?
  /// How a card was sent: the card's opener.
  public var card: CardFact?
  /// A ticket type id that was not written as it was given: the handler of reserve.
  public var ticketTypeSlip: TicketTypeSlip?
  /// The captcha token of a reserve: its body.
  public var captcha: String?

  /// The order that was sold, or found: the handlers of commit and orders.
  public var order: OrderFact?
  /// The device of Order Management or Secure Render: their handlers.
  public var device: DeviceFact?
  /// The tickets that Secure Render was asked for, in order: its handler.
  public var renders: [RenderFact] = []

  /// The token of a polling URL, issued or requested: the pipeline where it keeps the answer, and polling.
  public var pollToken: String?
  /// How many seconds the answer says to wait; nil of an answer that is no 202: the poll.
  public var pollWait: Int?
  /// When the quota starts again, as a 429 says.
  public var quotaExpires: Instant?
  /// A number for method, target and body, the same for the same request: `SeededSource.fold`, only for refusals.
  public var fingerprint: UInt64?

  /// What the request says in forms of the past, a sentence each: the call's `OtherForms`.
  public var otherForms: [String] = []
  /// What `Content-Type` says, if there is a body and it is anything but JSON: the request.
  public var foreignContentType: String?
  /// Fields that no document knows: the reader's unread members.
  public var unknownFields: [String] = []
  /// Where the key was, if not where it belongs: `APIKey`, or the advice for an unknown path.
  public var keySlip: KeySlip?

  /// What becomes of an answer.
  public enum Delivery: Sendable {
    /// It is sent as a whole.
    case whole
    /// A part of it is sent.
    case truncated
    /// It never leaves: a reset, an empty answer, a hang, or a client that is gone.
    case lost
  }

  /// What had become of a cart.
  public enum CartFate: Sendable {
    case expired, committed, deleted, otherEvent, unknown
  }

  /// Where a key is that is not where it belongs.
  public enum KeySlip: Sendable {
    /// A segment of the path.
    case path
    /// After `&`, in a target without `?`.
    case afterAmpersand
    /// Two keys that differ.
    case twoKeys
  }

  /// Makes the facts that every exchange has.
  public init(
    number: UInt64, operation: LedgerOperation?, time: Instant, arrived: ContinuousClock.Instant,
    answered: ContinuousClock.Instant, status: Int
  ) {
    self.number = number
    self.operation = operation
    self.time = time
    self.arrived = arrived
    self.answered = answered
    self.status = status
  }

  /// Whether the request was done, at once or to be polled for.
  var isDone: Bool { wasWorkedOn && (200...299).contains(status) }

  /// Whether the client was refused, by its own doing.
  var isRefused: Bool { status >= 400 && !isArranged }
}
