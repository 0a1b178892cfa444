import JSONText
import BoxOffice
import EventCatalogue
import Ledger
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// What the ledger learns about a Secure Render request, gathered while its tickets are judged.
struct RenderNotes: Sendable {
  /// How many of the sandbox's newest orders are looked through for a seat that a wrong barcode came with.
  private static let orderLimit = 10_000

  private var renders: [RenderFact] = []
  private var device: DeviceFact
  private let folded: UInt64
  // The places in `renders` of those that were not found.
  private var missing: [Int] = []

  /// Begins with the device.
  ///
  /// - Parameters:
  ///   - id: its id, empty if it is missing.
  ///   - folded: the id, folded.
  ///   - failure: what is wrong beside the tickets, if anything.
  init(device id: String, folded: UInt64, _ failure: SecureRenderWire.Failure?, tickets count: Int) {
    self.folded = folded
    renders.reserveCapacity(count)
    device = DeviceFact(id: id.isEmpty ? nil : id, foldedID: folded, problem: failure.map(Self.words))
  }

  /// Notes what else has the device's id.
  mutating func look(in state: inout SandboxState) {
    guard let id = device.id else { return }
    device.alsoNames = state.holder(ofDevice: id, folded: folded).map(DeviceFact.KnownThing.init)
  }

  /// Notes a ticket of an order.
  mutating func add(_ order: Order, _ ticket: Ticket, _ result: RenderFact.Result) {
    renders.append(
      RenderFact(barcode: ticket.barcode, result: result, orderNumber: order.number, orderAccount: order.account))
  }

  /// Notes a ticket that no order has, or that was not looked for.
  mutating func add(_ request: SecureRenderWire.TicketRequest, _ failure: SecureRenderWire.Failure) {
    var fact = RenderFact(barcode: request.barcode.value?.string, result: .unknown)
    switch failure {
    case .missing(let attribute), .invalid(let attribute):
      if device.problem == nil { fact.result = .incomplete(field: attribute) }
    case .notFound: missing.append(renders.count)
    default: break
    }
    renders.append(fact)
  }

  /// Hands everything over; first the seats of tickets that were not found are looked for in the account's orders.
  mutating func finish(into call: inout Call, user: String?, _ envelope: SecureRenderWire.Envelope) {
    if !missing.isEmpty, let user {
      // Outside the lock: this is as long as the sandbox has orders.
      let orders = call.sandbox.withState { $0.boxOffice.orders }
      let own = orders.suffix(Self.orderLimit).filter { $0.account == user }
      for place in missing {
        let request = envelope.tickets[place]
        let order = own.first { order in
          order.tickets.contains { SecureRenderHandler.names(request, $0, of: order.event) }
        }
        guard let order else { continue }
        (renders[place].result, renders[place].orderAccount) = (.otherBarcode, user)
        renders[place].orderNumber = order.number
      }
    }
    call.facts.device = device
    call.facts.renders = renders
  }

  private static func words(_ failure: SecureRenderWire.Failure) -> String {
    switch failure {
    case .missing(let attribute): "\(attribute) is missing"
    case .invalid(let attribute): "\(attribute) is not a string"
    default: failure.text
    }
  }
}
