/// Tells from the processor time of a process when it is quiet, or nearly, after some work.
struct QuietAfterWork {
  /// What a quiet process uses at most from one look to the next.
  static let quiet = Duration.milliseconds(100)
  /// Less than this is no work worth a word.
  static let work = Duration.milliseconds(50)

  private var last: Duration
  private var used = Duration.zero

  /// Begins with the processor time used so far; what came before is no work.
  init(processorTime: Duration) {
    last = processorTime
  }

  /// Whether little was used since the last look, but enough since this was told the last time.
  mutating func isReached(processorTime: Duration) -> Bool {
    let sinceLast = processorTime - last
    last = processorTime
    used += sinceLast
    guard sinceLast <= Self.quiet, used >= Self.work else { return false }
    used = .zero
    return true
  }
}
