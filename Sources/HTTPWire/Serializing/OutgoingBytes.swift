/// Bytes to be sent to a client, in pieces: small ones are joined, large ones are kept as they are.
///
/// A large answer that many clients read slowly is therefore in memory only once, if all of them were given the same
/// array.
public struct OutgoingBytes: Sendable {
  /// Pieces of at least this many bytes are not copied to join others.
  public static let largePiece = 16 * 1024

  // Most answers are one small piece, so no array of pieces is allocated for them.
  private var first: [UInt8] = []
  private var others: [[UInt8]] = []
  private var lastIsLarge = false

  /// The total number of bytes in all pieces.
  public private(set) var count = 0

  /// Creates an empty list.
  public init() {}

  /// Whether there is nothing to send.
  public var isEmpty: Bool { count == 0 }

  /// Whether there are more pieces than ``firstPiece``.
  public var hasSeveralPieces: Bool { !others.isEmpty }

  /// The piece to be sent first; empty if there is nothing to send.
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

  /// Removes and returns the first piece; `nil` if there is nothing to send.
  public mutating func popFirst() -> [UInt8]? {
    if isEmpty { return nil }
    let piece = first
    first = others.isEmpty ? [] : others.removeFirst()
    count -= piece.count
    return piece
  }
}
