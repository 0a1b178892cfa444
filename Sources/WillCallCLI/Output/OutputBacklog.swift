/// A bounded buffer of lines that wait for an output.
struct OutputBacklog {
  /// The maximum number of waiting bytes.
  static let capacity = 256 * 1024

  private var bytes: [UInt8] = []
  private var dropped = 0
  /// Whether somebody is already taking pieces until none are left.
  private(set) var isWriting = false

  /// Adds a line, without its line end.
  ///
  /// A line that does not fit is dropped and counted; a notice comes before the next line that fits.
  ///
  /// - Returns: whether the caller has to start taking pieces.
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

  /// Takes what is to be written next; once the result is empty, nobody is taking pieces any more.
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
