import BoxOffice
import SafeTix

/// Decrypts the card data of one request and strips the salt.
///
/// The format is documented: sixteen characters of salt followed by the digits, encrypted with RSA and PKCS#1 v1.5
/// padding, then encoded in base64.
struct CardOpener {
  /// The number of salt characters at the start.
  static let saltCount = 16

  let encryption: any CardEncryption
  let key: EncryptionKey

  /// Decrypts a card: its number, unless a billing method takes its place, and its security code, unless sent in clear.
  ///
  /// Whatever cannot be decrypted is recorded as the instrument's flaw.
  func open(_ instrument: PaymentInstrument) -> PaymentInstrument {
    var opened = instrument
    do throws(Flaw) {
      if instrument.kind == .card, instrument.method == nil {
        opened.number = try digits(instrument.number, .number)
      }
      if let code = instrument.securityCode, Self.isSealed(code) {
        opened.securityCode = try digits(code, .securityCode)
      }
    } catch {
      opened.flaw = error.verdict
    }
    return opened
  }

  /// Whether a security code is encrypted: some clients send it in clear next to an encrypted number.
  static func isSealed(_ code: String) -> Bool {
    !(code.utf8.count <= 4 && code.utf8.allSatisfy(isDigit))
  }

  private struct Flaw: Error {
    let verdict: PaymentVerdict
  }

  private func digits(_ text: String, _ field: CardField) throws(Flaw) -> String {
    let ciphertext: [UInt8]
    do throws(Base64Error) {
      ciphertext = try Base64.decode(text)
    } catch {
      throw Flaw(verdict: .notBase64(field, reason: Self.reason(error)))
    }
    guard ciphertext.count == encryption.blockSize else {
      throw Flaw(verdict: .wrongBlock(field, found: ciphertext.count, expected: encryption.blockSize))
    }
    guard let plain = encryption.open(ciphertext, with: key) else {
      throw Flaw(verdict: .notDecryptable(field, key: key.id))
    }
    let count = plain.count - Self.saltCount
    let digits = plain.reversed().prefix { Self.isDigit($0) }.count
    guard field.digitCount.contains(count), digits >= count else {
      throw Flaw(verdict: .wrongSalt(field, characters: plain.count, digits: digits))
    }
    // The page allows any printable ASCII, the FAQ only letters and digits: we follow the page.
    guard plain.prefix(Self.saltCount).allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw Flaw(verdict: .unprintableSalt(field))
    }
    return String(decoding: plain.suffix(count), as: UTF8.self)
  }

  private static func reason(_ error: Base64Error) -> String {
    switch error {
    case .character(0x0A, let offset), .character(0x0D, let offset): "a line break at offset \(offset)"
    case .character(_, let offset): "a character outside the base64 alphabet at offset \(offset)"
    case .length, .padding, .trailingBits: "\(error)"
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
