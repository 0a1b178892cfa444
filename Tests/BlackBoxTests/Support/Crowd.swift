import Dispatch
import Foundation
import Synchronization

/// Threads that all do the same at once.
enum Crowd {
  /// Runs work on so many threads and waits for all; what each returned, in their order.
  ///
  /// - Throws: the first error of a thread, or ``TestFailure`` if the time is up.
  static func run<Value: Sendable>(
    _ count: Int, seconds: Double = 60, _ work: @escaping @Sendable (_ number: Int) throws -> Value
  ) throws -> [Value] {
    // Guards the results, one place a thread.
    let results = Results<Value>(count)
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      Thread.detachNewThread {
        let result = Result { try work(number) }
        results.places.withLock { $0[number] = result }
        group.leave()
      }
    }
    guard group.wait(timeout: .now() + seconds) == .success else {
      throw TestFailure("\(count) threads did not finish in \(seconds) s")
    }
    return try results.places.withLock { $0 }.map { result in
      guard let result else { throw TestFailure("a thread has no result") }
      return try result.get()
    }
  }

  private final class Results<Value: Sendable>: Sendable {
    let places: Mutex<[Result<Value, any Error>?]>

    init(_ count: Int) {
      places = Mutex(Array(repeating: nil, count: count))
    }
  }
}
