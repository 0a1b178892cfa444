import Determinism
public import JSONText

/// Makes the tokens of one sandbox.
///
/// Everything depends only on the seed and the numbers given. As observed of the real service, the keys stay the same
/// for the same ticket, device and event, while `t` is new with each issue.
public struct TokenIssuer: Sendable {
  private let seed: UInt64

  private static let customerKeyPurpose = SeededSource.Purpose("safetix.customer-key")
  private static let eventKeyPurpose = SeededSource.Purpose("safetix.event-key")
  private static let rawTokenPurpose = SeededSource.Purpose("safetix.raw-token")

  /// Makes an issuer.
  ///
  /// - Parameter seed: The sandbox's folded seed, from `SeededSource.seed(_:key:)`.
  public init(seed: UInt64) {
    self.seed = seed
  }

  /// The key `ck` of a ticket on a device: 20 bytes.
  public func customerKey(ticket: UInt64, device: UInt64) -> [UInt8] {
    var source = SeededSource(seed: seed, purpose: Self.customerKeyPurpose, ticket, device)
    return Self.bytes(20, from: &source)
  }

  /// The key `ek` of an event: 20 bytes.
  public func eventKey(event: UInt64) -> [UInt8] {
    var source = SeededSource(seed: seed, purpose: Self.eventKeyPurpose, event)
    return Self.bytes(20, from: &source)
  }

  /// The bytes that `t` encodes: 0x04, nineteen zeros, and twenty-eight bytes that are new with each issue.
  ///
  /// - Parameter issue: How many tokens were issued for this ticket and device before this one.
  public func rawToken(ticket: UInt64, device: UInt64, issue: UInt64) -> [UInt8] {
    var source = SeededSource(seed: seed, purpose: Self.rawTokenPurpose, ticket, device, issue)
    return [0x04] + [UInt8](repeating: 0, count: 19) + Self.bytes(28, from: &source)
  }

  /// Whether these bytes are the ones that ``rawToken(ticket:device:issue:)`` returns.
  public func isRawToken(_ bytes: [UInt8], ticket: UInt64, device: UInt64, issue: UInt64) -> Bool {
    guard bytes.count == 48 else { return false }
    // If they differ, they nearly always do so in the first word.
    var source = SeededSource(seed: seed, purpose: Self.rawTokenPurpose, ticket, device, issue)
    let first = bytes[20..<28].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return source.next() == first && rawToken(ticket: ticket, device: device, issue: issue) == bytes
  }

  /// The fields of the token, before it is encoded.
  public func token(
    barcode: String, ticket: UInt64, device: UInt64, event: UInt64, issue: UInt64, style: TokenStyle = .rotating
  ) -> EntryToken {
    if style == .barcodeOnly { return EntryToken(barcode: barcode, renderType: .barcode) }
    let isExample = style == .documentationExample
    return EntryToken(
      barcode: barcode,
      rawToken: Base64.string(rawToken(ticket: ticket, device: device, issue: issue)),
      customerKey: Hexadecimal.string(customerKey(ticket: ticket, device: device), asUUID: isExample),
      eventKey: Hexadecimal.string(eventKey(event: event), asUUID: isExample),
      renderType: .rotatingSymbology)
  }

  /// Writes a finished token as a JSON string: padded base64 of compact JSON with the keys `b`, `t`, `ck`, `ek`, `rt` in
  /// this order.
  ///
  /// - Parameters:
  ///   - barcode: The ticket's barcode, `b`.
  ///   - ticket: The ticket's number in the sandbox.
  ///   - device: A number for the device, such as the fold of its id.
  ///   - event: A number for the event, such as the fold of its id.
  ///   - issue: How many tokens were issued for this ticket and device before this one.
  ///   - style: The token's shape.
  ///   - writer: Where the string goes.
  public func writeToken(
    barcode: String, ticket: UInt64, device: UInt64, event: UInt64, issue: UInt64, style: TokenStyle,
    into writer: inout JSONWriter
  ) {
    // Barcodes are digits and letters; anything that needs escaping takes the slow path.
    let isWritten: Bool? = barcode.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
      else { return false }
      write(
        escapedBarcode: bytes, ticket: ticket, device: device, event: event, issue: issue, style: style, into: &writer)
      return true
    }
    if isWritten == true { return }
    var escaped = JSONWriter(reservingCapacity: barcode.utf8.count * 2)
    escaped.string(barcode)
    escaped.bytes.dropFirst().dropLast().withUnsafeBufferPointer {
      write(
        escapedBarcode: $0, ticket: ticket, device: device, event: event, issue: issue, style: style, into: &writer)
    }
  }

  private func write(
    escapedBarcode: UnsafeBufferPointer<UInt8>, ticket: UInt64, device: UInt64, event: UInt64, issue: UInt64,
    style: TokenStyle, into writer: inout JSONWriter
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TokenText.longestFrame + escapedBarcode.count) { memory in
      var text = TokenText(memory)
      text.append("{\"b\":\"")
      text.append(escapedBarcode)
      if style != .barcodeOnly {
        let isExample = style == .documentationExample
        text.append("\",\"t\":\"")
        var source = SeededSource(seed: seed, purpose: Self.rawTokenPurpose, ticket, device, issue)
        text.appendRawToken(&source)
        text.append("\",\"ck\":\"")
        source = SeededSource(seed: seed, purpose: Self.customerKeyPurpose, ticket, device)
        text.appendKey(&source, asUUID: isExample)
        text.append("\",\"ek\":\"")
        source = SeededSource(seed: seed, purpose: Self.eventKeyPurpose, event)
        text.appendKey(&source, asUUID: isExample)
        text.append("\",\"rt\":\"rotating_symbology\"}")
      } else {
        text.append("\",\"rt\":\"barcode\"}")
      }
      // Base64 needs no escapes.
      writer.string(plainCount: Base64.encodedLength(text.count)) { encoded in
        Base64.encode(text.bytes, into: encoded.bindMemory(to: UInt8.self))
      }
    }
  }

  /// The first bytes of a source, each word starting with its most significant byte.
  private static func bytes(_ count: Int, from source: inout SeededSource) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var word: UInt64 = 0
    for place in 0..<count {
      if place % 8 == 0 { word = source.next() }
      bytes.append(UInt8(truncatingIfNeeded: word >> 56))
      word <<= 8
    }
    return bytes
  }
}
