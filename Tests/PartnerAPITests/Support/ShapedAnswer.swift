import HTTPTypes
import PartnerVocabulary
import Testing

/// An answer in one of the situations that change what it holds, with the shape that the documents give it.
struct ShapedAnswer: Sendable, CustomTestStringConvertible {
  let operation: PartnerVocabulary.Operation
  let situation: String
  let status: Int
  let shape: AnswerShape
  let play: @Sendable () throws -> ServedAnswer

  init(
    _ operation: PartnerVocabulary.Operation, _ situation: String, _ shape: AnswerShape, status: Int = 200,
    _ play: @escaping @Sendable () throws -> ServedAnswer
  ) {
    self.operation = operation
    self.situation = situation
    self.status = status
    self.shape = shape
    self.play = play
  }

  var testDescription: String { "\(operation.rawValue), \(situation)" }

  static var all: [ShapedAnswer] { events + carts + cards + orders + others }

  /// A `GET` with a new partner.
  private static func get(_ path: String) throws -> ServedAnswer { try Partner(rate: 0).send(.get, path) }

  /// A call about a cart that was paid.
  private static func withCart(
    _ event: String, _ call: (Partner, Partner.HeldCart) throws -> ServedAnswer
  ) throws -> ServedAnswer {
    let partner = try Partner(rate: 0)
    return try call(partner, partner.hold(event))
  }

  /// A call about an order that was bought.
  private static func withOrder(
    _ event: String = EventID.phoenix, _ call: (Partner, Partner.BoughtOrder) throws -> ServedAnswer
  ) throws -> ServedAnswer {
    // A clock that does not stand at a whole second; it begins with the first call.
    let partner = try Partner()
    _ = try partner.availability(event)
    partner.clock.advance(by: .milliseconds(1_789))
    return try call(partner, partner.buy(event))
  }

  // MARK: Events

  private static let kinds = [
    ("seats", EventID.toronto), ("places in the example", EventID.losAngeles),
    ("general admission", EventID.generalAdmission),
    ("sold out", EventID.soldOut), ("granular pricing", EventID.granular), ("protected offers", EventID.protected),
    ("off sale", EventID.offSale), ("barcodes", EventID.paper), ("no areas in rows", EventID.chicago),
  ]

  private static let events =
    [
      ShapedAnswer(.eventsList, "all", .eventList) { try get("/partners/v1/events") },
      ShapedAnswer(.eventsID, "known", .eventID) { try get("/partners/v1/events/53-45243/NY1/id") },
      ShapedAnswer(.captcha, "required", .captcha) { try captcha(EventID.captcha) },
      ShapedAnswer(.captcha, "not required", .captcha) { try captcha(EventID.phoenix) },
      ShapedAnswer(.availability, "with sums", .availability) {
        try get("/partners/v1/events/\(EventID.phoenix)/availability?getBasePrice=true")
      },
      ShapedAnswer(.availability, "with a password", .availability) {
        try get("/partners/v1/events/\(EventID.protected)/availability?password=mapmaker")
      },
    ]
    + kinds.flatMap { kind, event in
      [
        ShapedAnswer(.eventDetails, kind, .eventDetails) { try get("/partners/v1/events/\(event)") },
        ShapedAnswer(.availability, kind, .availability) { try get("/partners/v1/events/\(event)/availability") },
      ]
    }

  private static func captcha(_ event: String) throws -> ServedAnswer {
    try Partner().send(.get, "/partners/v1/captcha?event_id=\(event)", headers: ["Accept": "application/json"])
  }

  // MARK: Carts

