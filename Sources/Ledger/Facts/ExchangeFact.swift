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
  public var wasWorkedOn: Bool
  /// What becomes of the answer: the delivery.
  ///
  /// A client that goes away later is reported by a ``StateFact``.
  public var delivery = Delivery.whole
  /// The rules that the request asks to waive with its header `X-Willcall-Waive`.
  public var waives: RuleSet

  /// `third_party_account_id`, or `x-user-id` for Secure Render, as sent, nil if absent or empty: the call.
  public var account: String? {
    get { knownAccount }
    set { name(account: newValue, folded: newValue.map(folded) ?? 0) }
  }
  private var knownAccount: String?
  /// The account, folded once for use as a key in the tables of several rules; 0 if there is none.
  private(set) var foldedAccount: UInt64 = 0
  /// Whether the event uses SafeTix: the payment's handler.
  public var isSafeTix = false
  // What many exchanges lack, apart, so that these are spared from making and destroying each of its fields.
  /// What is known of a purchase.
  var purchase: Purchase?
  /// What is known of polling, quotas and requests that are not as they should be.
  var oddities: Oddities?

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
    answered: RealInstant, status: Int, wasWorkedOn: Bool = true, waives: RuleSet = RuleSet()
  ) {
    self.number = number
    self.operation = operation
    self.time = time
    self.arrived = arrived
    self.answered = answered
    self.status = status
    self.wasWorkedOn = wasWorkedOn
    self.waives = waives
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
