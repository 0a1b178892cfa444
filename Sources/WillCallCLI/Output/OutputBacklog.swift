/// Lines that wait for an output, in a bounded space.
struct OutputBacklog {
  /// The most bytes that may wait.
  static let capacity = 256 * 1024

  private var bytes: [UInt8] = []
  private var dropped = 0
  /// Whether somebody takes pieces until there are none.
  private(set) var isWriting = false

  /// Adds a line, without its end; one that finds no room is dropped and counted, and the next that does is told so.
  ///
  /// - Returns: whether somebody has to begin to take pieces.
  mutating func add(_ line: String) -> Bool {
    guard bytes.count + line.utf8.count < Self.capacity else {
      dropped += 1
      return false
    }
    tellOfDropped()
    bytes += line.utf8
    bytes.append(UInt8(ascii: "\n"))
    defer { isWriting = true }
    return !isWriting
  }

  /// Takes what is to be written next; nothing ends the taking.
  mutating func take(_ count: Int) -> [UInt8] {
    if bytes.isEmpty { tellOfDropped() }
    let piece = Array(bytes.prefix(count))
    bytes.removeFirst(piece.count)
    isWriting = !piece.isEmpty
    return piece
  }

  private mutating func tellOfDropped() {
    guard dropped > 0 else { return }
    bytes += "willcall: dropped \(dropped) lines, because nobody read the ones before them\n".utf8
    dropped = 0
  }
}
