public import Determinism

/// What is known about one exchange: the pipeline fills it in when the answer is ready, and the rules read it.
///
/// Everything but the first few fields is optional: unknown fields keep their defaults and cost nothing. Strings are
/// the ones that the handlers hold anyway, so nothing is copied. Each field names its source after a colon.
public struct ExchangeFact: Sendable {
  /// The number of the request in its sandbox: the visit.
  public var number: UInt64
  /// The operation called, nil if none was reached: the route.
  public var operation: LedgerOperation?
  /// The sandbox's time at which everything in the answer happened: the call.
  public var time: Instant
  /// When the request arrived, in real time: the visit.
  public var arrived: RealInstant
  /// When its answer is sent, in real time, including a delay after the work: the pipeline, when it finishes.
  public var answered: RealInstant
  /// The status of the answer, whether or not it is sent: the answer.
  public var status: Int
  /// Whether a scenario, a fault or a magic value decided the answer: the firing, or the payment's verdict.
  ///
  /// If so, no rule blames the client for the answer; faults in the request itself still count.
  public var isArranged = false
  /// Whether a handler ran; if not, the fields that a handler fills in mean nothing: the answer.
  public var wasWorkedOn = true
  /// What becomes of the answer: the delivery.
  ///
  /// A client that goes away later is reported by a ``StateFact``.
  public var delivery = Delivery.whole
  /// The rules that the request asks to waive with its header `X-Willcall-Waive`.
  public var waives = RuleSet()

  /// `third_party_account_id`, or `x-user-id` for Secure Render, as sent, nil if absent or empty: the call.
  public var account: String? {
    get { knownAccount }
    set { name(account: newValue, folded: newValue.map(folded) ?? 0) }
  }
  private var knownAccount: String?
  /// The account, folded once for use as a key in the tables of several rules; 0 if there is none.
  private(set) var foldedAccount: UInt64 = 0
  /// The event's id: the path, the order, or the cart.
  public var event: String?
  /// Whether that event uses SafeTix: the payment's handler.
  public var isSafeTix = false

  /// The cart that the call is about, as sent or as reserved: the call.
  ///
  /// Also set for a call that no handler worked on, if the body was read to find a scenario's rule.
  public var cartID: String?
  /// What had become of that cart when the call came, nil if it was in order: the refusal `invalidCart`.
  public var cartFate: CartFate?
  /// When the cart's seats become free, as of the end of a reserve, shipping or payment call: the cart.
  public var holdExpires: Instant?
  /// Whether a scenario set how long carts are held: the box office's terms.
  public var isHoldArranged = false
  /// Whether the cart id in the query names a live cart only if `+`, `/` or `=` are taken literally: the query, when
  /// the cart was not found.
  public var isCartIDUnescaped = false
  /// The amount of a payment in hundredths, as sent: the payment's body.
  public var amount: Int64?
  /// The cart's `totals.grand` in hundredths: the cart, or the refusal `amountDiffers`.
  public var total: Int64?
  /// What was still to be paid when a commit came, in hundredths: the refusal `unpaid`.
  public var unpaid: Int64?
  /// How a card was sent: the code that decrypts cards.
  public var card: CardFact?
  /// A ticket type id that was not sent back as it was given: the handler of reserve.
  public var ticketTypeSlip: TicketTypeSlip?
  /// The captcha token of a reserve: its body.
  public var captcha: String?

  /// The order that was sold or found: the handlers of commit and orders.
  public var order: OrderFact?
  /// The device named to Order Management or Secure Render: their handlers.
  public var device: DeviceFact? {
    didSet { noteDevice() }
  }
  // What most rules ask of the device; asking the device itself would copy what is known about it.
  /// The id of the device, folded for use as a key in tables; 0 if none is named.
  private(set) var foldedDevice: UInt64 = 0
  /// Whether a device block was sent, complete or not.
  private(set) var namesDevice = false
  /// Whether something is wrong with it.
  private(set) var hasDeviceProblem = false
  /// The tickets that Secure Render was asked for, in order: its handler.
  public var renders = RenderFacts()

  /// The token of a polling URL, issued or requested: the pipeline where it keeps the answer, and polling.
  public var pollToken: String?
  /// How many seconds the answer says to wait, nil for an answer other than 202: the poll.
  public var pollWait: Int?
  /// When the quota starts again, as a 429 says.
  public var quotaExpires: Instant?
  /// A hash of method, target and body, equal for equal requests: `SeededSource.fold`, only for refusals.
  public var fingerprint: UInt64?

  /// Outdated forms that the request uses, one sentence each: the call's `OtherForms`.
  public var otherForms: [String] = []
  /// The value of `Content-Type`, if there is a body and the type is not JSON: the request.
  public var foreignContentType: String?
  /// Fields that appear in no documentation: the reader's unread members.
  public var unknownFields: [String] = []
  /// Where the key was, if it was in the wrong place: `APIKey`, or the advice for an unknown path.
  public var keySlip: KeySlip?

  /// What becomes of an answer.
  public enum Delivery: Sendable {
    /// All of it is sent.
    case whole
    /// Only part of it is sent.
    case truncated
    /// None of it is sent: a reset, an empty answer, a hang, or a client that is gone.
    case lost
  }

  /// What had become of a cart.
  public enum CartFate: Sendable {
    case expired, committed, deleted, otherEvent, unknown
  }

  /// Where a misplaced key was found.
  public enum KeySlip: Sendable {
    /// In a segment of the path.
    case path
    /// After `&`, in a target without `?`.
    case afterAmpersand
    /// In two places, with different values.
    case twoKeys
  }

  /// Makes an exchange from the facts that every exchange has.
  public init(
    number: UInt64, operation: LedgerOperation?, time: Instant, arrived: RealInstant,
    answered: RealInstant, status: Int
  ) {
    self.number = number
    self.operation = operation
    self.time = time
    self.arrived = arrived
    self.answered = answered
    self.status = status
  }

  /// Sets the ``account``, which has been folded already.
  public mutating func name(account: String?, folded: UInt64) {
    knownAccount = account
    foldedAccount = folded
  }

  /// Whether the request succeeded, at once or with a result to poll for.
  var isDone: Bool { wasWorkedOn && (200...299).contains(status) }

  private mutating func noteDevice() {
    namesDevice = device != nil
    hasDeviceProblem = device?.problem != nil
    foldedDevice = device?.foldedID ?? 0
  }

  /// Whether the client was refused through its own fault.
  var isRefused: Bool { status >= 400 && !isArranged }
}
