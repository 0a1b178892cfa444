/// Bytes on their way to a client, in pieces: small ones are put together, a large one stays what it is.
///
/// So a large answer that many clients take slowly is in memory once, if whoever made it gave all of them the same.
public struct OutgoingBytes: Sendable {
  /// From this many bytes on a piece is not copied to stand behind others.
  public static let largePiece = 16 * 1024

  // Most answers are one small piece, for which no list is allocated.
  private var first: [UInt8] = []
  private var others: [[UInt8]] = []
  private var lastIsLarge = false

  /// How many bytes all pieces have.
  public private(set) var count = 0

  /// Nothing to send.
  public init() {}

  /// Whether there is nothing to send.
  public var isEmpty: Bool { count == 0 }

  /// Whether there is more than ``firstPiece``.
  public var hasSeveralPieces: Bool { !others.isEmpty }

  /// What goes out first; empty if there is nothing to send.
  public var firstPiece: [UInt8] { first }

  /// Adds bytes at the end.
  public mutating func append(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    let isLarge = bytes.count >= Self.largePiece
    if first.isEmpty {
      first = bytes
    } else if isLarge || lastIsLarge {
      others.append(bytes)
    } else if others.isEmpty {
      first.append(contentsOf: bytes)
    } else {
      others[others.count - 1].append(contentsOf: bytes)
    }
    lastIsLarge = isLarge
    count += bytes.count
  }

  /// Takes the first piece off; `nil` if there is nothing to send.
  public mutating func popFirst() -> [UInt8]? {
    if isEmpty { return nil }
    let piece = first
    first = others.isEmpty ? [] : others.removeFirst()
    count -= piece.count
    return piece
  }
}
