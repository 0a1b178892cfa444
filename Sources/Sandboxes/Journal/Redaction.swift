import HTTPTypes
package import HTTPWire
import JSONText
package import PartnerVocabulary

/// Blots secrets out of requests before anybody sees them: partner keys, bearer tokens, card numbers, codes.
package enum Redaction {
  /// What stands where a secret was.
  static let blot = "***"

  private static let secretFields: Set<String> = ["x-api-key", "authorization", "proxy-authorization", "cookie"]
  private static let secretMembers: Set<String> = ["number", "cin", "cvv", "account_number"]
  /// What a key stands behind in a text: in a URL, and in the gateway's fault for a quota.
  private static let keyMarkers = [Array("apikey=".utf8), Array("identifier : ".utf8)]
  private static let keyEnds = Set("&?#\"\\<> ".utf8)

  /// A partner key as messages show it: at most its first four characters.
  package static func mask(key: String) -> String {
    "\(key.prefix(min(4, max(0, key.count - 2))))…"
  }

  // MARK: Before it is remembered

  /// A request without card numbers and security codes, if its operation is one of those that bring them.
  package static func withoutCardData(_ request: Request, operation: Operation?) -> Request {
    switch operation {
    case .cartPayment, .walletToken, .memberBillingAdd, nil: break
    default: return request
    }
    if request.body.isEmpty { return request }
    var redacted = request
    redacted.body = withoutCardData(request.body) ?? Array(blot.utf8)
    return redacted
  }

  // MARK: Before it is shown

  /// A request without partner keys, bearer tokens and card data, which may have been sent to the wrong operation.
  package static func shown(_ request: Request, operation: Operation?) -> Request {
    var redacted = request
    if let target = withoutKey(request.target) { redacted.target = target }
    redacted.fields = withoutSecrets(request.fields)
    if !request.body.isEmpty {
      let body = withoutCardData(request.body) ?? request.body
      // The barcodes of Secure Render look like card numbers, and nobody sends it any of those.
      redacted.body = withoutKeys(operation == .secureRender ? body : withoutCardNumbers(body))
    }
    return redacted
  }

  /// A target without partner keys.
  package static func shown(_ target: RequestTarget) -> RequestTarget { withoutKey(target) ?? target }

  /// An answer without partner keys.
  package static func shown(_ response: Response) -> Response {
    var redacted = response
    redacted.fields = withoutSecrets(response.fields)
    redacted.body = withoutKeys(response.body)
    return redacted
  }

  private static func withoutSecrets(_ fields: FieldSection) -> FieldSection {
    FieldSection(
      fields.map { field in
        var shown = field
        if secretFields.contains(field.name.canonicalName) {
          shown.value = blot
        } else {
          let value = Array(field.value.utf8)
          let kept = withoutKeys(value)
          if kept.count != value.count || kept != value { shown.value = String(decoding: kept, as: UTF8.self) }
        }
        return shown
      })
  }

  /// The target with the value of each key blotted out, however its name is escaped; `nil` if it has none.
  private static func withoutKey(_ target: RequestTarget) -> RequestTarget? {
    var pieces: [String] = []
    var found = false
    var piece: [UInt8] = []
    func finish() {
      let text = String(decoding: piece, as: UTF8.self)
      piece = []
      guard Query(text).items.first?.name.lowercased() == "apikey" else { return pieces.append(text) }
      found = true
      pieces.append(text.prefix { $0 != "=" } + "=\(blot)")
    }
    for byte in target.raw.utf8 {
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "?") {
        finish()
        pieces.append(byte == UInt8(ascii: "&") ? "&" : "?")
      } else {
        piece.append(byte)
      }
    }
    finish()
    return found ? try? RequestTarget(pieces.joined()) : nil
  }

  /// A text in which what follows a key marker is blotted out.
  static func withoutKeys(_ text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let marker = keyMarkers.first { marker in
        text.count - index >= marker.count && text[index] | 0x20 == marker[0]
          && zip(marker, text[index...]).allSatisfy { $0 == $1 || $0 == $1 | 0x20 }
      }
      guard let marker else {
        kept.append(text[index])
        index += 1
        continue
      }
      kept += text[index..<(index + marker.count)]
      kept += Array(blot.utf8)
      index += marker.count
      while index < text.count, !keyEnds.contains(text[index]) { index += 1 }
    }
    return kept
  }

  /// A JSON text with card numbers and codes blotted out; `nil` if it is no JSON.
  private static func withoutCardData(_ body: [UInt8]) -> [UInt8]? {
    guard let value = try? JSONValue.parse(body) else { return nil }
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

  /// A text in which digits that could be a card number are blotted out, wherever they stand.
  private static func withoutCardNumbers(_ text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var start = 0
    while start < text.count {
      guard isDigit(text[start]) else {
        kept.append(text[start])
        start += 1
        continue
      }
      let end = text[start...].firstIndex { !isDigit($0) } ?? text.count
      let digits = text[start..<end]
      kept += isCardNumber(digits) ? Array(blot.utf8) : Array(digits)
      start = end
    }
    return kept
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Whether digits have the length of a card number and its check digit (ISO/IEC 7812-1 annex B).
  private static func isCardNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    guard (13...19).contains(digits.count) else { return false }
    var sum = 0
    for (place, byte) in digits.reversed().enumerated() {
      let digit = Int(byte - UInt8(ascii: "0")) * (place % 2 == 0 ? 1 : 2)
      sum += digit > 9 ? digit - 9 : digit
    }
    return sum % 10 == 0
  }
}
