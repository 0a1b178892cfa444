extension UnsafeBufferPointer<UInt8> {
  /// Whether another buffer holds the same bytes: whole words at a time, of which the last two may overlap.
  @inline(__always)
  func matches(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    if count >= 8 { return matches(other, by: UInt64.self) }
    if count >= 4 { return matches(other, by: UInt32.self) }
    for place in 0..<count where self[place] != other[place] { return false }
    return true
  }

  /// The same, by words of a type that is not longer than the buffers.
  @inline(__always)
  private func matches<Word: FixedWidthInteger>(_ other: UnsafeBufferPointer<UInt8>, by word: Word.Type) -> Bool {
    let (one, two) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    func isSame(at place: Int) -> Bool {
      one.loadUnaligned(fromByteOffset: place, as: word) == two.loadUnaligned(fromByteOffset: place, as: word)
    }
    let last = count - Word.bitWidth / 8
    var place = 0
    while place < last {
      if !isSame(at: place) { return false }
      place += Word.bitWidth / 8
    }
    return isSame(at: last)
  }
}
