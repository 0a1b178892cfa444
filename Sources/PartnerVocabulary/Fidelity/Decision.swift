/// A behaviour that the documents do not plainly state, with its fidelity label.
///
/// Answers that rest on a decision name it in `X-Willcall-Fidelity`.
public struct Decision: Sendable, Hashable {
  /// The operation and the point decided, such as `cart.payment/amount`: the anchor that answers print.
  public let anchor: String
  /// How well the documents support it.
  public let fidelity: Fidelity
  /// What was decided, in one sentence.
  public let sentence: String

  init(_ anchor: String, _ fidelity: Fidelity, _ sentence: String) {
    self.anchor = anchor
    self.fidelity = fidelity
    self.sentence = sentence
  }
}

extension Decision {
  package static let ordersGet = Decision(
    "orders.get/body", .inferred,
    "GET returns the order without device fields and tokens, with its charges in the sequence of its own "
      + "example; POST with a device block issues tokens.")
  package static let ordersVoided = Decision(
    "orders.open/voided", .invented, "The order is voided: its tickets carry an error instead of a token.")
  package static let ordersDelayed = Decision(
    "orders.open/delayed", .inferred, "Delay delivery is on: tokens can be retrieved from that date.")
  package static let ordersReleased = Decision(
    "orders.open/released", .inferred,
    "The delay date has passed: tokens are issued, and the date is still shown.")
  package static let paymentPost = Decision(
    "cart.payment/post", .inferred, "POST is treated as PUT, the verb that the documents list.")
  package static let paymentClearCard = Decision(
    "cart.payment/card-data-in-clear", .invented,
    "A known test number was accepted in plain text; the real API refuses card data that is not encrypted.")
  package static let paymentDocumentedExpiry = Decision(
    "cart.payment/expiry", .invented,
    "The expiry 12/2020 was accepted although it has passed, because the documents use it for their test cards.")
  package static let certificateValue = Decision(
    "certificate/value", .invented,
    "The certificate is self-signed with a synthetic, public key; there is one per day, which is valid for 24 hours."
  )
  package static let memberClearCard = Decision(
    "member.billing.add/card-data-in-clear", .invented,
    "A known test number was accepted in plain text; the real API refuses card data that is not encrypted.")
  package static let memberOnFile = Decision(
    "member.billing.list/on-file", .invented,
    "The access token member-with-card belongs to a member who has a card on file in every new sandbox.")
  package static let shippingDropsPayment = Decision(
    "cart.shipping.set/payment", .invented,
    "The new delivery changed the total, so the payment was dropped and the cart must be paid again.")
  package static let generalAdmission = Decision(
    "availability/ga", .invented, "A general admission area is listed as one row GA without seats.")
  package static let availabilityPassword = Decision(
    "availability/password", .invented,
    "A password that matches no offer is ignored, and groups whose offers are all protected are listed only with the "
      + "password: the documents mention an error for a wrong password, but do not show its body.")
  package static let reserveGranular = Decision(
    "cart.reserve/granular-pricing", .invented,
    "An event with granular pricing has no price levels, so price.id is refused rather than ignored.")
  package static let reservePriceRange = Decision(
    "cart.reserve/price-range", .inferred,
    "seat_price_low and seat_price_high belong to reserve, like section and row. Either may be sent alone. They are "
      + "inclusive bounds of the face value, at every event.")
  package static let reservePassword = Decision(
    "cart.reserve/password", .invented,
    "The password of protected offers is read from reserve.password: the documents say that the reserve needs it, but "
      + "neither its name nor how a wrong one is refused.")
  package static let reserveGeneralAdmission = Decision(
    "cart.reserve/ga", .inferred,
    "A general admission item names its area as section and has neither row nor seats, as in the newest example."
  )
  package static let orderGeneralAdmission = Decision(
    "orders.open/ga", .invented,
    "General admission tickets have the area as section, the row GA and consecutive numbers, because Secure Render "
      + "needs them.")
  package static let renderMixed = Decision(
    "securerender/status", .inferred,
    "Tickets are answered in the order of the request. The status is the one that all failed tickets share, or 400 if "
      + "they differ.")
  package static let requestForm = Decision(
    "request/form", .inferred,
    "A form found on other or older pages of the documents, or seen in use by programs, is accepted in place "
      + "of the current one.")
  package static let unknownMembers = Decision(
    "request/unknown-members", .inferred,
    "Body members that no document mentions are ignored, and named in the diagnosis.")
  package static let contentType = Decision(
    "answer/content-type", .inferred,
    "JSON is sent as application/json;charset=UTF-8, as a sibling API did through the same gateway in 2016; "
      + "the gateway's own faults have no charset.")
  package static let eventDetails = Decision(
    "event.details/body", .inferred,
    "Deprecated since 2017: the structure of the documents, filled from the catalogue; pictures, ids, promoter and "
      + "market are made up.")
  package static let captchaPage = Decision(
    "captcha/page", .invented, "The captcha is a small WillCall page; its button solves it without a network.")
  package static let captchaNotRequired = Decision(
    "captcha/not-required", .inferred, "The event does not require a captcha now; the site key is sent anyway.")
  package static let unredeemed = Decision(
    "orders.unredeemed/orders", .inferred,
    "WillCall does not track redemption: it lists the newest 1000 orders that are not voided, were bought in the last "
      + "days_from_purchase and are for an event in the next days_before_event, the newest first. Instants have whole "
      + "seconds, and without a source_account_id there is no order_source_account_id.")
  package static let orderStatus = Decision(
    "orders.status/body", .invented,
    "The documents do not show this body. WillCall does not track redemption: an order is unredeemed or voided.")
  package static let claimLink = Decision(
    "claim-link/body", .invented, "The documents do not show this body; the link is the order's redemption_url.")
  package static let refund = Decision(
    "refund/body", .invented,
    "The documents do not show these bodies. Nothing is refunded: the order stays as it is.")
  package static let refundBatch = Decision(
    "refund.batch/body", .invented,
    "The documents do not show these bodies. The body was not read further, and nothing is refunded.")
  package static let refundStatus = Decision(
    "refund.status/body", .invented, "The documents do not show this body. Every batch is complete at once.")
  package static let safeTixConfig = Decision(
    "safetix.config/body", .inferred,
    "The web SDK asks for the time here; the answer is the time of the sandbox's clock.")
  package static let redemptionPage = Decision(
    "redemption/page", .invented,
    "The redemption page is a small page of WillCall: the event, the tickets, and the date of delayed delivery.")
  package static let requestLength = Decision(
    "request/length", .invented,
    "Keys, and request values that a sandbox stores, may have at most 200 characters if the documents set no limit."
  )
  package static let crossOrigin = Decision(
    "request/cross-origin", .inferred,
    "Pages of any origin may call unless --cors limits them: years ago, the vendor's gateway was seen to send "
      + "Access-Control-Allow-Origin: * for another API.")
  package static let scenarioRespond = Decision(
    "scenarios/respond", .invented, "A scenario gave this answer; nothing was done.")
  package static let scenarioToken = Decision(
    "scenarios/token", .invented, "A scenario asked for flawed or missing tokens in this answer.")

  /// All decisions that an answer can rest on.
  public static let all: [Decision] = [
    ordersGet, ordersVoided, ordersDelayed, ordersReleased, paymentPost, paymentClearCard,
    paymentDocumentedExpiry, certificateValue, memberClearCard, memberOnFile, shippingDropsPayment, generalAdmission,
    availabilityPassword, reserveGranular, reservePriceRange, reservePassword,
    reserveGeneralAdmission, orderGeneralAdmission, renderMixed, redemptionPage, requestForm, unknownMembers,
    contentType, eventDetails,
    captchaPage,
    captchaNotRequired, unredeemed, orderStatus, claimLink, refund, refundBatch, refundStatus, safeTixConfig,
    requestLength, crossOrigin, scenarioRespond, scenarioToken,
  ]
}
