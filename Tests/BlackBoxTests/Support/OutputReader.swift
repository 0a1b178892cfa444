import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Collects what a process writes, on a thread of its own, so that the process never waits for a full pipe.
final class OutputReader: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var isAtEnd = false
  }

  // Guards what has been read; taken for an instant by the thread and by those who look.
  private let state = Mutex(State())
  private let changed = DispatchSemaphore(value: 0)

  /// Starts to read; the thread ends when everybody who could write has closed.
  init(_ handle: FileHandle) {
    let thread = Thread { [self] in
      var buffer = [UInt8](repeating: 0, count: 64 * 1024)
      while true {
        let count = read(handle.fileDescriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        state.withLock { state in
          if count > 0 { state.bytes += buffer[..<count] } else { state.isAtEnd = true }
        }
        changed.signal()
        if count <= 0 { return }
      }
    }
    thread.start()
  }

  /// What has been read so far.
  var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

  /// Waits until the text is as wanted; `false` if it ends before, or the time is up.
  func wait(until deadline: DispatchTime, for isEnough: (String) -> Bool) -> Bool {
    while true {
      if isEnough(text) { return true }
      if state.withLock({ $0.isAtEnd }) { return isEnough(text) }
      if changed.wait(timeout: deadline) == .timedOut { return isEnough(text) }
    }
  }

  /// Waits until there is nothing more to read; `false` if the time is up before.
  func waitForEnd(until deadline: DispatchTime) -> Bool {
    while !state.withLock({ $0.isAtEnd }) {
      if changed.wait(timeout: deadline) == .timedOut { return state.withLock { $0.isAtEnd } }
    }
    return true
  }
}
