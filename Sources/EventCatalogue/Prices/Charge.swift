/// An amount and the tax on it.
public struct Charge: Sendable, Hashable {
  /// The amount without tax.
  public var price: Money
  /// The tax.
  public var tax: Money

  /// Makes a charge.
  public init(price: Money, tax: Money) {
    self.price = price
    self.tax = tax
  }

  /// A charge of nothing.
  public static let none = Charge(price: .zero, tax: .zero)
}
