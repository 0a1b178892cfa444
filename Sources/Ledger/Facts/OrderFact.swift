public import Determinism

/// An order that an exchange sold or found.
public struct OrderFact: Sendable {
  /// Its number, such as `39-20827/PHX`.
  public var number: String
  /// The cart it came from; nil for orders that existed from the start.
  public var cartID: String?
  /// The account it was billed to.
  public var account: String?
  /// When its event begins.
  public var begins: Instant?
  /// Whether it has tokens, now or later: its event uses SafeTix, and it was not voided.
  public var hasTokens: Bool
  /// The instant until which tokens are withheld, if that is still to come.
  public var delayedUntil: Instant?
  /// The barcodes of its tickets; required for orders that were sold or opened.
  public var barcodes: [String]

  /// Makes the facts about an order.
  public init(
    number: String, cartID: String?, account: String?, begins: Instant?, hasTokens: Bool,
    delayedUntil: Instant? = nil, barcodes: [String] = []
  ) {
    self.number = number
    self.cartID = cartID
    self.account = account
    self.begins = begins
    self.hasTokens = hasTokens
    self.delayedUntil = delayedUntil
    self.barcodes = barcodes
  }
}
