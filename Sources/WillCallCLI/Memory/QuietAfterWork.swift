/// Tells from a process's processor time when it has become quiet, or nearly so, after some work.
struct QuietAfterWork {
  /// The most processor time that a quiet process uses between two checks.
  static let quiet = Duration.milliseconds(100)
  /// Anything less than this does not count as work.
  static let work = Duration.milliseconds(50)

  private var last: Duration
  private var used = Duration.zero

  /// Starts with the processor time used so far, which does not count as work.
  init(processorTime: Duration) {
    last = processorTime
  }

  /// Whether little was used since the last check, but enough since this last returned true.
  mutating func isReached(processorTime: Duration) -> Bool {
    let sinceLast = processorTime - last
    last = processorTime
    used += sinceLast
    guard sinceLast <= Self.quiet, used >= Self.work else { return false }
    used = .zero
    return true
  }
}
