import Backstage
import Dispatch
import HTTPTypes
import HTTPWire
import PartnerAPI
import SocketServer

/// Leads each request to the Partner API or to the control API.
struct FrontDoor: RequestHandling {
  let partner: PartnerService
  let backstage: BackstageService
  // For work that would hold up an event loop; one thread is enough, and none waits in it.
  private let side = DispatchQueue(label: "willcall.aside")

  init(partner: PartnerService, backstage: BackstageService) {
    self.partner = partner
    self.backstage = backstage
  }

  func handle(_ request: Request, on exchange: Exchange) {
    if request.target.raw.hasPrefix(BackstageService.prefix) {
      backstage.respond(to: request, on: ExchangeOutlet(exchange: exchange))
    } else {
      perform(partner.reply(to: request), on: exchange)
    }
  }

  private func perform(_ reply: Reply, on exchange: Exchange) {
    switch reply {
    case .now(let response, let delivery):
      exchange.answer(response, delivery: delivery)
    case .later(let delay, let next):
      exchange.after(delay) { perform(next(), on: exchange) }
    case .aside(let next):
      side.async { perform(next(), on: exchange) }
    }
  }
}
