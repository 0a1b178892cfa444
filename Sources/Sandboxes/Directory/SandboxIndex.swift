/// The tokens with which requests without a key find their sandbox.
final class SandboxIndex: Sendable {
  /// Tokens of orders.
  let orders = TokenIndex()
  /// Tokens to poll with.
  let polls = TokenIndex()

  /// How many of a sandbox's tokens have been entered.
  struct Entered: Sendable {
    /// How many of its orders, which are only ever added.
    var orders = 0
    /// How many answers to poll for it has had.
    var polls: UInt64 = 0
  }
}
