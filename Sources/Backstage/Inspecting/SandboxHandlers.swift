import BoxOffice
import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes
import Scenarios

/// `GET sandboxes`.
enum SandboxHandlers {
  /// The maximum number of sandboxes listed.
  private static let limit = 1_000

  /// Lists all sandboxes by key, and what each contains.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandboxes = call.directory.all.sorted { $0.key < $1.key }
    var writer = JSONWriter(reservingCapacity: 256 + min(sandboxes.count, limit) * 384)
    writer.object { body in
      body.integer("total", sandboxes.count)
      body.array("sandboxes") { list in
        for sandbox in sandboxes.prefix(limit) { write(sandbox, into: &list) }
      }
    }
    return Response(json: writer.bytes)
  }

  private static func write(_ sandbox: Sandbox, into list: inout JSONWriter) {
    let (office, engine, rate, now) = sandbox.withState { (state, now) in
      (state.boxOffice, state.engine, state.clock.rate, now)
    }
    list.object { object in
      object.string("key", sandbox.maskedKey)
      object.object("created") { write(sandbox.created, into: &$0) }
      if let used = sandbox.lastUse {
        object.object("lastUsed") { write(used, into: &$0) }
      } else {
        object.text("lastUsed", nil)
      }
      object.string("now", now.rfc3339)
      object.bool("frozen", rate == 0)
      object.rate("rate", rate)
      object.integer("requests", Int(clamping: sandbox.requestCount))
      object.integer("carts", office.liveCarts(at: now, limit: 0).total)
      object.integer("orders", office.placedOrderCount)
      object.array("scenarios") { names in
        for scenario in engine.server + engine.sandbox { names.string(scenario.name) }
      }
      object.integer("faults", engine.faults.count)
    }
  }

  private static func write(_ moment: Sandbox.Moment, into object: inout JSONWriter) {
    object.string("sandbox", moment.sandbox.rfc3339)
    object.string("real", moment.real.rfc3339)
  }
}
