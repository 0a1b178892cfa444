import Backstage
import Dispatch
import HTTPTypes
import HTTPWire
import PartnerAPI
import Sandboxes
import SocketServer

/// Leads each request to the Partner API or to the control API.
struct FrontDoor: RequestHandling {
  let partner: PartnerService
  let backstage: BackstageService
  private let observer: (@Sendable (RequestRecord) -> Void)?
  // For work that would hold up an event loop; one thread is enough, and none waits in it.
  private let side = DispatchQueue(label: "willcall.aside")

  init(
    partner: PartnerService, backstage: BackstageService, observer: (@Sendable (RequestRecord) -> Void)?
  ) {
    self.partner = partner
    self.backstage = backstage
    self.observer = observer
  }

  func handle(_ request: consuming Request, on exchange: Exchange) {
    if backstage.answers(request.target) {
      backstage.respond(to: request, on: ExchangeOutlet(exchange: exchange, answered: control(request)))
    } else if request.target.isRoot, let redirect = backstage.redirect(request) {
      ExchangeOutlet(exchange: exchange, answered: control(request)).answer(redirect)
    } else {
      perform(partner.reply(to: request), on: exchange)
    }
  }

  /// What is to be done with the answer to a request of the control API; `nil` if nobody watches.
  private func control(_ request: Request) -> (@Sendable (Response) -> Void)? {
    guard let observer else { return nil }
    let arrived = ContinuousClock.now
    let directory = partner.directory
    return { response in
      observer(
        RequestRecord(
          control: request, response, at: directory.timeWithoutSandbox(), duration: ContinuousClock.now - arrived))
    }
  }

  private func perform(_ reply: consuming Reply, on exchange: Exchange) {
    switch consume reply {
    case .now(let response, let delivery, let witness):
      exchange.answer(response, delivery: delivery, witness: witness)
    case .later(let delay, let next):
      exchange.after(delay) { perform(next(), on: exchange) }
    case .aside(let next):
      side.async { perform(next(), on: exchange) }
    }
  }
}
