public import EventCatalogue

/// The opaque id of a seat, as printed by availability and accepted by a reserve.
///
/// Unpadded base32 (RFC 4648 section 6) of `SECTION:ROW:SEAT`, which is how the documents' examples decode.
public enum PlaceID {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// The id of a seat.
  public static func encode(section: String, row: String, seat: Int) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(32)
    var buffer: UInt32 = 0
    var bits = 0
    func append(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        buffer = buffer << 8 | UInt32(byte)
        bits += 8
        while bits >= 5 {
          bits -= 5
          encoded.append(alphabet[Int(buffer >> UInt32(bits)) & 31])
        }
        buffer &= (1 << UInt32(bits)) - 1
      }
    }
    append(section.utf8)
    append(CollectionOfOne(UInt8(ascii: ":")))
    append(row.utf8)
    append(CollectionOfOne(UInt8(ascii: ":")))
    append(String(seat).utf8)
    if bits > 0 { encoded.append(alphabet[Int(buffer << UInt32(5 - bits)) & 31]) }
    return encoded
  }

  /// Finds the seat that an id names.
  ///
  /// - Returns: `nil` if the text is not such an id or the event has no such seat.
  public static func seat(_ text: String, in layout: SeatLayout) -> Int? {
    var decoded: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in text.utf8 {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "2")...UInt8(ascii: "7"): value = byte - UInt8(ascii: "2") + 26
      default: return nil
      }
      buffer = buffer << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        decoded.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
        buffer &= (1 << UInt32(bits)) - 1
      }
    }
    guard let plain = String(validating: decoded, as: UTF8.self) else { return nil }
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 3, let number = Int(parts[parts.count - 1]) else { return nil }
    // A section may itself contain a colon; the row is the part before the seat.
    let row = String(parts[parts.count - 2])
    let section = parts.dropLast(2).joined(separator: ":")
    // The last character has unused bits, and numbers can have leading zeros; only one spelling is valid.
    guard encode(section: section, row: row, seat: number).elementsEqual(text.utf8) else { return nil }
    return layout.seat(section: section, row: row, number: number)
  }
}