  private static let carts =
    kinds.filter { ![EventID.soldOut, EventID.offSale].contains($0.1) }.map { kind, event in
      ShapedAnswer(.cartReserve, kind, .cart) { try Partner().hold(event).answer }
    } + [
      ShapedAnswer(.cartReserve, "two types", .cart) {
        try Partner().reserve(
          EventID.toronto, body: #"{"reserve":{"tickets":[{"id":"000000000001"},{"id":"000000000002"}]}}"#)
      },
      ShapedAnswer(.cartShippingList, "a new cart", .shippingOptions) {
        try withCart(EventID.phoenix) {
          try $0.send(.get, "/partners/v1/events/\($1.event)/cart/shipping?cart_id=\($1.id)")
        }
      },
      ShapedAnswer(.cartShippingSet, "a new cart", .cart) { try withCart(EventID.phoenix) { try ship($0, $1) } },
      ShapedAnswer(.cartShippingSet, "the payment was dropped", .cart) {
        try withCart(EventID.phoenix) { partner, cart in
          _ = try partner.pay(cart)
          return try ship(partner, cart)
        }
      },
      ShapedAnswer(.cartPayment, "a nonce", .cart) { try withCart(EventID.phoenix) { try $0.pay($1) } },
      ShapedAnswer(.cartPayment, "an invoice", .cart) {
        try withCart(EventID.paper) { partner, cart in
          try partner.pay(
            EventID.paper,
            body:
              #"{"cart_id":"\#(cart.id)","payment":{"type":"INVOICE","amount":"\#(cart.grand)","reference":"123"}}"#)
        }
      },
      ShapedAnswer(.cartCommit, "paid", .commit) {
        try withCart(EventID.phoenix) { partner, cart in
          _ = try partner.pay(cart)
          return try partner.commit(cart.event, cart: cart.id)
        }
      },
      ShapedAnswer(.cartReserve, "put off", .polling, status: 202) { try postponed(Partner()) },
      ShapedAnswer(.polling, "not yet", .polling, status: 202) {
        let partner = try Partner()
        return try poll(postponed(partner), partner)
      },
      ShapedAnswer(.polling, "the answer itself", .cart) {
        let partner = try Partner()
        let answer = try postponed(partner)
        partner.clock.advance(by: .seconds(4))
        return try poll(answer, partner)
      },
    ]

  private static func ship(_ partner: Partner, _ cart: Partner.HeldCart) throws -> ServedAnswer {
    try partner.send(
      .put, "/partners/v1/events/\(cart.event)/cart/shipping?cart_id=\(cart.id)", body: #"{"shipping_id":"4"}"#)
  }

  private static func postponed(_ partner: Partner) throws -> ServedAnswer {
    try partner.send(
      .post, "/partners/v1/events/\(EventID.phoenix)/cart", headers: ["X-TM-FORCE-POLLING": "true"],
      body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
  }

  private static func poll(_ answer: ServedAnswer, _ partner: Partner) throws -> ServedAnswer {
    let url = try answer.string("/polling_url")
    return try partner.sendWithoutKey(.get, String(url.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" }))
  }

  // MARK: Cards

  private static let bearer: KeyValuePairs = ["Authorization": "Bearer token-of-jon"]
  private static let billing = "/partners/v1/member/billing"

  private static let cards = [
    ShapedAnswer(.certificate, "any", .certificate) { try Partner.encrypting().send(.get, "/partners/v1/certificate") },
    ShapedAnswer(.walletToken, "with an address", .walletToken) {
      try Partner().send(.post, "/wallet/v1/token", body: ExampleReplay.request("wallet-token-post-request"))
    },
    ShapedAnswer(.walletToken, "without", .walletToken) {
      try Partner().send(
        .post, "/wallet/v1/token",
        body: """
          {"funding_source":"creditcard","funding_source_details":
           {"account_number":"5555555555554444","expiration_month":12,"expiration_year":2040}}
          """)
    },
    ShapedAnswer(.memberBillingAdd, "encrypted", .addedMethod) {
      let partner = try Partner.encrypting()
      return try add(partner)
    },
    ShapedAnswer(.memberBillingList, "the one that was added", .listedMethods) {
      let partner = try Partner.encrypting()
      _ = try add(partner)
      return try partner.send(.get, billing, headers: bearer)
    },
    ShapedAnswer(.memberBillingList, "the one on file", .listedMethods) {
      try Partner().send(.get, billing, headers: ["Authorization": "Bearer member-with-card"])
    },
  ]

  /// The documents' member, with a postal code and a flat that are numbers and a phone with hyphens.
  private static func add(_ partner: Partner) throws -> ServedAnswer {
    try partner.send(
      .post, billing, headers: bearer,
      body: ExampleReplay.memberBilling(number: "4588883206000011", key: partner.certificate()))
  }

  // MARK: Orders

  private static let orderKinds = [
    ("SafeTix", EventID.phoenix), ("general admission", EventID.generalAdmission), ("barcodes", EventID.paper),
    ("QR codes", EventID.secureBarcode), ("delayed", EventID.delayed),
  ]

  private static let orders =
    orderKinds.flatMap { kind, event in
      [
        ShapedAnswer(.ordersOpen, kind, .openedOrder) { try withOrder(event) { try $0.open(token: $1.token) } },
        ShapedAnswer(.ordersGet, kind, .readOrder) {
          try withOrder(event) { try $0.send(.get, "/partners/v1/orders?order_token=\($1.token)") }
        },
      ]
    } + [
      ShapedAnswer(.ordersOpen, "the document's delayed one", .openedOrder) {
        try Partner().open(token: "28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D")
      },
      ShapedAnswer(.ordersUnredeemed, "one", .unredeemed) {
        try withOrder { partner, _ in try partner.send(.get, "/partners/v1/orders/unredeemed?days_from_purchase=30") }
      },
      ShapedAnswer(.ordersStatus, "bought", .orderStatus) {
        try withOrder { try $0.send(.get, "/partners/v1/status?token=\($1.token)") }
      },
      ShapedAnswer(.claimLink, "bought", .claimLink) {
        try withOrder { try $0.send(.get, "/partners/v1/claim-link?cart_id=\($1.cartID)&event_id=\($1.event)") }
      },
      ShapedAnswer(.refund, "bought", .refund) {
        try withOrder { try $0.send(.post, "/partners/v1/refund?order_token=\($1.token)") }
      },
      ShapedAnswer(.refundBatch, "begun", .refundJob, status: 202) {
        try Partner().send(.put, "/partners/v1/refund", body: "{}")
      },
      ShapedAnswer(.refundStatus, "begun", .refundJob) {
        let partner = try Partner()
        let job = try partner.send(.put, "/partners/v1/refund", body: "{}").string("/id")
        return try partner.send(.get, "/partners/v1/refund/\(job)")
      },
      ShapedAnswer(.secureRender, "by NFC", .secureRender) { try render("NATIVE", "IOS") },
      ShapedAnswer(.secureRender, "in a browser", .secureRender) { try render("WEB", "OTHER") },
      ShapedAnswer(.secureRender, "one of two missing", .secureRender, status: 404) {
        try Partner().render(
          body: ExampleReplay.request("safetix-securerender-request", ["963267823784": "1"]), user: "783412345")
      },
    ]

  private static func render(_ type: String, _ os: String) throws -> ServedAnswer {
    try Partner().render(
      body: ExampleReplay.request("safetix-securerender-request", ["NATIVE": type, "\"IOS\"": "\"\(os)\""]),
      user: "783412345")
  }

  // MARK: The rest

  private static let others = [
    ShapedAnswer(.safeTixConfig, "a clock between two seconds", .safeTixConfig) {
      let partner = try Partner()
      _ = try partner.availability(EventID.phoenix)
      partner.clock.advance(by: .milliseconds(1_789))
      return try partner.sendWithoutKey(.get, "/safetix/configuration/v1/config")
    },
    ShapedAnswer(.cartReserve, "wrong type", .error, status: 400) {
      try Partner().reserve(EventID.phoenix, body: #"{"reserve":[]}"#)
    },
    ShapedAnswer(.cartReserve, "not on sale", .error, status: 403) { try Partner().reserve(EventID.offSale) },
    ShapedAnswer(.availability, "unknown event", .error, status: 404) {
      try get("/partners/v1/events/3F00000000000009/availability")
    },
    ShapedAnswer(.eventsList, "no key", .fault, status: 401) {
      try Partner().sendWithoutKey(.get, "/partners/v1/events")
    },
    ShapedAnswer(.memberBillingList, "no member", .fault, status: 401) { try get(billing) },
  ]
}
