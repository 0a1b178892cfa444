/// A price level: seats that cost the same.
public struct PriceLevel: Sendable, Hashable {
  /// The number that offers and reserve requests name.
  public var id: Int
  /// The description, such as `Price Level 7`.
  public var description: String

  /// Makes a price level.
  public init(id: Int, description: String) {
    self.id = id
    self.description = description
  }
}
