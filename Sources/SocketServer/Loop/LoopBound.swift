/// A value that belongs to one event loop, held by other threads.
///
/// The value need not be `Sendable` and may be used only on its loop.
// Unchecked, because the compiler cannot see what `value` asserts: the holder is on the loop. The reference itself may
// be kept and released anywhere.
struct LoopBound<Value>: @unchecked Sendable {
  private let unchecked: Value

  let poller: any Poller

  init(_ value: Value, on poller: any Poller) {
    unchecked = value
    self.poller = poller
  }

  /// The value, for code on the loop.
  var value: Value {
    assert(poller.isCurrent, "used off its event loop")
    return unchecked
  }

  /// Runs `body` on the loop, later.
  func enqueue(_ body: @escaping @Sendable (Value) -> Void) {
    poller.enqueue { body(value) }
  }
}
