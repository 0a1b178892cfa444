import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import PartnerVocabulary
import Sandboxes

/// Which entries of the journal `GET requests` lists.
struct RequestFilter {
  /// Where the list starts.
  private enum Start {
    case after(number: UInt64)
    case at(Instant)
  }

  private var operation: PartnerVocabulary.Operation?
  private var outcome: ExchangeOutcome?
  private var status: StatusPattern?
  private var limit: Int?
  private var start: Start?

  /// Reads a query.
  ///
  /// - Throws: 400 for an invalid value.
  init(_ query: Query) throws(ControlError) {
    if let text = query.first("operation") {
      guard let known = Operation(rawValue: text) else {
        throw Self.wrong(
          "operation", expected: Self.operations,
          found: text + Spelling.hint(for: text, among: Operation.allCases.map(\.rawValue)))
      }
      operation = known
    }
    if let text = query.first("outcome") {
      guard let known = ExchangeOutcome(rawValue: text) else {
        throw Self.wrong(
          "outcome", expected: Self.outcomes,
          found: text + Spelling.hint(for: text, among: ExchangeOutcome.allCases.map(\.rawValue)))
      }
      outcome = known
    }
    if let text = query.first("status") {
      guard let pattern = StatusPattern(text) else {
        throw Self.wrong("status", expected: "a status such as 400, or a class such as 4xx", found: text)
      }
      status = pattern
    }
    if let text = query.first("limit") {
      guard let number = Int(text), number >= 1 else {
        throw Self.wrong("limit", expected: "a whole number from 1", found: text)
      }
      limit = number
    }
    if let text = query.first("since") {
      if let number = Self.number(text) {
        start = .after(number: number)
      } else if let instant = Instant(rfc3339: text) {
        start = .at(instant)
      } else {
        throw Self.wrong(
          "since", expected: "an X-Willcall-Request such as r17, or an RFC 3339 instant (its + as %2B)", found: text)
      }
    }
  }

  /// The number in an id from `X-Willcall-Request`; `nil` if the text is not such an id.
  static func number(_ id: String) -> UInt64? {
    id.hasPrefix("r") || id.hasPrefix("s") ? UInt64(id.dropFirst()) : nil
  }

  /// The names of all operations, for messages.
  static var operations: String {
    "one of " + Operation.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// The names of all outcomes, for messages.
  static var outcomes: String {
    "one of " + ExchangeOutcome.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// The requested entries, oldest first: the first ones after `since`, or the last ones if there is no `since`.
  func apply(to entries: [JournalEntry]) -> [JournalEntry] {
    let matching = entries.filter { entry in
      if let operation, entry.operation != operation { return false }
      if let outcome, entry.outcome != outcome { return false }
      if let status, !(entry.status.map { status.matches($0.code) } ?? false) { return false }
      switch start {
      case .after(let number): return entry.number > number
      case .at(let instant): return entry.time >= instant
      case nil: return true
      }
    }
    guard let limit else { return matching }
    if case nil = start { return matching.suffix(limit) }
    return Array(matching.prefix(limit))
  }

  private static func wrong(_ name: String, expected: String, found: String) -> ControlError {
    ControlError(
      .badRequest, "A query parameter has an invalid value.", path: "?\(name)", expected: expected, found: found)
  }
}
