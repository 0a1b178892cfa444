/// A named part of the house; rows belong to several.
public struct Area: Sendable, Hashable {
  /// The number that carts print.
  public var id: Int
  /// A short name, such as `ORCH`.
  public var name: String
  /// The description, such as `Second Balcony`.
  public var description: String

  /// Makes an area.
  public init(id: Int, name: String, description: String) {
    self.id = id
    self.name = name
    self.description = description
  }
}
