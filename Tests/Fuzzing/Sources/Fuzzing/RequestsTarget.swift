import BoxOffice
import CBundledData
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerAPI
import Sandboxes

/// The request decoders behind the route table: any body to any operation gets an answer in a known shape, an error
/// changes nothing, and every seat stays in exactly one state.
struct RequestsTarget: FuzzTarget {
  private let service: PartnerService
  private static let event = "3F005105D843DFA3"
  private static let now = Instant(secondsSinceEpoch: 1_790_000_000)

  init() {
    let files: [FixtureFile] = (0..<willcall_bundled_file_count()).map { place in
      let file = willcall_bundled_file_at(place)
      return FixtureFile(
        name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
    }.filter { $0.name.hasPrefix("events/") || $0.name.hasPrefix("orders/") }
    do {
      let catalogue = try CatalogueReader.catalogue(files) { _ in nil }
      let settings = SandboxSettings(
        catalogue: catalogue, seed: 1, startTime: Self.now, clockRate: 0, realTime: { Self.now })
      service = try PartnerService(
        directory: SandboxDirectory(settings: settings), configuration: PartnerConfiguration())
    } catch {
      fatalError("the bundled catalogue cannot be read: \(error)")
    }
  }

  /// The requests that an input can be the body of.
  private static let calls: [(HTTPRequest.Method, String)] = [
    (.post, "/partners/v1/events/\(event)/cart?apikey=f"),
    (.put, "/partners/v1/events/\(event)/cart/payment?apikey=f"),
    (.put, "/partners/v1/events/\(event)/cart/shipping?apikey=f&cart_id=x"),
    (.put, "/partners/v1/events/\(event)/cart?apikey=f"),
    (.post, "/partners/v1/orders?order_number=39-20804/PHX&apikey=f"),
    (.post, "/marketplace/v1/securerender?apikey=f"),
    (.post, "/wallet/v1/token?apikey=f"),
    (.put, "/partners/v1/refund?apikey=f"),
    (.delete, "/partners/v1/events/\(event)/cart?apikey=f&cart_id=x"),
  ]

  func examine(_ input: [UInt8]) {
    guard let choice = input.first else { return }
    let (method, path) = Self.calls[Int(choice) % Self.calls.count]
    guard let target = try? RequestTarget(path), let userField = HTTPField.Name("x-user-id") else {
      return expect(false, "a target of the table is one")
    }
    let before = holdings
    let response = service.respond(
      to: Request(
        method: method, target: target, fields: [userField: "12313131", .contentType: "application/json"],
        body: Array(input.dropFirst())))
    expect(response.status.code < 500, "no body is answered by \(response.status.code)")
    if response.status.code >= 400 {
      expect(holdings == before, "a refused request changes nothing")
    } else {
      checkInventory()
    }
    if before.carts > 64 { sandbox.reset([.state, .journal]) }
  }

  private var sandbox: Sandbox { service.directory.sandbox(for: "f") }

  private struct Holdings: Equatable, Sendable {
    var carts: Int
    var orders: Int
  }

  private var holdings: Holdings {
    sandbox.withState { Holdings(carts: $0.boxOffice.liveCartCount, orders: $0.boxOffice.orders.count) }
  }

  private func checkInventory() {
    if let problem = sandbox.withState({ $0.boxOffice.inconsistency() }) { fatalError("broken inventory: \(problem)") }
  }
}
