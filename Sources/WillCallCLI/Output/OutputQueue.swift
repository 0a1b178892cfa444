import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines on their way to a descriptor that may be a pipe nobody reads: whoever adds one never waits.
///
/// A thread is taken while there is something to write, and waits for room in everybody's stead. Lines that find no
/// room behind those that wait are dropped, see ``OutputBacklog``.
final class OutputQueue: Sendable {
  /// What a pipe that is ready takes whole: `PIPE_BUF` of Linux; others may have to be asked again.
  private static let piece = 4096

  private let descriptor: Int32
  private let queue: DispatchQueue
  // Guards what is waiting; taken for a copy at a time, never while writing.
  private let backlog = Mutex(OutputBacklog())

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    queue = DispatchQueue(label: "willcall.output.\(descriptor)")
  }

  /// Adds a line, without its end.
  func add(_ line: String) {
    if backlog.withLock({ $0.add(line) }) { queue.async { self.write() } }
  }

  /// Lets what is waiting out, for as long as somebody reads, and two seconds at most.
  func finish() {
    for _ in 0..<2000 {
      let isDone = backlog.withLock { !$0.isWriting }
      guard !isDone, hasRoom(within: 0) else { return }
      usleep(1000)
    }
  }

  private func write() {
    while true {
      let bytes = backlog.withLock { $0.take(Self.piece) }
      if bytes.isEmpty { return }
      var rest = bytes[...]
      while !rest.isEmpty, hasRoom(within: -1) {
        let count = rest.withUnsafeBytes { StandardStreams.write(descriptor, $0) }
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR, errno != EAGAIN {
          // The reader is gone, or the disk is full: there is nobody to tell.
          rest = []
        }
      }
    }
  }

  /// Whether the descriptor takes bytes now, or can take none for ever.
  private func hasRoom(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while true {
      let count = poll(&entry, 1, milliseconds)
      if count >= 0 || errno != EINTR { return count != 0 }
    }
  }
}
