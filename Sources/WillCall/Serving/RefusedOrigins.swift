import Logging
import Synchronization

/// Logs pages whose origin is not allowed: each origin once, and only the first few.
final class RefusedOrigins: Sendable {
  private static let limit = 20

  // Guards the origins that were told; event loops meet them at once.
  private let told = Mutex<Set<String>>([])
  private let logger: Logger

  init(logger: Logger) {
    self.logger = logger
  }

  /// Logs a request of a page.
  func note(_ origin: String) {
    let isNew = told.withLock { $0.count < Self.limit && $0.insert(origin).inserted }
    guard isNew else { return }
    logger.warning(
      "a page from origin \(origin) called, but its browser blocks the answers; allow it with --cors \(origin)")
  }
}
