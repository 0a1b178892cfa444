import Determinism
import JSONText
import Sandboxes

/// Reads the body of `POST clock`: exactly one of `advance`, `set`, `freeze`, `resume`, `rate`.
enum ClockMoveReader {
  private static let names = ["advance", "set", "freeze", "resume", "rate"]

  static func read(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) -> ClockMove? {
    var move: ClockMove?
    var count = 0
    for name in names {
      guard let value = reader.member(name) else { continue }
      count += 1
      move = faults.read(try Self.move(name, value))
    }
    // A misspelt name is told anyway.
    if count > 1 || count == 0 && reader.unread.isEmpty {
      faults.note(
        reader.value.mismatch(
          expected: "exactly one of \(names.joined(separator: ", "))",
          found: count == 0 ? "none" : "\(count) of them"))
    }
    return move
  }

  private static func move(_ name: String, _ value: JSONValue) throws(JSONMismatch) -> ClockMove {
    switch name {
    case "advance": .advance(try duration(value))
    case "set": .set(try instant(value))
    case "freeze": try only(.freeze, value)
    case "resume": try only(.resume, value)
    default: .rate(try rate(value))
    }
  }

  private static func duration(_ value: JSONValue) throws(JSONMismatch) -> Duration {
    guard let duration = value.string.flatMap({ Duration(iso8601: $0) }), duration >= .zero else {
      throw value.mismatch(expected: "an ISO 8601 duration that goes forward, such as \"PT5M\"", found: value.shown)
    }
    return duration
  }

  private static func instant(_ value: JSONValue) throws(JSONMismatch) -> Instant {
    guard let instant = value.string.flatMap({ Instant(rfc3339: $0) }) else {
      throw value.mismatch(expected: "an RFC 3339 instant, such as \"2026-12-01T18:00:00Z\"", found: value.shown)
    }
    return instant
  }

  private static func only(_ move: ClockMove, _ value: JSONValue) throws(JSONMismatch) -> ClockMove {
    guard value.bool == true else { throw value.mismatch(expected: "true", found: value.shown) }
    return move
  }

  private static func rate(_ value: JSONValue) throws(JSONMismatch) -> Double {
    guard let rate = value.double, SandboxClock.rates.contains(rate) else {
      throw value.mismatch(expected: "a number from 0 to 1000000", found: value.shown)
    }
    return rate
  }
}
