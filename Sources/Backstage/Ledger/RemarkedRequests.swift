import Determinism
import HTTPWire
import Ledger
import Sandboxes

/// Finds the requests that a report's remarks are about, if the journals still have them.
struct RemarkedRequests: Sendable {
  // Keyed as the report shows sandboxes; keys that look the same in it are left out.
  private let journals: [String: Journal]
  // Keyed by request and sandbox: numbers start over with a new journal, so a request after its remark is another one.
  private let times: [String: Instant]
  private let base: String

  /// - Parameter base: where the service can be reached, such as `http://localhost:8490`.
  init(_ report: Report, in sandboxes: [Sandbox], base: String) {
    self.base = base
    journals = Dictionary(grouping: sandboxes, by: \.maskedKey).compactMapValues { $0.count == 1 ? $0[0].journal : nil }
    var times: [String: Instant] = [:]
    for remark in report.rules.lazy.flatMap(\.remarks) {
      guard let request = remark.request else { continue }
      times["\(request) \(remark.sandbox)"] = Instant(rfc3339: remark.time)
    }
    self.times = times
  }

  /// A request as a curl command, without secrets.
  @Sendable func curl(sandbox: String, request: String) -> String? {
    guard let number = UInt64(request.dropFirst()), let journal = journals[sandbox],
      let time = times["\(request) \(sandbox)"], let entry = journal.entry(number), entry.time <= time
    else { return nil }
    return CurlCommand.text(of: entry, base: base)
  }
}
