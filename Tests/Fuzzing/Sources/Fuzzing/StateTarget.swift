import BoxOffice
import CBundledData
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Sandboxes

/// Exported states, changed at some places: whatever is taken survives a hundred calls, keeps every seat in one state, and
/// is exported as something that is taken again and exported the same.
struct StateTarget: FuzzTarget {
  private static let now = Instant(secondsSinceEpoch: 1_790_000_000)
  private static let event = "0B004D43F86C478F"
  private let catalogue: Catalogue
  private let good: JSONValue

  init() {
    let files: [FixtureFile] = (0..<willcall_bundled_file_count()).map { place in
      let file = willcall_bundled_file_at(place)
      return FixtureFile(
        name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
    }.filter { $0.name.hasPrefix("events/") || $0.name.hasPrefix("orders/") }
    do {
      catalogue = try CatalogueReader.catalogue(files) { _ in nil }
      let stage = Stage(catalogue)
      // One of everything: bought, held, given up, expired, paid by a wallet's card, polled for.
      for number in 0..<60 { stage.call(UInt8(truncatingIfNeeded: number &* 7), UInt8(number)) }
      good = try JSONValue.parse(stage.sandbox.export())
    } catch {
      fatalError("the first state cannot be made: \(error)")
    }
  }

  func examine(_ input: [UInt8]) {
    let document = MutableJSON(good)
    for change in stride(from: 0, to: min(input.count, 32) - 3, by: 4) {
      let places = document.places
      let place = Int(input[change]) << 8 | Int(input[change + 1])
      places[place % places.count].change(
        input[change + 2], other: places[(place &* 31 &+ Int(input[change + 3])) % places.count])
    }
    guard let value = try? JSONValue.parse(document.text) else { return }
    let stage = Stage(catalogue)
    let before = stage.sandbox.export()
    guard (try? stage.sandbox.restore(value) { _ in nil }) != nil else {
      return expect(stage.sandbox.export() == before, "what is refused changes nothing")
    }
    stage.check()
    for number in 0..<100 {
      stage.call(input.isEmpty ? 0 : input[number % input.count] &+ UInt8(number), UInt8(number))
    }
    stage.check()
    let exported = stage.sandbox.export()
    let again = Stage(catalogue)
    do {
      try again.sandbox.restore(JSONValue.parse(exported)) { _ in nil }
    } catch {
      fatalError("its own export is refused: \(error)")
    }
    expect(again.sandbox.export() == exported, "an export is exported the same")
  }

  /// A service with one sandbox, whose clock stands still.
  private struct Stage {
    let service: PartnerService

    init(_ catalogue: Catalogue) {
      let settings = SandboxSettings(
        catalogue: catalogue, seed: 1, startTime: StateTarget.now, clockRate: 0, realTime: { StateTarget.now })
      do {
        service = try PartnerService(
          directory: SandboxDirectory(settings: settings), configuration: PartnerConfiguration())
      } catch {
        fatalError("the routes contradict themselves: \(error)")
      }
    }

    var sandbox: Sandbox { service.directory.sandbox(for: "f") }

    func check() {
      if let problem = sandbox.withState({ $0.boxOffice.inconsistency() }) {
        fatalError("broken inventory: \(problem)")
      }
    }

    /// Does one thing of many.
    func call(_ choice: UInt8, _ detail: UInt8) {
      let live = sandbox.withState(atNow: { state, now in state.boxOffice.liveCarts(at: now, limit: 1) }).carts
      let cart = live.first.map { ($0.id, "\($0.totals.grand)") }
      let path = "/partners/v1/events/\(StateTarget.event)"
      switch choice % 8 {
      case 0, 1:
        send(.post, "\(path)/cart", #"{"reserve":{"tickets":[{"id":"000000000001","quantity":\#(1 + detail % 3)}]}}"#)
      case 2, 3:
        guard let (id, due) = cart else { return }
        send(
          .put, "\(path)/cart/payment",
          #"{"cart_id":"\#(id)","payment":{"type":"BRAINTREE","amount":"\#(due)","third_party_account_id":"a","#
            + #""card":{"number":"fake-valid-visa-nonce","cin":"123"}}}"#)
      case 4:
        guard let (id, _) = cart else { return }
        send(.put, "\(path)/cart", #"{"cart_id":"\#(id)"}"#)
      case 5:
        guard let (id, _) = cart else { return }
        send(.delete, "\(path)/cart?cart_id=\(id)", "")
      case 6: _ = try? sandbox.move(.advance(.seconds(Int(detail))))
      default:
        guard let order = sandbox.withState({ $0.boxOffice.orders.last }) else { return }
        send(
          .post, "/partners/v1/orders?order_token=\(order.token)",
          #"{"device_id":"d\#(detail % 3)","device_type":"native","device_os":"ios","third_party_account_id":"a"}"#)
      }
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ body: String) {
      guard let target = try? RequestTarget(path), let key = HTTPField.Name("x-api-key") else { return }
      let response = service.respond(
        to: Request(method: method, target: target, fields: [key: "f"], body: Array(body.utf8)))
      expect(response.status.code < 500, "\(method) \(path) is answered by \(response.status.code)")
    }
  }
}
