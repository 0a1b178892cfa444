import Determinism
import JSONText
import Sandboxes

/// Reads the body of `POST clock`: exactly one of `advance`, `set`, `freeze`, `resume`, `rate`.
enum ClockMoveReader {
  static func read(_ reader: inout JSONObjectReader) throws(JSONMismatch) -> ClockMove {
    var moves: [ClockMove] = []
    if let value = reader.member("advance") { moves.append(.advance(try duration(value))) }
    if let value = reader.member("set") { moves.append(.set(try instant(value))) }
    if let value = reader.member("freeze") { moves.append(try only(.freeze, value)) }
    if let value = reader.member("resume") { moves.append(try only(.resume, value)) }
    if let value = reader.member("rate") { moves.append(.rate(try rate(value))) }
    try reader.rejectUnread()
    guard moves.count == 1 else {
      throw reader.value.mismatch(
        expected: "exactly one of advance, set, freeze, resume, rate",
        found: moves.isEmpty ? "none" : "\(moves.count) of them")
    }
    return moves[0]
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
