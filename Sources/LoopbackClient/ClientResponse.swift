/// A response as received on the wire.
public struct ClientResponse: Sendable, Hashable {
  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name, spelled as received.
    public var name: String

    /// The value without leading and trailing whitespace.
    public var value: String
  }

  /// The status code.
  public var status: Int

  /// The reason phrase; may be empty.
  public var reason: String

  /// The header fields in the order received.
  public var fields: [Field]

  /// The content, with any chunked framing removed.
  public var body: [UInt8] = []

  /// The content as text; bytes that are not UTF-8 are replaced.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The value of the first field with this name, ignoring case.
  public subscript(name: String) -> String? {
    let lowered = name.lowercased()
    return fields.first { $0.name.lowercased() == lowered }?.value
  }

  /// The values of all fields with this name, ignoring case.
  public func all(_ name: String) -> [String] {
    let lowered = name.lowercased()
    return fields.filter { $0.name.lowercased() == lowered }.map(\.value)
  }

  /// Whether the server announced that it closes the connection.
  public var closesConnection: Bool { self["Connection"]?.lowercased() == "close" }
}
