import Determinism

/// Work to be done at an instant, unless it is cancelled first.
final class Alarm {
  let instant: RealInstant
  private var work: (() -> Void)?

  init(at instant: RealInstant, _ work: @escaping () -> Void) {
    self.instant = instant
    self.work = work
  }

  /// Whether the work has been taken or cancelled.
  var isOver: Bool { work == nil }

  /// Returns the work, once, and releases what it refers to.
  func take() -> (() -> Void)? {
    defer { work = nil }
    return work
  }
}
