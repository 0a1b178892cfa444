/// A kind of ticket, such as adult or child.
public struct TicketType: Sendable, Hashable {
  /// The id: twelve hex digits, in which leading zeros are significant.
  public var id: String
  /// The name that offers print.
  public var name: String
  /// The description that carts print.
  public var description: String

  /// Makes a ticket type.
  public init(id: String, name: String, description: String) {
    self.id = id
    self.name = name
    self.description = description
  }
}
