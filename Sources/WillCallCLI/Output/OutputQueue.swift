import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A queue of lines for a descriptor that may be a pipe nobody reads: adding a line never blocks.
///
/// While there is something to write, a thread writes it and does the waiting for room. Lines that do not fit into the
/// backlog are dropped; see ``OutputBacklog``.
final class OutputQueue: Sendable {
  /// What a ready pipe accepts in one piece: `PIPE_BUF` on Linux; other systems may need several writes.
  private static let piece = 4096

  private let descriptor: Int32
  private let queue: DispatchQueue
  // Guards what is waiting; held only to copy, never while writing.
  private let backlog = Mutex(OutputBacklog())

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    queue = DispatchQueue(label: "willcall.output.\(descriptor)")
  }

  /// Adds a line, without its line end.
  func add(_ line: String) {
    if backlog.withLock({ $0.add(line) }) { queue.async { self.write() } }
  }

  /// Writes what is waiting for as long as somebody reads it, but for at most two seconds.
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
          // The reader is gone or the disk is full, so there is nobody to tell.
          rest = []
        }
      }
    }
  }

  /// Whether the descriptor accepts bytes now, or never will again.
  private func hasRoom(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while true {
      let count = poll(&entry, 1, milliseconds)
      if count >= 0 || errno != EINTR { return count != 0 }
    }
  }
}
