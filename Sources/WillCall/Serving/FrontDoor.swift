import Backstage
import HTTPTypes
import HTTPWire
import PartnerAPI
import SocketServer

/// Leads each request to the Partner API or to the control API.
struct FrontDoor: RequestHandling {
  let partner: PartnerService
  let backstage: BackstageService

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
    }
  }
}
