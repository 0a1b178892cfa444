import HTTPTypes
import JSONText
import PartnerVocabulary
import Testing

/// Every answer against what the documents say of each of its members: type, format, precision, zone, presence, order.
///
/// What differs here would pass with WillCall and fail with the real service.
@Suite struct AnswerShapeTests {
  @Test(arguments: ShapedAnswer.all)
  func theAnswerHasTheDocumentsTypesAndFormats(subject: ShapedAnswer) throws {
    let answer = try subject.play()
    #expect(answer.status == subject.status, "\(answer.text) \(answer.diagnosis ?? "")")
    #expect(try subject.shape.problems(#require(answer.json)) == [])
    #expect(!Self.hasNull(try #require(answer.json)), "what is not there is left out")
    // A sibling API at the same gateway, as it was recorded in 2016; the gateway's own faults have no charset.
    let type = answer.json?["fault"] == nil ? "application/json;charset=UTF-8" : "application/json"
    #expect(answer.header("Content-Type") == type)
  }

  /// Operations whose answers are no JSON: a picture, a page, and nothing at all.
  private static let withoutJSON: Set<PartnerVocabulary.Operation> = [.tracking, .redemption, .cartDelete]

  @Test func everyOperationIsLookedAt() {
    let seen = Set(ShapedAnswer.all.filter { $0.status < 300 }.map(\.operation))
    #expect(seen == Set(PartnerVocabulary.Operation.allCases).subtracting(Self.withoutJSON))
  }

  private static func hasNull(_ value: JSONValue) -> Bool {
    value.isNull || value.elements.contains { hasNull($0) } || value.members.contains { hasNull($0.value) }
  }

  /// An array of the documents whose order their examples show: the answer, the array, the member, and its values.
  struct Order: Sendable, CustomTestStringConvertible {
    let situation: String
    let array: String
    let member: String
    let values: [String]

    var testDescription: String { "\(situation) \(array)" }

    init(_ situation: String, _ array: String, _ member: String, _ values: String...) {
      self.situation = situation
      self.array = array
      self.member = member
      self.values = values
    }
  }

  @Test(arguments: [
    // SafeTix, billing response.
    Order("cart.payment, a nonce", "/cart/items", "type", "ticket", "processing", "delivery"),
    Order("cart.payment, a nonce", "/cart/items", "id", "1", "2", "4"),
    Order(
      "cart.payment, a nonce", "/cart/items/0/tickets/0/charges", "type", "distance", "facility", "face_value",
      "service"),
    // The same cart; an older example of the reserve has facility behind face_value.
    Order(
      "cart.reserve, seats", "/cart/items/0/tickets/0/charges", "type", "distance", "facility", "face_value", "service"),
    // Partner API, Shipping.
    Order("cart.shipping.list, a new cart", "/shipping_options", "id", "1", "2", "3", "4"),
    // SafeTix, Order Management.
    Order(
      "orders.open, SafeTix", "/tickets/0/charges", "sub_type", "price", "distance_charge", "facility_charge",
      "service_charge", "tax"),
    // Partner API, Order Management.
    Order(
      "orders.get, SafeTix", "/tickets/0/charges", "sub_type", "price", "service_charge", "facility_charge", "tax",
      "distance_charge"),
    // SafeTix, Secure Render: as they were sent.
    Order("securerender, by NFC", "/tickets", "seat", "1", "2"),
    // Partner API, 2015 to 2017.
    Order(
      "event.details, seats", "/event/tickets/0/prices/0/price_details", "type", "face_value", "face_value_tax",
      "facility", "service", "service_tax", "service_tax2", "distance"),
  ])
  func arraysHaveTheDocumentsOrder(subject: Order) throws {
    let answer = try #require(ShapedAnswer.all.first { $0.testDescription == subject.situation }).play()
    let values = try answer.elements(subject.array).map { element in
      try #require(element[subject.member].flatMap { $0.string ?? $0.numberText })
    }
    #expect(values == subject.values)
  }

  /// Seats stand in ascending order, each with its place (Partner API, Availability, the example).
  @Test func seatsAscend() throws {
    for group in try Partner().availability(EventID.toronto).elements("/event/tickets") {
      for row in try #require(group["inventory"]).elements {
        let seats = try #require(row["seats"]).elements.compactMap(\.integer)
        #expect(seats == seats.sorted())
      }
    }
  }

  /// What the tables must not let through, so that they say something.
  @Test(arguments: [
    #"{"serverTime":"2026-06-02 03:31:00.0"}"#, #"{"serverTime":1}"#, #"{"serverTime":null}"#, "{}", "[]",
    #"{"serverTime":"2026-06-02T03:31:00Z","zone":"UTC"}"#,
  ])
  func differencesAreSeen(text: String) throws {
    #expect(try AnswerShape.safeTixConfig.problems(JSONValue.parse(Array(text.utf8))).count == 1)
  }
}
