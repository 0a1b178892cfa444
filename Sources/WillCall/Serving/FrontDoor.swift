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
    exchange.answer(
      request.target.raw.hasPrefix(BackstageService.prefix)
        ? backstage.respond(to: request) : partner.respond(to: request))
  }
}
