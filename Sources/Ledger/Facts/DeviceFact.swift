/// The device that a request names.
public struct DeviceFact: Sendable {
  /// Its id as sent; nil if it is missing, empty or no string.
  public var id: String? {
    didSet { foldedID = id.map(folded) ?? 0 }
  }
  /// The id as tables know it.
  private(set) var foldedID: UInt64
  /// What is wrong with the block, in a few words such as `device_os is missing`; nil if it is complete.
  public var problem: String?
  /// What else in the sandbox has that id: the box office, which has an index of each but the accounts.
  public var alsoNames: KnownThing?

  /// Something that is not a device.
  public enum KnownThing: String, Sendable {
    case orderNumber = "an order number"
    case orderToken = "an order token"
    case cartID = "a cart id"
    case barcode = "a barcode"
    case eventID = "an event id"
    case account = "an account id"
  }

  /// Makes the facts of a device.
  ///
  /// - Parameter foldedID: the id folded, of whoever has that already.
  public init(id: String?, foldedID: UInt64? = nil, problem: String? = nil, alsoNames: KnownThing? = nil) {
    self.id = id
    self.foldedID = foldedID ?? id.map(folded) ?? 0
    self.problem = problem
    self.alsoNames = alsoNames
  }
}
