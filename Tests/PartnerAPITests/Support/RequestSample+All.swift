import HTTPTypes
import PartnerVocabulary
import Testing

extension RequestSample {
  /// One of each operation that reads a body with members.
  static let all: [RequestSample] = [
    RequestSample(
      .cartReserve, .post, "/partners/v1/events/EVENT/cart", ["/reserve/tickets/0/id": "\"000000000001\""]),
    RequestSample(
      .cartShippingSet, .put, "/partners/v1/events/EVENT/cart/shipping?cart_id=CART", ["/shipping_id": "\"1\""]),
    RequestSample(
      .cartPayment, .put, "/partners/v1/events/EVENT/cart/payment",
      [
        "/cart_id": "\"CART\"", "/payment/type": "\"CC\"", "/payment/amount": "\"GRAND\"",
        "/payment/card/number": "\"4111111111111111\"", "/payment/card/expire_month": "12",
        "/payment/card/expire_year": "2040",
      ]),
    RequestSample(.cartCommit, .put, "/partners/v1/events/EVENT/cart", ["/cart_id": "\"CART\""]),
    RequestSample(
      .memberBillingAdd, .post, "/partners/v1/member/billing", headers: ["Authorization": "Bearer jon"],
      [
        "/billing_method/type": "\"CC\"", "/billing_method/card/number": "\"4111111111111111\"",
        "/billing_method/card/expire_month": "12", "/billing_method/card/expire_year": "2040",
      ]),
    RequestSample(
      .walletToken, .post, "/wallet/v1/token",
      [
        "/funding_source": "\"creditcard\"", "/funding_source_details/account_number": "\"4111111111111111\"",
        "/funding_source_details/expiration_month": "12", "/funding_source_details/expiration_year": "2040",
      ]),
    RequestSample(
      .ordersOpen, .post, "/partners/v1/orders?order_number=39-20804/PHX",
      [
        "/device_id": "\"1\"", "/device_type": "\"web\"", "/device_os": "\"ios\"",
        "/third_party_account_id": "\"12313131\"",
      ]),
    RequestSample(
      .secureRender, .post, "/marketplace/v1/securerender", headers: ["x-user-id": "783412345"],
      [
        "/deviceId": "\"1\"", "/deviceType": "\"NATIVE\"", "/deviceOs": "\"IOS\"",
        "/tickets/0/eventId": "\"3F005237E5CB39EA\"", "/tickets/0/section": "\"G\"", "/tickets/0/row": "\"17\"",
        "/tickets/0/seat": "\"1\"", "/tickets/0/barcode": "\"964537283421\"",
      ]),
  ]

  /// Sends the sample, perhaps spoiled, for a cart of its own.
  func send(
    _ partner: Partner, cart: Partner.HeldCart, _ member: Member? = nil, _ text: String = ""
  ) throws -> ServedAnswer {
    func filled(_ text: String) -> String {
      text.replacing("EVENT", with: event).replacing("CART", with: cart.id).replacing("GRAND", with: cart.grand)
    }
    return try partner.send(method, filled(path), headers: headers, body: filled(body(member, text)))
  }
}
