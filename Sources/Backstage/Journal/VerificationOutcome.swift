import HTTPTypes
import HTTPWire
import JSONText
import PartnerVocabulary
import Sandboxes

/// The outcome of a verification.
struct VerificationOutcome {
  /// A request that nearly matched.
  struct NearMiss {
    let entry: JournalEntry
    let failures: [Criterion.Failure]

    /// The maximum number reported.
    static let limit = 5
  }

  let count: Int
  let times: Verification.Times
  let nearMisses: [NearMiss]

  var isAsExpected: Bool { times.allows(count) }

  /// Writes the answer.
  func write(into writer: inout JSONWriter) {
    writer.object { body in
      body.bool("ok", isAsExpected)
      body.integer("count", count)
      if isAsExpected { return }
      body.object("expected") { $0.integer(times.relation.rawValue, times.count) }
      body.array("nearMisses") { list in
        for miss in nearMisses { list.object { Self.write(miss, into: &$0) } }
      }
    }
  }

  private static func write(_ miss: NearMiss, into object: inout JSONWriter) {
    let request = miss.entry.shownRequest
    object.string("id", miss.entry.id)
    object.text("operation", miss.entry.operation?.rawValue)
    object.text("method", miss.entry.method?.rawValue)
    object.text("path", miss.entry.method == nil ? nil : request.target.raw)
    object.string("outcome", miss.entry.outcome.rawValue)
    object.status("status", miss.entry.status)
    object.array("failed") { list in
      for failure in miss.failures {
        list.object { object in
          object.string("criterion", failure.name)
          object.raw("expected", failure.expected)
          object.raw("found", failure.found)
        }
      }
    }
  }
}
