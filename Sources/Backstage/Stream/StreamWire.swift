import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import PartnerVocabulary
import Sandboxes

/// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), one JSON object each.
enum StreamWire {
  /// A line that clients skip.
  static let comment = Array(": willcall\n\n".utf8)

  /// What is said first on each connection.
  struct Hello: Sendable {
    let version: String
    let seed: UInt64
    /// When the server was started, in real time.
    let started: Instant
  }

  /// The event that tells who is speaking.
  static func event(_ hello: Hello, id: String) -> [UInt8] {
    event("hello", id: id) { object in
      object.string("version", hello.version)
      // As text: to a browser, numbers from 2^53 on are not exact.
      object.string("seed", "\(hello.seed)")
      object.string("started", hello.started.rfc3339)
    }
  }

  /// The event that tells that events were missed, so that everything has to be fetched anew.
  static func gap(_ reason: String, id: String) -> [UInt8] {
    event("gap", id: id) { $0.string("reason", reason) }
  }

  private static func event(_ name: String, id: String, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(write)
    return Array("id: \(id)\nevent: \(name)\ndata: ".utf8) + writer.bytes + Array("\n\n".utf8)
  }

  /// An event as sent on the wire after its id, without secrets.
  static func event(_ happening: Happening) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 384)
    writer.object { object in
      object.string("sandbox", Sandbox.mask(happening.key))
      object.string("time", happening.time.rfc3339)
      write(happening.kind, Secrets(keys: [happening.key]), into: &object)
    }
    var bytes = Array("event: \(name(happening.kind))\ndata: ".utf8)
    bytes += writer.bytes
    bytes += Array("\n\n".utf8)
    return bytes
  }

  private static func name(_ kind: Happening.Kind) -> String {
    switch kind {
    case .request: "request"
    case .cart: "cart"
    case .order: "order"
    case .token: "token"
    case .scan: "scan"
    case .clock: "clock"
    case .fault: "fault"
    case .faults: "faults"
    case .scenarios: "scenarios"
    case .reset: "reset"
    }
  }

  private static func write(_ kind: Happening.Kind, _ secrets: Secrets, into object: inout JSONWriter) {
    switch kind {
    case .request(let entry):
      object.string("id", entry.id)
      object.text("operation", entry.operation?.rawValue)
      object.text("method", entry.method?.rawValue)
      object.text("path", entry.shownTarget?.raw)
      object.string("outcome", entry.outcome.rawValue)
      object.status("status", entry.status)
      object.decimal("milliseconds", hundredths: Int64(entry.duration / .microseconds(10)))
      object.text("scenario", entry.scenario)
      object.text("diagnosis", entry.diagnosis)
      object.string("fidelity", entry.fidelity.rawValue)
    case .cart(let change, let id, let event, let seats, let terms):
      object.string("what", change.rawValue)
      object.string("cart_id", id)
      object.string("event_id", event)
      object.array("seats") { list in
        for seat in seats { list.string(seat) }
      }
      object.decimal("grand", hundredths: terms.grand.hundredths)
      object.decimal("unpaid", hundredths: terms.unpaid.hundredths)
      object.text("expires", terms.expires?.rfc3339)
    case .order(let change, let order):
      object.string("what", change.rawValue)
      object.string("order_number", order.number)
      object.string("order_token", order.token)
      object.string("event_id", order.event.id)
    case .token(let ticket, let event, let device, let issue):
      object.string("barcode_id", ticket.barcode)
      object.string("event_id", event)
      object.string("device_id", secrets.shown(device))
      object.integer("issue", issue)
    case .scan(let scan):
      object.string("verdict", scan.verdict.rawValue)
      object.text("barcode_id", scan.sold?.ticket.barcode)
      object.text("event_id", scan.sold?.order.event.id)
      object.string("at", scan.at.rfc3339)
      object.text("gate", scan.gate)
      object.string("sentence", scan.sentence)
    case .clock(let report):
      object.string("now", report.now.rfc3339)
      object.bool("frozen", report.rate == 0)
      object.rate("rate", report.rate)
      object.integer("expiredCarts", report.expired?.total ?? 0)
      object.integer("deliverable", report.deliverableCount)
    case .fault(let label, let request, let operation):
      object.string("rule", label)
      object.string("request", request)
      object.string("operation", operation.rawValue)
    case .faults(let change, let ids):
      object.string("what", change.rawValue)
      object.array("ids") { list in
        for id in ids { list.string(id) }
      }
    case .scenarios(let names):
      object.array("active") { list in
        for name in names { list.string(name) }
      }
    case .reset(let parts):
      object.array("parts") { list in
        for part in parts { list.string(part.rawValue) }
      }
    }
  }
}
