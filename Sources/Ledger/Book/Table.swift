import Determinism

/// A value that a table can hold and export.
protocol Row: Sendable {
  /// The value as numbers.
  var words: [Int64] { get }
  /// Makes the value from numbers; nil if they do not describe one.
  init?(words: ArraySlice<Int64>)
}

/// A small table keyed by folded names, oldest first; the oldest entries make room for new ones.
///
/// An empty table allocates no memory.
struct Table<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let key: UInt64
    var value: Value
  }

  private var entries: [Entry] = []

  /// The maximum number of entries in a table.
  static var limit: Int { 256 }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }
  var values: some Sequence<Value> { entries.lazy.map(\.value) }

  private func place(of key: UInt64) -> Int? {
    entries.firstIndex { $0.key == key }
  }

  /// The value for a key; set nil to remove it.
  subscript(_ key: UInt64) -> Value? {
    get { place(of: key).map { entries[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil):
        entries.remove(at: place)
        if entries.isEmpty { entries = [] }
      case (nil, let value?):
        // Remove several at once, so that a full table is not shifted for each new entry.
        if entries.count == Self.limit { entries.removeFirst(Self.limit / 8) }
        entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Whether there is a value for a key that satisfies a condition.
  func contains(_ key: UInt64, where condition: (Value) -> Bool) -> Bool {
    place(of: key).map { condition(entries[$0].value) } ?? false
  }

  /// Changes the value of a key in place; whether there is one.
  @discardableResult
  mutating func change(_ key: UInt64, _ change: (inout Value) -> Void) -> Bool {
    guard let place = place(of: key) else { return false }
    change(&entries[place].value)
    return true
  }

  /// Changes every value.
  mutating func updateAll(_ change: (inout Value) -> Void) {
    for place in entries.indices { change(&entries[place].value) }
  }

  /// Removes and returns the values that satisfy a condition.
  mutating func take(where condition: (Value) -> Bool) -> [Value] {
    guard entries.contains(where: { condition($0.value) }) else { return [] }
    let taken = entries.filter { condition($0.value) }.map(\.value)
    entries.removeAll { condition($0.value) }
    if entries.isEmpty { entries = [] }
    return taken
  }
}

extension Table where Value: Row {
  var rows: [[Int64]] { entries.map { [Int64(bitPattern: $0.key)] + $0.value.words } }

  mutating func restore(_ rows: [[Int64]]) {
    entries = []
    for row in rows.prefix(Self.limit) {
      guard let key = row.first, let value = Value(words: row.dropFirst()) else { continue }
      self[UInt64(bitPattern: key)] = value
    }
  }
}

/// A name, folded for use as a key in tables.
func folded(_ text: String) -> UInt64 { SeededSource.fold(text) }
