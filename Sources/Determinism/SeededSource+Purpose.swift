extension SeededSource {
  /// What a generated value is for; values for different purposes are independent of each other.
  public struct Purpose: RawRepresentable, Sendable, Hashable {
    /// The number of the purpose; generated values depend on it, so it must not change.
    public let rawValue: UInt64

    /// Creates a purpose from its number.
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// Creates a purpose from a name, so that modules need not agree on numbers.
    ///
    /// - Parameter name: The name; generated values depend on it, so renaming changes them.
    public init(_ name: StaticString) {
      rawValue = name.withUTF8Buffer { SeededSource.fold(utf8: $0) }
    }
  }
}
