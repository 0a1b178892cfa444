/// One endpoint and verb of the Partner API, under the name used by scenarios, the journal and tests.
public enum Operation: String, Sendable, BitwiseCopyable, CaseIterable {
  /// `GET /events`.
  case eventsList = "events.list"
  /// `GET /events/{event_code}/{event_host}/id`.
  case eventsID = "events.id"
  /// `GET /events/{event_id}`.
  case eventDetails = "event.details"
  /// `GET /tracking`.
  case tracking
  /// `GET /captcha`.
  case captcha
  /// `GET /events/{event_id}/availability`.
  case availability
  /// `POST /events/{event_id}/cart`.
  case cartReserve = "cart.reserve"
  /// `GET /events/{event_id}/cart/shipping`.
  case cartShippingList = "cart.shipping.list"
  /// `PUT /events/{event_id}/cart/shipping`.
  case cartShippingSet = "cart.shipping.set"
  /// `PUT /events/{event_id}/cart/payment`.
  case cartPayment = "cart.payment"
  /// `PUT /events/{event_id}/cart`.
  case cartCommit = "cart.commit"
  /// `DELETE /events/{event_id}/cart`.
  case cartDelete = "cart.delete"
  /// `GET /certificate`.
  case certificate
  /// `POST /wallet/v1/token`.
  case walletToken = "wallet.token"
  /// `GET /member/billing`.
  case memberBillingList = "member.billing.list"
  /// `POST /member/billing`.
  case memberBillingAdd = "member.billing.add"
  /// `POST /orders` with a device block.
  case ordersOpen = "orders.open"
  /// `GET /orders`.
  case ordersGet = "orders.get"
  /// `GET /orders/unredeemed`.
  case ordersUnredeemed = "orders.unredeemed"
  /// `GET /status`.
  case ordersStatus = "orders.status"
  /// `GET /claim-link`.
  case claimLink = "claim-link"
  /// `POST /refund`.
  case refund
  /// `PUT /refund`.
  case refundBatch = "refund.batch"
  /// `GET /refund/{id}`.
  case refundStatus = "refund.status"
  /// `GET /safetix/configuration/v1/config`.
  case safeTixConfig = "safetix.config"
  /// `POST /marketplace/v1/securerender`.
  case secureRender = "securerender"
  /// `GET /polling-status`.
  case polling
  /// `GET /redeem`, the target of `redemption_url`.
  case redemption
}
