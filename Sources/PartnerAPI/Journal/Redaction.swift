import HTTPTypes
import HTTPWire
import JSONText

/// Blots secrets out of requests before anybody remembers them: partner keys, bearer tokens, card numbers, codes.
enum Redaction {
  /// What stands where a secret was.
  static let blot = "***"

  private static let secretFields: Set<String> = ["x-api-key", "authorization", "cookie"]
  private static let secretMembers: Set<String> = ["number", "cin", "cvv", "account_number"]

  /// The operations whose bodies can hold card data.
  private static func hasCardData(_ operation: Operation?) -> Bool {
    operation == .cartPayment || operation == nil
  }

  /// A request without partner keys and bearer tokens.
  static func withoutKeys(_ request: Request) -> Request {
    var redacted = request
    if let target = redact(target: request.target.raw) { redacted.target = target }
    for name in secretFields {
      if let field = HTTPField.Name(name), redacted.fields[field] != nil { redacted.fields[field] = blot }
    }
    return redacted
  }

  /// A request without card numbers and security codes.
  static func withoutCardData(_ request: Request, operation: Operation?) -> Request {
    guard hasCardData(operation), !request.body.isEmpty else { return request }
    var redacted = request
    redacted.body = redact(body: request.body)
    return redacted
  }

  /// The target with the value of each key blotted out; `nil` if it has none.
  private static func redact(target: String) -> RequestTarget? {
    let bytes = Array(target.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    var found = false
    let name = Array("apikey=".utf8)
    while index < bytes.count {
      let isStart = index > 0 && (bytes[index - 1] == UInt8(ascii: "?") || bytes[index - 1] == UInt8(ascii: "&"))
      if isStart, bytes.count - index >= name.count,
        zip(name, bytes[index...]).allSatisfy({ $0 == $1 | 0x20 || $0 == $1 })
      {
        kept += bytes[index..<(index + name.count)]
        kept += Array(blot.utf8)
        index += name.count
        while index < bytes.count, bytes[index] != UInt8(ascii: "&"), bytes[index] != UInt8(ascii: "?") { index += 1 }
        found = true
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return found ? try? RequestTarget(String(decoding: kept, as: UTF8.self)) : nil
  }

  /// A JSON body with card numbers and codes blotted out; one that is not JSON goes whole, since nobody knows what is in it.
  private static func redact(body: [UInt8]) -> [UInt8] {
    guard let value = try? JSONValue.parse(body) else { return Array(blot.utf8) }
    var writer = JSONWriter(reservingCapacity: body.count)
    write(value, into: &writer)
    return writer.bytes
  }

  private static func write(_ value: JSONValue, into writer: inout JSONWriter) {
    switch value.kind {
    case .object:
      writer.beginObject()
      for (key, member) in value.members {
        writer.key(key)
        if secretMembers.contains(key.lowercased()) {
          writer.string(masked(member))
        } else {
          write(member, into: &writer)
        }
      }
      writer.endObject()
    case .array:
      writer.beginArray()
      for element in value.elements { write(element, into: &writer) }
      writer.endArray()
    default:
      writer.value(value)
    }
  }

  /// A nonce is no secret and tells the reader what was tried; digits are.
  private static func masked(_ value: JSONValue) -> String {
    guard let text = value.string, text.hasPrefix("fake-") else { return blot }
    return text
  }
}
