/// A file that describes an event or a sold order.
public struct FixtureFile: Sendable, Hashable {
  /// The path that error messages print, such as `events/3F005105D843DFA3.json`.
  ///
  /// A file in a folder named `orders` describes a sold order, any other an event.
  public var name: String
  /// The JSON text.
  public var bytes: [UInt8]

  /// Makes a file from its path and contents.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether the file describes a sold order.
  var isOrder: Bool { name.split(separator: "/").dropLast().last == "orders" }
}
