/// A dictionary that forgets its oldest entries beyond a limit.
struct BoundedMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// How many entries are remembered.
  let limit: Int
  private var values: [Key: Value] = [:]
  private var order: [Key] = []
  private var next = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// The remembered value.
  ///
  /// Complexity: O(1).
  subscript(_ key: Key) -> Value? { values[key] }

  /// What is remembered, oldest first.
  var entries: [(key: Key, value: Value)] {
    (order[next...] + order[..<next]).compactMap { key in values[key].map { (key, $0) } }
  }

  /// Remembers a value, in the place of an earlier one of the same key.
  ///
  /// Complexity: O(1).
  mutating func remember(_ value: Value, for key: Key) {
    if values.updateValue(value, forKey: key) != nil { return }
    if order.count < limit {
      order.append(key)
    } else {
      values[order[next]] = nil
      order[next] = key
      next = (next + 1) % limit
    }
  }
}
