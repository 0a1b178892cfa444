/// Identifies one request on its connection, so that a late answer is not taken for the answer to another request.
public struct ExchangeID: Sendable, Hashable {
  let number: UInt64
}
