import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// The target of `redemption_url`: a small page, so that a demo has something to open.
enum RedemptionHandler {
  /// `GET /redeem?token=…`.
  static func page(_ call: inout Call) throws(APIError) -> Answer {
    let token = call.query.first("token") ?? ""
    let now = call.now
    let found = call.sandbox.withState { state in
      state.boxOffice.order(.token(token)).map { order in
        (order, state.boxOffice.delivery(of: order, at: now), state.boxOffice.dates(of: order.event).start)
      }
    }
    guard let (order, delivery, start) = found else {
      throw APIError(ErrorCatalogue.orderNotFound, "No sandbox has an order with this token.")
    }
    return Answer(
      status: .ok, body: .html(RedemptionPage(order, delivery: delivery, start: start).html),
      decision: .redemptionPage)
  }
}
