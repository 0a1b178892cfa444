public import BoxOffice
public import Determinism
public import EntryCode

/// A scanned code and the gate's verdict on it.
public struct GateScan: Sendable {
  /// The maximum number of characters in the name of a gate.
  public static let gateLengthLimit = 100
  /// How long after its start an event admits people, and a token issued on its last day is valid.
  public static let entryAfterStart = Duration.seconds(6 * 3_600)
  /// How long a token is valid if it was issued earlier than this before the start.
  public static let tokenLife = Duration.seconds(24 * 3_600)

  /// The verdict.
  public let verdict: GateVerdict
  /// When it was scanned.
  public let at: Instant
  /// Where; `nil` if the scan did not say.
  public let gate: String?
  /// The order and the ticket; `nil` if none has the code.
  public let sold: (order: Order, ticket: Ticket)?
  /// When the event starts; `nil` without a ticket.
  let startsAt: Instant?
  /// How well the code fits the time; `nil` for a bare barcode, or if it was not checked.
  public let age: CodeAge?
  /// When the token was issued; `nil` for a bare barcode, or if it was not checked.
  public let issuedAt: Instant?
  /// The earlier admission with the same ticket.
  public let earlier: Admission?
  /// When tokens are delivered; `nil` if delivery was never delayed.
  public let deliveredFrom: Instant?

  init(
    _ verdict: GateVerdict, at: Instant, gate: String?, sold: (order: Order, ticket: Ticket)? = nil,
    startsAt: Instant? = nil, age: CodeAge? = nil, issuedAt: Instant? = nil, earlier: Admission? = nil,
    deliveredFrom: Instant? = nil
  ) {
    self.verdict = verdict
    self.at = at
    self.gate = gate
    self.sold = sold
    self.startsAt = startsAt
    self.age = age
    self.issuedAt = issuedAt
    self.earlier = earlier
    self.deliveredFrom = deliveredFrom
  }

  /// The same scan, for a ticket that has already been used.
  func used(_ earlier: Admission?) -> GateScan {
    GateScan(
      .alreadyUsed, at: at, gate: gate, sold: sold, startsAt: startsAt, age: age, issuedAt: issuedAt, earlier: earlier,
      deliveredFrom: deliveredFrom)
  }

  /// How many seconds the code lags behind the time of the scan, negative if it is ahead; `nil` if unknown.
  public var secondsBehind: Int64? {
    switch age {
    case .fresh: 0
    case .skewed(let seconds): seconds
    case .stale(let seconds): seconds
    case nil: nil
    }
  }
}
