public import Determinism

/// One ticket in a Secure Render request.
public struct RenderFact: Sendable {
  /// The barcode as sent; nil if it is missing.
  public var barcode: String? {
    didSet { foldedBarcode = barcode.map(folded) ?? 0 }
  }
  /// The barcode, folded for use as a key in tables.
  private(set) var foldedBarcode: UInt64
  /// The outcome for this ticket.
  public var result: Result
  /// The number of the ticket's order, if the barcode belongs to one.
  public var orderNumber: String?
  /// The account of that order, or of the order that has the seat.
  public var orderAccount: String?

  /// The outcome for a ticket.
  public enum Result: Sendable, Equatable {
    /// A token.
    case issued
    /// The named required field is missing or is not a string.
    case incomplete(field: String)
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

  /// Makes the facts about a ticket.
  public init(barcode: String?, result: Result, orderNumber: String? = nil, orderAccount: String? = nil) {
    self.barcode = barcode
    foldedBarcode = barcode.map(folded) ?? 0
    self.result = result
    self.orderNumber = orderNumber
    self.orderAccount = orderAccount
  }
}
