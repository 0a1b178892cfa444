/// Names one request on its connection, so that a late answer finds no other request to answer.
public struct ExchangeID: Sendable, Hashable {
  let number: UInt64
}
