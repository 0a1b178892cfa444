/// How a card was sent.
public enum CardFact: Sendable, Equatable {
  /// As plain text; says whether the number is one of the listed test numbers.
  case clear(isTestNumber: Bool)
  /// Encrypted, with a certificate of the given age in seconds; nil if the age is not known.
  case encrypted(certificateAge: Int64?)
}
