import Determinism
import EventCatalogue

/// Makes the ids of a sandbox from its seed: the same counter always gives the same id.
struct Identifiers: Sendable {
  let seed: UInt64

  private static let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The id of cart `number`.
  func cartID(_ number: UInt64, style: CartIDStyle) -> String {
    var source = SeededSource(seed: seed, purpose: .cartID, number)
    switch style {
    case .uuid: return source.uuid()
    case .base64: return Self.base64CartID(&source)
    }
  }

  /// 75 characters of base64, including a `/` and a `+`, and one `=`, like old cart ids.
  private static func base64CartID(_ source: inout SeededSource) -> String {
    var text: [UInt8] = []
    for _ in 0..<74 { text.append(base64Alphabet[Int(source.next() & 63)]) }
    text[Int(source.next() % 37)] = UInt8(ascii: "/")
    text[37 + Int(source.next() % 37)] = UInt8(ascii: "+")
    // The last character before a single `=` carries four bits; its low two are zero.
    text.append(base64Alphabet[Int(source.next() & 60)])
    text.append(UInt8(ascii: "="))
    return String(decoding: text, as: UTF8.self)
  }

  /// The token of order `number`, in the shape that the documents print.
  func orderToken(_ number: UInt64) -> String {
    var source = SeededSource(seed: seed, purpose: .orderToken, number)
    let head = "\(source.lowerHex(4))-\(source.lowerHex(2))-\(source.lowerHex(2))"
    return "\(head)-\(source.alphanumerics(28))"
  }

  /// The number of order `number` at a host, such as `39-30001/PHX`.
  func orderNumber(_ number: UInt64, host: String) -> String {
    "39-\(30_000 + number)/\(host)"
  }

  /// The order count from which a number was made; 0 for a number that was not made here.
  static func count(ofOrderNumber number: String) -> UInt64 {
    let parts = number.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("39-"), let count = UInt64(parts[0].dropFirst(3)) else { return 0 }
    return count > 30_000 ? count - 30_000 : 0
  }

  /// Sixteen digits that no other ticket of the sandbox has: the last seven count the tickets sold.
  func barcode(ticket serial: UInt64) -> String {
    var source = SeededSource(seed: seed, purpose: .barcode, serial)
    let count = String(serial % 10_000_000)
    return source.digits(9) + String(repeating: "0", count: 7 - count.count) + count
  }

  /// The ticket count from which a barcode was made; 0 for a barcode that was not made here.
  func count(ofBarcode barcode: String) -> UInt64 {
    guard barcode.utf8.count == 16, let count = UInt64(barcode.suffix(7)), self.barcode(ticket: count) == barcode else {
      return 0
    }
    return count
  }

  /// Eight digits for a seat of an event.
  func seatID(event: Event, seat: Int) -> String {
    var source = SeededSource(seed: seed, purpose: .seatID, event.seedLabel, UInt64(seat))
    return source.digits(8)
  }

  /// The key of a day's certificate; days have successive numbers, which start differently in each sandbox.
  ///
  /// - Parameter day: counted from 1970-01-01.
  func key(ofDay day: Int64) -> EncryptionKey {
    // Counted from the year 1, so that no number is negative.
    let number = UInt64(day - Self.firstDay)
    var first = SeededSource(seed: seed, purpose: .encryptionKey)
    var serial = SeededSource(seed: seed, purpose: .encryptionKey, number)
    let beginning = Instant(secondsSinceEpoch: day * 86_400)
    return EncryptionKey(
      id: "paysys-dev.0.us.\(1_000 + first.next() % 1_000_000 + number)", number: number,
      serial: serial.next() >> 1 | 1, notBefore: beginning, notAfter: beginning + .seconds(2 * 86_400))
  }

  /// 0001-01-01, counted from 1970-01-01.
  private static let firstDay = Int64(CivilDate(year: 1, month: 1, day: 1).daysSinceEpoch)

  /// The token of wallet card `number`, in the shape that the documents print.
  func walletToken(_ number: UInt64) -> String {
    var source = SeededSource(seed: seed, purpose: .walletToken, number)
    return "wallet-wallet-\(source.lowerHex(16))"
  }

  /// The id of billing method `number`, from 1; the first id is the one that the documents print.
  func methodID(_ number: UInt64) -> UInt64 { Self.firstMethod + number }

  /// The count of billing methods from which an id was made; 0 for an id that was not made here.
  static func count(ofMethod id: UInt64) -> UInt64 { id > firstMethod ? id - firstMethod : 0 }

  static let firstMethod: UInt64 = 70_561_110
}
