import Determinism
public import EventCatalogue
public import JSONText

extension BoxOffice {
  /// Opens a box office in the state that another one exported.
  ///
  /// Everything is checked before anything is returned: events and seats exist, no seat is given to two, payments equal
  /// totals, and totals the sums of their parts; ids are unique and within their counters, and what is named exists.
  ///
  /// - Parameters:
  ///   - value: what ``export(into:)`` wrote.
  ///   - catalogue: what is on sale; its sold orders are not entered, for the text has them.
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

  /// The number of one of so many things, from 1.
  func ordinal(of counter: String, within count: UInt64) throws(JSONMismatch) -> UInt64 {
    guard let integer, integer >= 1, UInt64(integer) <= count else {
      throw unfit("a whole number from 1 to the counter \(counter), \(count)")
    }
    return UInt64(integer)
  }

  /// An amount with at most two decimals, of any size that a sum of prices can have.
  func total() throws(JSONMismatch) -> Money {
    guard let numberText, let money = Money(decimal: numberText), money >= .zero else {
      throw unfit("an amount with at most two decimals")
    }
    return money
  }
}

extension JSONObjectReader {
  /// A text that must be there, no longer than what requests and fixtures can bring.
  mutating func shortText(_ name: String) throws(JSONMismatch) -> String {
    try required(name, "a text").text(in: 0...200)
  }

  /// Such a text, or `nil` if it is missing or `null`.
  mutating func optionalShortText(_ name: String) throws(JSONMismatch) -> String? {
    try optionalValue(name)?.text(in: 0...200)
  }

  /// A count, which stays far below the limits of its type so that it can go on.
  mutating func counter(_ name: String, upTo limit: Int = 100_000_000) throws(JSONMismatch) -> UInt64 {
    UInt64(try required(name, "a number").number(in: 0...limit))
  }
}
