import BoxOffice
import HTTPWire
import PartnerVocabulary
import Sandboxes

/// Requests about the whole server: `GET health` and `GET metrics`.
enum ServerHandlers {
  /// Says whether the server is ready.
  static func health(_ call: inout ControlCall) throws(ControlError) -> Response {
    call.status.health(at: call.directory.timeWithoutSandbox())
  }

  /// Answers with metrics for Prometheus, which contain no keys.
  static func metrics(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandboxes = call.directory.all
    var carts = 0
    var orders = 0
    for sandbox in sandboxes {
      sandbox.settle(now: sandbox.now())
      let counts = sandbox.withState { ($0.boxOffice.liveCartCount, $0.boxOffice.orders.count) }
      carts += counts.0
      orders += counts.1
    }
    var text = MetricsText()
    text.begin("willcall_info", "The version.", .gauge)
    text.sample(["version": call.status.version], 1)
    text.begin("willcall_uptime_seconds", "Real seconds since the server started.", .gauge)
    text.sample([:], UInt64(call.status.uptimeInSeconds))
    text.begin("willcall_requests_total", "Partner API requests that were answered.", .counter)
    let lines = call.directory.tally.lines.map {
      ($0.operation?.rawValue ?? "none", $0.status.map { "\($0)" } ?? "none", $0.count)
    }
    for (operation, status, count) in lines.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      text.sample(["operation": operation, "status": status], count)
    }
    text.begin("willcall_sandboxes", "Sandboxes in memory.", .gauge)
    text.sample([:], UInt64(sandboxes.count))
    text.begin("willcall_live_carts", "Carts whose hold has not run out.", .gauge)
    text.sample([:], UInt64(carts))
    text.begin("willcall_orders", "Orders, including those that exist from the start.", .gauge)
    text.sample([:], UInt64(orders))
    return Response(contentType: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.text.utf8))
  }
}
