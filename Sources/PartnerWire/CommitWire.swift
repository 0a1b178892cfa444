package import BoxOffice
import EventCatalogue
import HTTPWire
package import JSONText
package import PartnerVocabulary

/// The body and the answer of `PUT /events/{event_id}/cart`.
package enum CommitWire {
  private static let source = "Partner API, Commit"
  package static let sourceAccountID = WireField(
    "source_account_id", .keptText, aliases: ["sourceaccountid"], about: "The partner's own reference to the buyer.",
    source: source,
    example: "\"30f86cd70ac7216bc596aa2d060a7064\"")
  package static let tracking = WireField(
    "tracking", .object(trackingTable), about: "The partner's tracking ids.", source: source)
  static let trackingTable = WireTable(
    "CommitTracking",
    ["shared_id", "sub_id1", "sub_id2", "sub_id3"].map {
      WireField($0, .string, about: "An id of Tracking; ignored.", source: source, example: "\"1\"")
    })
  static let attributeOverrides = WireField(
    "attribute_overrides", .object(overridesTable), about: "What e-mails show instead of the default.", source: source)
  static let overridesTable = WireTable("AttributeOverrides", [images])
  static let images = WireField("images", .object(imagesTable), about: "Pictures that are shown.", source: source)
  static let imagesTable = WireTable(
    "AttributeImages",
    ["email_1x", "1x", "web_1x"].map {
      WireField($0, .string, about: "A picture; ignored.", source: source, example: "\"1x.png\"")
    })
  package static let requestTable = WireTable(
    "CommitRequest", [CartWire.cartID, sourceAccountID, tracking, attributeOverrides])

  package static let redemptionURL = WireField(
    "redemption_url", .string, required: true, about: "Where the buyer sees the tickets.", source: source,
    example: "\"http://localhost:8490/redeem?token=28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\"")
  static let grandTotal = WireField(
    "grand_total", .money, required: true, about: "What was paid.", source: source, example: "57.39")
  static let currencyCode = WireField(
    "currency_code", .string, about: "The currency, of ISO 4217.", source: source, example: "\"USD\"")
  package static let orderToken = WireField(
    "order_token", .string, required: true, about: "The token that names the order in later calls.", source: source,
    example: "\"28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\"")
  package static let orderNumber = WireField(
    "order_number", .string, required: true, about: "The order's number, with the host after the slash.",
    source: source, example: "\"35-46145/LA1\"")
  package static let answerTable = WireTable(
    "CommitAnswer", [redemptionURL, grandTotal, currencyCode, orderToken, orderNumber])

  /// The `third_party_source` of orders: the documents print partners' names there, not their references.
  package static let partnerName = "WillCall"

  /// The content of a commit request.
  package struct Request {
    package let cartID: String
    package let sourceAccountID: String?
  }

  /// Reads a commit.
  ///
  /// - Throws: `invalid-reserve-structure` for a body that reserves (reserve was a PUT until 2016), `invalid-input`.
  package static func read(_ body: inout JSONObjectReader) throws(APIError) -> Request {
    if body.value(ReserveWire.reserve) != nil {
      throw APIError(
        ErrorCatalogue.invalidReserveStructure, "PUT buys a cart; to reserve seats, POST this body to the same path.")
    }
    let request = Request(
      cartID: try body.required(CartWire.cartID), sourceAccountID: try body.optional(sourceAccountID))
    try requestTable.check(body.value)
    return request
  }

  package static func write(_ order: Order, redemptionURL url: String, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(redemptionURL, url)
      body.money(grandTotal, order.grandTotal)
      body.string(currencyCode, order.event.description.currency)
      body.string(orderToken, order.token)
      body.string(orderNumber, order.number)
    }
  }
}
