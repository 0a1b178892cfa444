import Synchronization

/// Numbers the requests that belong to no sandbox.
final class RequestCounter: Sendable {
  private let count = Atomic<UInt64>(0)

  /// The id of the next one, such as `s3`.
  func next() -> String {
    "s\(count.wrappingAdd(1, ordering: .relaxed).newValue)"
  }
}
