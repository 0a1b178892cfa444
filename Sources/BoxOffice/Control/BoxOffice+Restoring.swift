import Determinism
public import EventCatalogue
public import JSONText

extension BoxOffice {
  /// Opens a box office in a state exported by another.
  ///
  /// Everything is checked first: events, seats and whatever else is named must exist; no seat may be given out twice;
  /// payments must equal totals, and totals the sums of their parts; ids must be unique and within their counters.
  ///
  /// - Parameters:
  ///   - value: what ``export(into:)`` wrote.
  ///   - catalogue: what is on sale; its sold orders are not added, because the text already has them.
  ///   - seed: the sandbox's seed.
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  public init(restoring value: JSONValue, catalogue: Catalogue, seed: UInt64) throws(JSONMismatch) {
    self = try BoxOfficeReader(value, catalogue: catalogue, seed: seed).office
  }
}

extension JSONValue {
  /// An RFC 3339 instant.
  func instant() throws(JSONMismatch) -> Instant {
    guard let string, let instant = Instant(rfc3339: string) else { throw unfit(BoxOfficeReader.instant) }
    return instant
  }

  /// A number from 1 to `count`.
  func ordinal(of counter: String, within count: UInt64) throws(JSONMismatch) -> UInt64 {
    guard let integer, integer >= 1, UInt64(integer) <= count else {
      throw unfit("a whole number from 1 to the counter \(counter), \(count)")
    }
    return UInt64(integer)
  }

  /// An amount with at most two decimals, as large as a sum of prices can be.
  func total() throws(JSONMismatch) -> Money {
    guard let numberText, let money = Money(decimal: numberText), money >= .zero else {
      throw unfit("an amount with at most two decimals")
    }
    return money
  }
}

extension JSONObjectReader {
  /// A required text, no longer than requests and fixtures allow.
  mutating func shortText(_ name: String) throws(JSONMismatch) -> String {
    try required(name, "a text").text(in: 0...200)
  }

  /// An optional text of the same length; `nil` if it is missing or `null`.
  mutating func optionalShortText(_ name: String) throws(JSONMismatch) -> String? {
    try optionalValue(name)?.text(in: 0...200)
  }

  /// A count, far enough below the limits of its type that it can keep growing.
  mutating func counter(_ name: String, upTo limit: Int = 100_000_000) throws(JSONMismatch) -> UInt64 {
    UInt64(try required(name, "a number").number(in: 0...limit))
  }
}
