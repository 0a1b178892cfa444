/// Work to be done at an instant, unless it is cancelled before.
final class Alarm {
  let instant: ContinuousClock.Instant
  private var work: (() -> Void)?

  init(at instant: ContinuousClock.Instant, _ work: @escaping () -> Void) {
    self.instant = instant
    self.work = work
  }

  /// Whether the work was taken or cancelled.
  var isOver: Bool { work == nil }

  /// Hands out the work, once, and lets go of what it refers to.
  func take() -> (() -> Void)? {
    defer { work = nil }
    return work
  }
}
