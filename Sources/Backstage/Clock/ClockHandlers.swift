import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET` and `POST clock`.
enum ClockHandlers {
  /// Shows the clock.
  static func read(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandboxes = try call.sandboxes()
    return answer(sandboxes.map(\.clock), call)
  }

  /// Moves the clock and says what happened.
  static func move(_ call: inout ControlCall) throws(ControlError) -> Response {
    let move = try call.body(ClockMoveReader.read)
    let sandboxes = try call.sandboxes()
    // Move all clocks or none; only a clock that passes the instant at this very moment can still refuse.
    if case .set(let instant) = move {
      for sandbox in sandboxes where !sandbox.canSet(to: instant) {
        throw refused(.backwards(now: sandbox.now(), requested: instant))
      }
    }
    var reports: [ClockReport] = []
    for sandbox in sandboxes {
      do throws(SandboxClockError) {
        reports.append(try sandbox.move(move))
      } catch {
        throw refused(error)
      }
    }
    return answer(reports, call)
  }

  private static func refused(_ error: SandboxClockError) -> ControlError {
    switch error {
    case .backwards(let now, let requested):
      ControlError(
        .conflict, "The clock only moves forward; POST reset sets it back.", path: "/set",
        expected: "an instant not before \(now)", found: "\(requested)")
    case .rate(let rate):
      ControlError(
        .unprocessableContent, "The rate is out of bounds.", path: "/rate", expected: "a number from 0 to 1000000",
        found: "\(rate)")
    }
  }

  /// Answers with one report, or with the sum of several and the clock of the most recently used sandbox.
  private static func answer(_ reports: [ClockReport], _ call: ControlCall) -> Response {
    let expired = reports.compactMap(\.expired)
    let settings = call.directory.settings
    var writer = JSONWriter()
    writer.object { body in
      let shown = call.isForAll ? call.picked?.clock : reports.first
      body.string("now", (shown?.now ?? call.directory.timeWithoutSandbox()).rfc3339)
      body.bool("frozen", (shown?.rate ?? settings.clockRate) == 0)
      body.rate("rate", shown?.rate ?? settings.clockRate)
      body.object("expiredCarts") { object in
        object.integer("total", expired.reduce(0) { $0 + $1.total })
        object.array("carts") { list in
          for cart in expired.lazy.flatMap(\.carts).prefix(ExpiryLog.limit) {
            list.object { object in
              object.string("cart_id", cart.id)
              object.string("event_id", cart.event.id)
              object.array("seats") { seats in
                for seat in cart.seatNames { seats.string(seat) }
              }
            }
          }
        }
      }
      body.object("deliverable") { object in
        object.integer("total", reports.reduce(0) { $0 + $1.deliverableCount })
        object.array("orders") { list in
          for number in reports.lazy.flatMap(\.deliverable).prefix(ClockReport.limit) { list.string(number) }
        }
      }
      if let sandbox = call.picked { UpcomingWire.write(sandbox, into: &body) } else { body.array("next") { _ in } }
      if call.isForAll { body.integer("sandboxes", reports.count) }
    }
    return Response(json: writer.bytes)
  }
}

extension JSONWriter {
  /// Writes a rate, without decimals if it is a whole number.
  mutating func rate(_ key: String, _ rate: Double) {
    if let whole = Int64(exactly: rate) { integer(key, whole) } else { double(key, rate) }
  }
}
