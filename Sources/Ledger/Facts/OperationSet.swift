/// The operations whose exchanges a rule reads.
struct OperationSet: Sendable, ExpressibleByArrayLiteral {
  private let bits: UInt32

  init(arrayLiteral operations: LedgerOperation...) {
    bits = operations.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// Every exchange, even one that reached no operation.
  static let all = OperationSet(bits: .max)

  /// Whether the set has an operation; only ``all`` has nil.
  func contains(_ operation: LedgerOperation?) -> Bool {
    bits & (1 << UInt32(operation?.rawValue ?? 31)) != 0
  }
}
