import CWork

/// Work that was done, counted and not timed: the same for the same request on every machine.
struct Work {
  /// Comparisons and the like in our own code.
  var steps: UInt64
  /// Bytes asked of the allocator.
  var allocated: UInt64
  /// Bytes copied, moved or compared in blocks, the standard library's included.
  var moved: UInt64

  /// How often as much is allowed for twice the length: two, and room for constants and logarithms.
  static let limit = 2.5

  /// What a closure does.
  static func of(_ body: () -> Void) -> Work {
    let before = willcall_work_done()
    body()
    let after = willcall_work_done()
    return Work(
      steps: after.steps - before.steps, allocated: after.allocated - before.allocated,
      moved: after.moved - before.moved)
  }

  /// What has grown too much since a request of half the length; `nil` if nothing has.
  ///
  /// Less than what a thousandth of a second does is not looked at.
  func excess(over half: Work) -> String? {
    for (name, small, large, least) in [
      ("steps", half.steps, steps, 200_000), ("bytes allocated", half.allocated, allocated, 4_000_000),
      ("bytes moved", half.moved, moved, 8_000_000),
    ] where large > least && Double(large) > Self.limit * Double(small) {
      let factor = (Double(large) / Double(max(1, small)) * 100).rounded() / 100
      return "\(small) \(name) became \(large), \(factor) times as many"
    }
    return nil
  }
}
