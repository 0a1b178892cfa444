extension TapeParser {
  /// Up to this many members, every name is compared with every other; beyond, the names are sorted.
  private static let pairwiseLimit = 16

  /// Fails if the innermost container, an object about to be closed, has two members of the same name.
  mutating func rejectDuplicates() throws(Halt) {
    let members = entries[container].count
    guard members > 1 else { return }
    // A 64-bit set first: in most objects no two names share a bit, so this is enough.
    var seen: UInt64 = 0
    var isSuspect = false
    var isEscaped = false
    var key = container + 1
    for _ in 0..<members {
      let bit: UInt64 = 1 << UInt64((entries[key].next &* 0x9E37_79B1) >> 26)
      isSuspect = isSuspect || seen & bit != 0
      isEscaped = isEscaped || entries[key].isEscaped
      seen |= bit
      key = entries[key + 1].following
    }
    guard isSuspect || isEscaped else { return }
    guard
      let duplicate = isEscaped
        ? duplicateDecoded() : members <= Self.pairwiseLimit ? duplicatePair() : duplicateSorted()
    else { return }
    failure = .duplicate(key: duplicate)
    throw Halt()
  }

  private var keys: [Int] {
    var keys: [Int] = []
    keys.reserveCapacity(entries[container].count)
    var key = container + 1
    while key < entryCount {
      keys.append(key)
      key = entries[key + 1].following
    }
    return keys
  }

  /// Compares every name, as written, with those before it.
  private func duplicatePair() -> Int? {
    var later = entries[container + 2].following
    while later < entryCount {
      var earlier = container + 1
      while earlier < later {
        if entries[earlier].next == entries[later].next, order(earlier, later) == 0 { return later }
        earlier = entries[earlier + 1].following
      }
      later = entries[later + 1].following
    }
    return nil
  }

  /// Sorts the names as written: a long object costs at most its bytes times the logarithm of its members.
  private func duplicateSorted() -> Int? {
    let sorted = keys.sorted { first, second in
      let difference = order(first, second)
      return difference < 0 || (difference == 0 && first < second)
    }
    return zip(sorted, sorted.dropFirst()).lazy.filter { order($0, $1) == 0 }.map(\.1).min()
  }

  /// Sorts the names with their escapes resolved.
  private func duplicateDecoded() -> Int? {
    let names = keys.map { key in
      let start = entries[key].start + 1
      let written = UnsafeBufferPointer(start: bytes + start, count: entries[key].stop - 1 - start)
      return (key: key, text: entries[key].isEscaped ? EscapedText.decode(written) : Array(written))
    }
    let sorted = names.sorted { first, second in
      first.text == second.text ? first.key < second.key : first.text.lexicographicallyPrecedes(second.text)
    }
    return zip(sorted, sorted.dropFirst()).lazy.filter { $0.text == $1.text }.map(\.1.key).min()
  }

  /// Negative, zero or positive if the first name is less than, equal to or greater than the second: by signature, then
  /// length, then bytes.
  private func order(_ first: Int, _ second: Int) -> Int {
    let (a, b) = (entries[first], entries[second])
    if a.next != b.next { return a.next < b.next ? -1 : 1 }
    let length = a.stop - a.start
    if length != b.stop - b.start { return length - (b.stop - b.start) }
    for place in 0..<length where bytes[a.start + place] != bytes[b.start + place] {
      return Int(bytes[a.start + place]) - Int(bytes[b.start + place])
    }
    return 0
  }
}
