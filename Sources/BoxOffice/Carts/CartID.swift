import Determinism

/// A cart's id with a digest of it, so that a look-up among 100,000 carts need not compare other carts' texts.
struct CartID: Hashable, Sendable {
  /// The id that clients use.
  let text: String
  private let digest: UInt64

  init(_ text: String) {
    self.text = text
    digest = SeededSource.fold(text)
  }

  static func == (left: CartID, right: CartID) -> Bool { left.digest == right.digest && left.text == right.text }

  func hash(into hasher: inout Hasher) {
    hasher.combine(digest)
  }
}
