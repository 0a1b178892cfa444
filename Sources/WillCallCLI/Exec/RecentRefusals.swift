import Synchronization
import WillCall

/// The most recent refused requests, to help explain why a command failed.
final class RecentRefusals: Sendable {
  private struct State {
    var count = 0
    var last: [RequestRecord] = []
  }

  private static let capacity = 20

  // Guards the records; held only for a moment by the threads that answer.
  private let state = Mutex(State())

  /// Remembers a record if its status is an error.
  func note(_ record: RequestRecord) {
    guard let status = record.status, status >= 400 else { return }
    state.withLock { state in
      state.count += 1
      state.last.append(record)
      if state.last.count > Self.capacity { state.last.removeFirst() }
    }
  }

  /// A heading and one line per request; empty if none was refused.
  var report: [String] {
    let (count, last) = state.withLock { ($0.count, $0.last) }
    guard count > 0 else { return [] }
    let what = count == 1 ? "1 request was refused" : "\(count) requests were refused"
    let heading = count > last.count ? "\(what); the last \(last.count):" : "\(what):"
    let line = RequestLine(isAligned: true, isStyled: StandardStreams.errorIsStyled)
    return ["willcall: \(heading)"] + last.map { "  " + line.text($0) }
  }
}
