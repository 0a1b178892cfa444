public import Determinism

/// One ticket that Secure Render was asked for.
public struct RenderFact: Sendable {
  /// The barcode as sent; nil if it is missing.
  public var barcode: String? {
    didSet { foldedBarcode = barcode.map(folded) ?? 0 }
  }
  /// The barcode as tables know it.
  private(set) var foldedBarcode: UInt64
  /// What came of it.
  public var result: Result
  /// The number of the ticket's order, if the barcode is of one.
  public var orderNumber: String?
  /// The account of that order, or of the order that has the seat.
  public var orderAccount: String?

  /// What came of a ticket.
  public enum Result: Sendable, Equatable {
    /// A token.
    case issued
    /// A required field is missing, or no string: its name.
    case incomplete(field: String)
    /// No ticket is like this.
    case unknown
    /// The account has an order with this seat, whose barcode is another: the handler looks for it when there is no
    /// ticket with this barcode and seat.
    case otherBarcode
    /// The order is another account's.
    case otherAccount
    /// The order was voided.
    case voided
    /// Its event is not SafeTix.
    case notSecure
    /// Tokens are withheld until then.
    case delayed(until: Instant)
  }

  /// Makes the facts of a ticket.
  public init(barcode: String?, result: Result, orderNumber: String? = nil, orderAccount: String? = nil) {
    self.barcode = barcode
    foldedBarcode = barcode.map(folded) ?? 0
    self.result = result
    self.orderNumber = orderNumber
    self.orderAccount = orderAccount
  }
}
