extension SeededSource {
  /// What a generated value is for; values of different purposes have nothing to do with each other.
  public struct Purpose: RawRepresentable, Sendable, Hashable {
    /// The number that stands for the purpose; it is part of what decides the values, so it must not change.
    public let rawValue: UInt64

    /// Makes a purpose from its number.
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// Makes a purpose from a name, so that modules need not agree on numbers.
    ///
    /// - Parameter name: Part of what decides the values: renaming changes them.
    public init(_ name: StaticString) {
      rawValue = name.withUTF8Buffer { SeededSource.fold(utf8: $0) }
    }
  }
}
