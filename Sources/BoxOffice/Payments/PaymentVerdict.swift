public import Determinism

/// The processor's verdict on a payment.
public enum PaymentVerdict: Sendable, Hashable {
  /// The payment is accepted.
  case accepted
  /// The nonce stands for a card that the processor declines.
  case processorDeclined
  /// The nonce stands for a card number with a wrong check digit.
  case luhnInvalid
  /// The nonce was used before.
  case consumedNonce
  /// The nonce stands for a payment that the gateway rejects.
  case gatewayRejected
  /// The nonce is none of the known test nonces.
  case unknownNonce
  /// The security code is wrong.
  case invalidSecurityCode
  /// The card has no funds.
  case noFunds
  /// A clear card number that is not one of the documented test numbers.
  case unknownClearNumber
  /// The reference of an invoice is not numeric.
  case invalidReference
  /// No card of the sandbox's wallet has the token.
  case unknownWalletToken
  /// The member has no billing method with that id.
  case unknownMethod(id: String)
  /// A payment service's token is empty.
  case emptyToken

  // MARK: What was encrypted

  /// No certificate of the sandbox has that key; `newest` is the key of the newest certificate, if there is one.
  case unknownKey(id: String, newest: String?)
  /// The certificate of the key has expired.
  case expiredKey(id: String, since: Instant)
  /// The text is not base64; the reason quotes at most one character of it.
  case notBase64(CardField, reason: String)
  /// The ciphertext is not exactly one RSA block.
  case wrongBlock(CardField, found: Int, expected: Int)
  /// The ciphertext was made with another key or with other padding.
  case notDecryptable(CardField, key: String)
  /// The salt contains something other than printable ASCII.
  case unprintableSalt(CardField)
  /// The plaintext is not sixteen characters followed by the digits; counts its characters and trailing digits.
  case wrongSalt(CardField, characters: Int, digits: Int)

  // MARK: The card

  /// The number is not 13 to 19 digits.
  case notACardNumber
  /// The last digit of the number does not fit the others.
  case wrongCheckDigit
  /// The number belongs to none of the issuers.
  case unknownIssuer
  /// The stated issuer is not the one that the number belongs to.
  case issuerDiffers(stated: String, found: CardIssuer)
  /// The month of expiry has passed.
  case cardExpired(month: Int, year: Int)
  /// The expiry is missing, or is not a month and a four-digit year.
  case noExpiry
  /// The security code has the wrong length for the issuer.
  case securityCodeLength(issuer: CardIssuer, found: Int)
  /// The security code is not digits.
  case securityCodeNotDigits
}
