/// A dictionary that forgets its oldest entries beyond a limit.
///
/// Removing entries one by one is the costliest thing to ask of a hash table, so a whole half is dropped once all of it
/// is past the limit. Up to twice the limit are in memory.
struct BoundedMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    /// Its number in order of arrival, from 0.
    let number: Int
  }

  /// How many entries are remembered.
  let limit: Int
  private var young: [Key: Entry] = [:]
  private var old: [Key: Entry] = [:]
  /// How many values have ever been remembered.
  private var count = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// The remembered value.
  ///
  /// Complexity: O(1).
  subscript(_ key: Key) -> Value? { (young[key] ?? old[key]).flatMap { isRemembered($0) ? $0.value : nil } }

  /// The remembered entries, oldest first.
  ///
  /// Complexity: O(limit · log limit).
  var entries: [(key: Key, value: Value)] {
    [old, young].joined().filter { isRemembered($0.value) }.sorted { $0.value.number < $1.value.number }
      .map { ($0.key, $0.value.value) }
  }

  /// The number of ``entries``.
  ///
  /// Complexity: O(1).
  var entryCount: Int { min(count, limit) }

  /// Remembers a value, replacing any earlier one for the same key.
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
