import JSONText
import BoxOffice
import Determinism
import EventCatalogue
import Ledger
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// What the ledger learns about a Secure Render request, gathered while its tickets are judged.
///
/// It is not copied, because it grows while the tickets are judged.
struct RenderNotes: ~Copyable {
  /// How many of the sandbox's newest orders are searched for the seat that was sent with a wrong barcode.
  private static let orderLimit = 10_000

  private var renders = RenderFacts()
  private var device: DeviceFact
  // The indices in `renders` of the tickets that were not found.
  private var missing: [Int] = []

  /// Starts the notes with the device.
  ///
  /// - Parameters:
  ///   - folded: the device's id, folded to an integer; 0 if it is missing.
  ///   - failure: what is wrong apart from the tickets, if anything.
  init(device folded: UInt64, _ failure: SecureRenderWire.Failure?) {
    device = DeviceFact(foldedID: folded, problem: failure.map(Self.words))
  }

  /// Notes anything else that has the device's id.
  mutating func look(for reading: RenderReading, in state: inout SandboxState) {
    if device.foldedID == 0 { return }
    let holder = state.holder(ofDevice: reading.envelope.deviceID.text, folded: device.foldedID)
    device.alsoNames = holder.map(DeviceFact.KnownThing.init)
  }

  /// Notes a ticket of an order.
  mutating func add(_ order: Order, _ ticket: Ticket, _ result: RenderFact.Result) {
    renders.append(RenderFact(barcode: ticket.foldedBarcode, result: result, order: order.foldedNumber))
  }

  /// Notes a ticket that is in no order, or that was not looked up.
  mutating func add(_ request: SecureRenderWire.TicketRequest, _ failure: SecureRenderWire.Failure) {
    var fact = RenderFact(barcode: request.barcode.value?.string.map { SeededSource.fold($0) } ?? 0, result: .unknown)
    switch failure {
    case .missing(let attribute), .invalid(let attribute):
      if device.problem == nil, let field = RenderFact.Field(rawValue: attribute) { fact.result = .incomplete(field) }
    case .notFound: missing.append(renders.count)
    default: break
    }
    renders.append(fact)
  }

  /// Hands everything over, after searching the account's orders for the seats of tickets that were not found.
  consuming func finish(into call: inout Call, user: String?, _ reading: RenderReading) {
    if !missing.isEmpty, let user {
      // Outside the lock: this takes time proportional to the sandbox's orders.
      let orders = call.sandbox.withState { $0.boxOffice.orders }
      let own = orders.suffix(Self.orderLimit).filter { $0.account == user }
      for place in missing {
        let request = reading.envelope.tickets[place]
        let order = own.first { order in
          order.tickets.contains { SecureRenderHandler.names(request, $0, of: order.event) }
        }
        guard let order else { continue }
        (renders[place].result, renders[place].order) = (.otherBarcode, order.foldedNumber)
      }
    }
    call.facts.device = device
    swap(&call.facts.renders, &renders)
  }

  private static func words(_ failure: SecureRenderWire.Failure) -> String {
    switch failure {
    case .missing(let attribute): "\(attribute) is missing"
    case .invalid(let attribute): "\(attribute) is not a string"
    default: failure.text
    }
  }
}
