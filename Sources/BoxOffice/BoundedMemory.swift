/// A dictionary that forgets its oldest entries beyond a limit.
///
/// Entries are never removed one by one, which costs a hash table more than anything else: when half of them are
/// certainly forgotten, that half is dropped as a whole. Up to twice the limit are in memory.
struct BoundedMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    /// The how-manieth one it is, from 0.
    let number: Int
  }

  /// How many entries are remembered.
  let limit: Int
  private var young: [Key: Entry] = [:]
  private var old: [Key: Entry] = [:]
  /// How many entries there have been.
  private var count = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// The remembered value.
  ///
  /// Complexity: O(1).
  subscript(_ key: Key) -> Value? { (young[key] ?? old[key]).flatMap { isRemembered($0) ? $0.value : nil } }

  /// What is remembered, oldest first.
  ///
  /// Complexity: O(limit · log limit).
  var entries: [(key: Key, value: Value)] {
    [old, young].joined().filter { isRemembered($0.value) }.sorted { $0.value.number < $1.value.number }
      .map { ($0.key, $0.value.value) }
  }

  /// How many entries ``entries`` has.
  ///
  /// Complexity: O(1).
  var entryCount: Int { min(count, limit) }

  /// Remembers a value, in the place of an earlier one of the same key.
  ///
  /// Complexity: amortised O(1).
  mutating func remember(_ value: Value, for key: Key) {
    if let entry = old[key], isRemembered(entry) {
      old[key] = Entry(value: value, number: entry.number)
      return
    }
    if let earlier = young.updateValue(Entry(value: value, number: count), forKey: key) {
      young[key] = Entry(value: value, number: earlier.number)
      return
    }
    count += 1
    guard young.count == limit else { return }
    old = young
    young = Dictionary(minimumCapacity: limit)
  }

  private func isRemembered(_ entry: Entry) -> Bool { entry.number >= count - limit }
}
