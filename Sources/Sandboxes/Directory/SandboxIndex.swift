/// The tokens by which requests without a key find their sandbox.
final class SandboxIndex: Sendable {
  /// The tokens of orders.
  let orders = TokenIndex()
  /// The polling tokens.
  let polls = TokenIndex()

  /// How many of a sandbox's tokens are in the index.
  struct Entered: Sendable {
    /// How many of its orders, which are never removed.
    var orders = 0
    /// How many polled answers it has had.
    var polls: UInt64 = 0
  }
}
