import BoxOffice
import Determinism

/// Sentences and codes for the processor's verdict on a payment; they never contain a card number.
extension PaymentVerdict {
  /// The catalogue entry to answer with.
  package var entry: ErrorEntry {
    switch self {
    case .invalidSecurityCode, .securityCodeLength, .securityCodeNotDigits, .notBase64(.securityCode, _),
      .wrongBlock(.securityCode, _, _), .notDecryptable(.securityCode, _), .unprintableSalt(.securityCode),
      .wrongSalt(.securityCode, _, _):
      ErrorCatalogue.invalidCVV
    case .noFunds: ErrorCatalogue.noFunds
    default: ErrorCatalogue.paymentNotAccepted
    }
  }

  /// One sentence on what was wrong.
  package var sentence: String {
    switch self {
    case .accepted: "The payment was accepted."
    case .processorDeclined: "The nonce stands for a card that the processor declines."
    case .luhnInvalid: "The nonce stands for a card number with a wrong check digit."
    case .consumedNonce: "The nonce was used before; a nonce can be used only once."
    case .gatewayRejected: "The nonce stands for a payment that the gateway rejects."
    case .unknownNonce: "The nonce is not one of the test nonces; accepted ones begin with fake-valid-."
    case .invalidSecurityCode: "cin 999 stands for a wrong security code."
    case .noFunds: "The card number stands for a card without funds."
    case .unknownClearNumber:
      "A plain-text card number is accepted only if it is a known test number; real ones must be encrypted."
    case .invalidReference: "payment.reference of an INVOICE must be numeric."
    case .unknownWalletToken:
      "The number is not a wallet token of this sandbox; POST /wallet/v1/token issues them."
    case .unknownMethod(let id):
      "This member has no billing_method \(id.prefix(40)); GET /partners/v1/member/billing lists those on file."
    case .emptyToken: "card.number is empty; it must hold the payment service's token."
    case .unknownKey, .expiredKey, .notBase64, .wrongBlock, .notDecryptable, .unprintableSalt, .wrongSalt:
      sealedSentence
    case .notACardNumber, .wrongCheckDigit, .unknownIssuer, .issuerDiffers, .cardExpired, .noExpiry,
      .securityCodeLength, .securityCodeNotDigits:
      cardSentence
    }
  }

  /// What was wrong with the encrypted data.
  private var sealedSentence: String {
    switch self {
    case .unknownKey(let id, let newest):
      "No certificate of this sandbox has the encryption_key \(id.prefix(40)); "
        + (newest.map { "the newest one is \($0)." } ?? "GET /partners/v1/certificate issues one.")
    case .expiredKey(let id, let since):
      "The certificate of encryption_key \(id) expired at \(since.rfc3339); get a new one every day."
    case .notBase64(let field, let reason):
      "card.\(field.rawValue) came with an encryption_key and is not base64: \(reason)."
    case .wrongBlock(let field, let found, let expected):
      "card.\(field.rawValue) came with an encryption_key and is base64 of \(found) bytes; "
        + "a ciphertext has \(expected)."
    case .notDecryptable(let field, let key):
      "card.\(field.rawValue) was not encrypted with the certificate of \(key) under RSA PKCS#1 v1.5 padding."
    case .unprintableSalt(let field):
      "card.\(field.rawValue) decrypts to a salt with bytes that are not printable ASCII."
    case .wrongSalt(let field, let characters, let digits):
      "card.\(field.rawValue) decrypts to \(characters) characters, the last \(digits) of them digits; "
        + "expected 16 characters of salt and then \(field.digitCount.lowerBound) to \(field.digitCount.upperBound) digits."
    default: ""
    }
  }

  /// What was wrong with the card.
  private var cardSentence: String {
    switch self {
    case .notACardNumber: "The card number is not 13 to 19 digits."
    case .wrongCheckDigit: "The check digit of the card number is wrong (Luhn)."
    case .unknownIssuer: "The prefix and length of the card number match none of VISA, MC, AMEX and DISCOVER."
    case .issuerDiffers(let stated, let found):
      "card.issuer is \"\(stated.prefix(40))\", but the number belongs to \(found.rawValue)."
    case .cardExpired(let month, let year):
      "The card expired at the end of \(month)/\(year), by the sandbox's clock."
    case .noExpiry: "The expiry must be a month from 1 to 12 and a year of four digits."
    case .securityCodeLength(let issuer, let found):
      "cin has \(found) digits; \(issuer.rawValue) has \(issuer.codeLength)."
    case .securityCodeNotDigits: "cin contains something other than digits."
    default: ""
    }
  }
}
