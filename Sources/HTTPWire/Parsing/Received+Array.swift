extension RequestParser {
  /// Takes bytes from the peer.
  public mutating func received(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { received($0) }
  }
}

extension ConnectionMachine {
  /// Reports bytes from the peer.
  public mutating func received(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { received($0) }
  }
}
