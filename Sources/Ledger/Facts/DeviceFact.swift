/// The device that a request names.
public struct DeviceFact: Sendable {
  /// Its id as sent, folded for use as a key in tables; 0 if it is missing, empty or not a string.
  public let foldedID: UInt64
  /// What is wrong with the device block, in a few words such as `device_os is missing`; nil if it is complete.
  public var problem: String?
  /// What else in the sandbox has that id: from the box office, which has an index of everything but accounts.
  public var alsoNames: KnownThing?

  /// Something in a sandbox that is not a device.
  public enum KnownThing: String, Sendable {
    case orderNumber = "an order number"
    case orderToken = "an order token"
    case cartID = "a cart id"
    case barcode = "a barcode"
    case eventID = "an event id"
    case account = "an account id"
  }

  /// Makes the facts about a device.
  ///
  /// - Parameter id: its id as sent; nil if it is missing, empty or not a string.
  public init(id: String?, problem: String? = nil, alsoNames: KnownThing? = nil) {
    self.init(foldedID: id.map(folded) ?? 0, problem: problem, alsoNames: alsoNames)
  }

  /// Makes the facts about a device whose id is already folded; 0 if there is none.
  public init(foldedID: UInt64, problem: String? = nil, alsoNames: KnownThing? = nil) {
    self.foldedID = foldedID
    self.problem = problem
    self.alsoNames = alsoNames
  }
}
