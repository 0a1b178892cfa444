import HTTPTypes

/// Cards behind tokens and on file.
extension Stage {
  static let bearer: KeyValuePairs = ["Host": "localhost:8490", "Authorization": "Bearer secret-of-jon"]

  /// `POST wallet/v1/token` for a card that ends in 0005.
  func walletToken() throws -> Answer {
    try ask(
      .post, "/wallet/v1/token",
      """
      {"funding_source": "creditcard", "funding_source_details": {"account_number": "378282246310005",
       "expiration_month": 3, "expiration_year": 2031, "billing_address": {"city": "Hollywood"}}}
      """)
  }

  /// `POST member/billing` for a card that ends in 4444.
  func addBillingMethod() throws -> Answer {
    try ask(
      .post, "/partners/v1/member/billing",
      """
      {"billing_method": {"type": "CC", "first_name": "Jon", "home_phone": "602-01-00",
       "address": {"city": "Toronto", "country": {"code": "CA"}, "region": {"abbreb": "ON"}, "unit": 7},
       "card": {"number": "5555555555554444", "expire_month": 3, "expire_year": 2031}}}
      """, headers: Self.bearer)
  }

  /// Pays a cart with the first billing method.
  func payWithBillingMethod(_ cart: HeldCart) throws -> Answer {
    try ask(
      .put, "/partners/v1/events/\(cart.event)/cart/payment",
      """
      {"cart_id": "\(cart.id)", "billing_method": {"id": "70561111"},
       "payment": {"amount": "\(cart.grand)", "type": "CC", "card": {"cin": "777"}}}
      """, headers: Self.bearer)
  }
}
