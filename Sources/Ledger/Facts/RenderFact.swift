public import Determinism

/// One ticket in a Secure Render request.
///
/// It has no texts, so copying it costs nothing: names are folded to the integers that tables use as keys.
public struct RenderFact: Sendable {
  /// The barcode as sent, folded; 0 if it is missing.
  public var barcode: UInt64
  /// The outcome for this ticket.
  public var result: Result
  /// The number of the ticket's order, folded; 0 if the barcode belongs to none.
  public var order: UInt64

  /// The outcome for a ticket.
  public enum Result: Sendable, Equatable {
    /// A token.
    case issued
    /// A required field is missing or is not a string.
    case incomplete(Field)
    /// There is no such ticket.
    case unknown
    /// The account has an order with this seat, but with a different barcode.
    ///
    /// The handler looks for such an order when no ticket has both this barcode and this seat.
    case otherBarcode
    /// The order belongs to another account.
    case otherAccount
    /// The order was voided.
    case voided
    /// The event does not use SafeTix.
    case notSecure
    /// Tokens are withheld until the given instant.
    case delayed(until: Instant)
  }

  /// A required field of a ticket, by its name.
  public enum Field: String, Sendable {
    case eventId, section, row, seat, barcode
  }

  /// Makes the facts of a ticket.
  public init(barcode: UInt64, result: Result, order: UInt64 = 0) {
    self.barcode = barcode
    self.result = result
    self.order = order
  }

  /// Kinds of outcomes, whatever the field or the time.
  struct Outcomes: OptionSet, Sendable {
    let rawValue: UInt8

    static let issued = Outcomes(rawValue: 1)
    static let incomplete = Outcomes(rawValue: 2)
    static let unknown = Outcomes(rawValue: 4)
    static let otherBarcode = Outcomes(rawValue: 8)
    static let otherAccount = Outcomes(rawValue: 16)
    static let voided = Outcomes(rawValue: 32)
    static let notSecure = Outcomes(rawValue: 64)
    static let delayed = Outcomes(rawValue: 128)
  }

  /// Whether a token was issued.
  var isIssued: Bool { if case .issued = result { true } else { false } }
}

extension RenderFact.Result {
  /// The kind of the outcome.
  var outcome: RenderFact.Outcomes {
    switch self {
    case .issued: .issued
    case .incomplete: .incomplete
    case .unknown: .unknown
    case .otherBarcode: .otherBarcode
    case .otherAccount: .otherAccount
    case .voided: .voided
    case .notSecure: .notSecure
    case .delayed: .delayed
    }
  }
}
