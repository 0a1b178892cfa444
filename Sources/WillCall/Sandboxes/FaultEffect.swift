import JSONText

/// What happens to a call instead of, or besides, what it asks for; `docs/scenarios.md` describes each effect.
public enum FaultEffect: Sendable, Hashable {
  /// It is refused with this error, such as `payment-not-accepted`, and nothing is done.
  case error(String)
  /// Secure Render refuses one ticket, counted from 1, with this error, such as `ticket.voided`.
  case ticketError(String, ticket: Int)
  /// It is done, but the connection is reset instead of the answer.
  case loseAnswer
  /// The connection fails, and nothing is done: `connection-reset`, `empty-response`, `truncated-body`, `slow-drip` or
  /// `hang`.
  case connection(String)
  /// It is done as usual, but only after this much real time, at most ten minutes.
  case delay(Duration)
  /// It is done, but its answer must be polled for.
  case poll(times: Int, waitSeconds: Int)
  /// It is answered with this status, 200 to 599, and this JSON, and nothing is done.
  case answer(status: Int, json: String)
  /// Anything that can be the `then` of a rule, as JSON.
  case json(String)

  /// Writes it as the `then` of a rule.
  func write(into then: inout JSONWriter) {
    switch self {
    case .error(let name): then.string("error", name)
    case .ticketError(let name, let ticket):
      then.string("error", name)
      then.integer("ticket", ticket)
    case .loseAnswer: then.bool("loseResponse", true)
    case .connection(let fault): then.string("fault", fault)
    case .delay(let duration): then.object("delay") { $0.double("milliseconds", duration / .milliseconds(1)) }
    case .poll(let times, let seconds):
      then.object("poll") { poll in
        poll.integer("times", times)
        poll.integer("waitSeconds", seconds)
      }
    case .answer(let status, let json):
      then.object("respond") { respond in
        respond.integer("status", status)
        respond.raw("body", Array(json.utf8))
      }
    case .json: break
    }
  }
}
