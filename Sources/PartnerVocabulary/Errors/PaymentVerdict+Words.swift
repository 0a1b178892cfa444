import BoxOffice
import Determinism

/// Words and codes for what the processor says of a payment; never a card number.
extension PaymentVerdict {
  /// What is answered.
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
    case .consumedNonce: "The nonce was used before; a nonce pays once."
    case .gatewayRejected: "The nonce stands for a payment that the gateway rejects."
    case .unknownNonce: "The nonce is none of the test nonces; accepted ones begin with fake-valid-."
    case .invalidSecurityCode: "cin 999 stands for a wrong security code."
    case .noFunds: "The card number stands for a card without funds."
    case .unknownClearNumber:
      "A card number in clear is taken only if it is a known test number; real ones must be encrypted."
    case .invalidReference: "payment.reference of an INVOICE must be numeric."
    case .unknownWalletToken:
      "The number is no wallet token of this sandbox; POST /wallet/v1/token gives them out."
    case .unknownMethod(let id):
      "This member has no billing_method \(id.prefix(40)); GET /partners/v1/member/billing lists what there is."
    case .emptyToken: "card.number is empty; it holds the token of the payment service."
    case .unknownKey, .expiredKey, .notBase64, .wrongBlock, .notDecryptable, .unprintableSalt, .wrongSalt:
      sealedSentence
    case .notACardNumber, .wrongCheckDigit, .unknownIssuer, .issuerDiffers, .cardExpired, .noExpiry,
      .securityCodeLength, .securityCodeNotDigits:
      cardSentence
    }
  }

  /// What was wrong with what was encrypted.
  private var sealedSentence: String {
    switch self {
    case .unknownKey(let id, let newest):
      "No certificate of this sandbox has the encryption_key \(id.prefix(40)); "
        + (newest.map { "the newest one is \($0)." } ?? "GET /partners/v1/certificate gives one out.")
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
    case .wrongCheckDigit: "The last digit of the card number does not fit the others (Luhn)."
    case .unknownIssuer: "The card number belongs to none of VISA, MC, AMEX and DISCOVER by its beginning and length."
    case .issuerDiffers(let stated, let found):
      "card.issuer is \"\(stated.prefix(40))\", but the number is one of \(found.rawValue)."
    case .cardExpired(let month, let year):
      "The card expired at the end of \(month)/\(year), by the sandbox's clock."
    case .noExpiry: "The expiry must be a month from 1 to 12 and a year of four digits."
    case .securityCodeLength(let issuer, let found):
      "cin has \(found) digits; \(issuer.rawValue) has \(issuer.codeLength)."
    case .securityCodeNotDigits: "cin holds something else than digits."
    default: ""
    }
  }
}
