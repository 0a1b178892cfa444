/// Identifies one request on its connection, so that a late answer is not taken for the answer to another request.
public struct ExchangeID: Sendable, Hashable {
  package let number: UInt64

  package init(number: UInt64) {
    self.number = number
  }
}
