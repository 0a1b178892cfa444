/// The name of a member, escaped once so that writing it is a plain copy.
///
/// Store it in a `static let`.
public struct JSONKey: Sendable, Hashable {
  /// The name in quotation marks and the colon after it.
  let bytes: [UInt8]

  /// Creates a key from a name.
  public init(_ name: String) {
    var writer = JSONWriter(reservingCapacity: name.utf8.count + 3)
    writer.string(name)
    writer.append(UInt8(ascii: ":"))
    bytes = writer.bytes
  }
}
