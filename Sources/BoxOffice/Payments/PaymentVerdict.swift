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
  /// The wallet token does not look like one.
  case unknownWalletToken
}
