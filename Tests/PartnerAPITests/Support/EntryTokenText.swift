import JSONText
import Testing

/// A token read as a partner's own code would: standard base64 with padding, then JSON.
struct EntryTokenText {
  let json: JSONValue
  /// The names in their order.
  let keys: [String]

  init(_ token: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let bytes = try #require(Self.decode(token), "not base64: \(token)", sourceLocation: sourceLocation)
    json = try JSONValue.parse(bytes)
    #expect(json.serialized() == bytes, "the JSON is not compact", sourceLocation: sourceLocation)
    keys = json.members.map(\.key)
  }

  subscript(name: String) -> String? { json[name]?.string }

  /// RFC 4648 section 4, strict: whole quantums, padding only at the end.
  static func decode(_ text: String) -> [UInt8]? {
    guard text.utf8.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text.utf8 {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 97 + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) - 48 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        value = 0
      default: return nil
      }
      if padding > 0, byte != UInt8(ascii: "=") { return nil }
      buffer = buffer << 6 | value
      count += 1
      if count % 4 == 0 {
        bytes += [UInt8(buffer >> 16 & 255), UInt8(buffer >> 8 & 255), UInt8(buffer & 255)]
        buffer = 0
      }
    }
    guard padding <= 2 else { return nil }
    return bytes.dropLast(padding)
  }
}
