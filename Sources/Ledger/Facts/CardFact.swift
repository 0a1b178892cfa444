/// How a card was sent.
public enum CardFact: Sendable, Equatable {
  /// Its number in clear, and whether it is one of the listed test numbers.
  case clear(isTestNumber: Bool)
  /// Encrypted, with a certificate of so many seconds; nil if it is not known.
  case encrypted(certificateAge: Int64?)
}
