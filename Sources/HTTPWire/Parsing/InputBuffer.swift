/// The bytes received but not yet taken; the search for line ends never starts over.
struct InputBuffer: Sendable {
  /// How much capacity an idle connection may keep for its next request; anything beyond is released.
  private static let keptCapacity = 16 * 1024

  private var bytes: [UInt8] = []

  /// Where the bytes not yet taken start.
  private var start = 0

  /// The position before which there is no line feed.
  private var searched = 0

  var count: Int { bytes.count - start }

  var isEmpty: Bool { start == bytes.count }

  var first: UInt8? { isEmpty ? nil : bytes[start] }

  /// Appends bytes, and drops those taken once they make up at least half: each byte is moved once on average.
  mutating func append(_ new: UnsafeBufferPointer<UInt8>) {
    if start > 0, start * 2 >= bytes.count {
      if isEmpty {
        bytes.removeAll(keepingCapacity: bytes.capacity <= Self.keptCapacity)
      } else {
        bytes.removeFirst(start)
      }
      searched -= start
      start = 0
    }
    bytes.append(contentsOf: new)
  }

  /// Takes these bytes if they are the first of what has not been taken; returns whether they are.
  mutating func take(_ known: [UInt8]) -> Bool {
    guard count >= known.count else { return false }
    let isSame = bytes.withUnsafeBufferPointer { bytes in
      known.withUnsafeBufferPointer { known in
        UnsafeBufferPointer(rebasing: bytes[start..<start + known.count]).hasSameBytes(as: known)
      }
    }
    if isSame { drop(known.count) }
    return isSame
  }

  /// Takes so many bytes, which have arrived, without looking at them.
  mutating func drop(_ length: Int) {
    start += length
    searched = max(searched, start)
  }

  /// Whether nothing has been searched of what has not been taken.
  var isUnsearched: Bool { searched <= start }

  /// Runs `body` on what has not been taken.
  func withRest<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  /// Where the next byte to be taken is, until ``append(_:)``.
  var position: Int { start }

  /// The bytes taken since a position.
  func taken(since position: Int) -> [UInt8] { Array(bytes[position..<start]) }

  /// Takes one line and returns its range without the CRLF, valid until ``append(_:)``; nil if it is incomplete.
  mutating func takeLine(limit: Int, tooLong: RequestFault) throws(RequestFault) -> Range<Int>? {
    guard let lineFeed = indexOfLineFeed() else {
      searched = bytes.count
      // One byte over the limit may be the carriage return that ends the line.
      guard count <= limit + 1 else { throw tooLong }
      return nil
    }
    let endsInCRLF = lineFeed > start && bytes[lineFeed - 1] == .carriageReturn
    let line = start..<(endsInCRLF ? lineFeed - 1 : lineFeed)
    guard line.count <= limit else { throw tooLong }
    guard endsInCRLF else { throw .bareLineFeed }
    start = lineFeed + 1
    searched = start
    return line
  }

  /// Takes one line of a header or trailer section within the limits, and counts it.
  mutating func takeFieldLine(
    limits: Limits, count: inout Int, bytes: inout Int
  ) throws(RequestFault) -> Range<Int>? {
    let limit = max(0, limits.headerBytes - bytes - 2)
    guard let line = try takeLine(limit: limit, tooLong: .fieldsTooLarge(limit: limits.headerBytes)) else { return nil }
    guard !line.isEmpty else { return line }
    count += 1
    bytes += line.count + 2
    guard count <= limits.headers else { throw .tooManyFields(limit: limits.headers) }
    return line
  }

  /// Moves at most `limit` bytes to the end of `output`, and returns how many were moved.
  mutating func take(upTo limit: Int, into output: inout [UInt8]) -> Int {
    let taken = min(limit, count)
    if taken > 0 {
      output.append(contentsOf: bytes[start..<start + taken])
      start += taken
      searched = max(searched, start)
    }
    return taken
  }

  /// Drops the first byte.
  mutating func dropFirst() {
    guard !isEmpty else { return }
    start += 1
    searched = max(searched, start)
  }

  /// Runs `body` on the bytes of a line that was taken.
  func withBytes<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { all throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  private func indexOfLineFeed() -> Int? {
    bytes.withUnsafeBufferPointer { $0.firstPlace(of: .lineFeed, from: searched) }
  }
}
