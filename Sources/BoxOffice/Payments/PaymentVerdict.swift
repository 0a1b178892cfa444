public import Determinism

/// What the processor says of a payment.
public enum PaymentVerdict: Sendable, Hashable {
  /// Taken.
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

  /// No certificate of the sandbox has that key; the newest one's is given, if there is one.
  case unknownKey(id: String, newest: String?)
  /// The certificate of the key has expired.
  case expiredKey(id: String, since: Instant)
  /// The text is not base64; the reason names no more than one character of it.
  case notBase64(CardField, reason: String)
  /// The ciphertext is not one block of RSA.
  case wrongBlock(CardField, found: Int, expected: Int)
  /// The ciphertext was made with another key or with other padding.
  case notDecryptable(CardField, key: String)
  /// The salt holds something else than printable ASCII.
  case unprintableSalt(CardField)
  /// What was decrypted is not sixteen characters and then the digits; counts of characters, and of digits at their end.
  case wrongSalt(CardField, characters: Int, digits: Int)

  // MARK: The card

  /// The number is not 13 to 19 digits.
  case notACardNumber
  /// The last digit of the number does not fit the others.
  case wrongCheckDigit
  /// The number belongs to none of the issuers.
  case unknownIssuer
  /// The issuer is not the one that the number belongs to.
  case issuerDiffers(stated: String, found: CardIssuer)
  /// The month of expiry has passed.
  case cardExpired(month: Int, year: Int)
  /// The expiry is missing, or is no month and year of four digits.
  case noExpiry
  /// The security code has another length than the issuer's have.
  case securityCodeLength(issuer: CardIssuer, found: Int)
  /// The security code is not digits.
  case securityCodeNotDigits
}
