import HTTPTypes
import Testing

@testable import PartnerAPI

/// What is said of paths and methods that clients guess.
@Suite struct RouteAdviceTests {
  private static let cart = "beec42c9-f456-4270-bba9-4c62528bef00"
  private static let event = "/partners/v1/events/3F005105D843DFA3"

  /// What real programs were seen to call, and the route that is named.
  @Test(arguments: [
    ("GET", "/partners/v1/cart/\(cart)", "POST /partners/v1/events/{event_id}/cart"),
    ("DELETE", "/partners/v1/cart/\(cart)", "DELETE /partners/v1/events/{event_id}/cart"),
    ("DELETE", "/partners-preprod/v1/cart/\(cart)", "DELETE /partners-preprod/v1/events/{event_id}/cart"),
    ("PUT", "/partners/v1/cart/\(cart)/purchase", "PUT /partners/v1/events/{event_id}/cart"),
    ("PUT", "/partners/v1/carts/\(cart)/billing", "PUT /partners/v1/events/{event_id}/cart/payment"),
    ("GET", "\(event)/availability&apikey=abc", "GET /partners/v1/events/{event_id}/availability"),
    ("GET", "\(event)/images/263135/map", "GET /partners/v1/events/{event_id}"),
    ("GET", "/partners/v1/orders/39-20827/PHX", "GET /partners/v1/orders?order_number=39-20827/PHX"),
    ("GET", "/partners/v1/orders/39-20827%2FPHX", "GET /partners/v1/orders?order_number=39-20827/PHX"),
    ("POST", "/partners/v1/orders/18-12345/LA1", "POST /partners/v1/orders?order_number=18-12345/LA1"),
    ("GET", "/partners/v1/orders/28a67e13-7233", "GET /partners/v1/orders?order_token=28a67e13-7233"),
  ])
  func guessesOfRealClientsAreAnswered(method: String, path: String, route: String) throws {
    let answer = try send(method, path)
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.contains("\(route)") == true, "\(answer.diagnosis ?? "")")
  }

  /// What nobody listed: the table is searched.
  @Test(arguments: [
    ("GET", "/partners/v1/event", "GET /partners/v1/events"),
    ("GET", "/partners/v1", "GET /partners/v1/events"), ("GET", "/partners/v2/events", "GET /partners/v1/events"),
    ("GET", "/PARTNERS/v1/events", "GET /partners/v1/events"), ("GET", "/events", "GET /partners/v1/events"),
    ("GET", "/partners-sandbox/v1/evnts", "GET /partners-sandbox/v1/events"),
    ("GET", "/partners/v1/events.json", "GET /partners/v1/events"),
    ("GET", "/partners/v1/events/", "GET /partners/v1/events"),
    ("GET", "/v1/events/3F005105D843DFA3/availability", "GET /partners/v1/events/{event_id}/availability"),
    ("GET", "\(event)/availabilty", "GET /partners/v1/events/{event_id}/availability"),
    ("GET", "/partners/v1/events//availability", "GET /partners/v1/events/{event_id}/availability"),
    ("GET", "/partners/v1/availability/3F005105D843DFA3", "GET /partners/v1/events/{event_id}/availability"),
    ("HEAD", "/partners/v1/availability", "GET /partners/v1/events/{event_id}/availability"),
    ("POST", "\(event)/carts", "POST /partners/v1/events/{event_id}/cart"),
    ("POST", "\(event)/cart/", "POST /partners/v1/events/{event_id}/cart"),
    ("POST", "\(event)/reserve", "POST /partners/v1/events/{event_id}/cart"),
    ("PUT", "\(event)/cart/\(cart)/payment", "PUT /partners/v1/events/{event_id}/cart/payment"),
    ("PUT", "\(event)/cart/payments", "PUT /partners/v1/events/{event_id}/cart/payment"),
    ("GET", "\(event)/cart/\(cart)/shipping", "GET /partners/v1/events/{event_id}/cart/shipping"),
    ("PUT", "/partners/v1/cart/payments", "PUT /partners/v1/events/{event_id}/cart/payment"),
    ("GET", "/partners/v1/venues", "GET /partners/v1/events"),
    ("GET", "/partners/v1/certificates", "GET /partners/v1/certificate"),
    ("GET", "/partners/v1/members/billing", "GET /partners/v1/member/billing"),
    ("POST", "/partners/v1/member/12313131/billing", "POST /partners/v1/member/billing"),
    ("POST", "/partners/v1/order", "POST /partners/v1/orders"),
    ("POST", "/marketplace/v1/secure-render", "POST /marketplace/v1/securerender"),
    ("GET", "/marketplace/v1/render", "POST /marketplace/v1/securerender"),
    ("POST", "/partners/v1/wallet/v1/token", "POST /wallet/v1/token"),
  ])
  func theNearestRouteIsNamed(method: String, path: String, route: String) throws {
    let answer = try send(method, path)
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.hasSuffix("The closest is \(route).") == true, "\(answer.diagnosis ?? "")")
  }

  @Test(arguments: [
    ("POST", "\(event)/availability", "GET /partners/v1/events/{event_id}/availability"),
    ("GET", "\(event)/cart", "POST, PUT or DELETE /partners/v1/events/{event_id}/cart"),
    ("PATCH", "\(event)/cart/payment", "PUT /partners/v1/events/{event_id}/cart/payment"),
    ("GET", "/partners/v1/cart", "PUT or DELETE /partners/v1/events/{event_id}/cart"),
    ("POST", "/partners/v1/cart/payment", "PUT /partners/v1/events/{event_id}/cart/payment"),
    ("POST", "/partners-preprod/v1/event/1", "GET /partners-preprod/v1/events/{event_id}"),
    ("GET", "/marketplace-staging/v1/securerender", "POST /marketplace-staging/v1/securerender"),
    ("POST", "/partners/v1/refund/1", "GET /partners/v1/refund/{id}"),
    ("POST", "/partners/v1/refund/none", "GET /partners/v1/refund/{id}"),
  ])
  func aWrongMethodNamesTheRightOnes(method: String, path: String, route: String) throws {
    let answer = try send(method, path)
    answer.expectError(405, 405)
    #expect(answer.diagnosis?.contains("The closest is \(route).") == true, "\(answer.diagnosis ?? "")")
    #expect(answer.diagnosis?.hasPrefix("\(method) is not allowed here; the path accepts ") == true)
  }

  @Test(arguments: [
    "/nowhere", "/favicon.ico", "/robots.txt", "/" + String(repeating: "a", count: 4_000),
    String(repeating: "/a", count: 2_000),
  ])
  func nothingIsNearEverything(path: String) throws {
    let answer = try send("GET", path)
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.hasSuffix("The Partner API is under /partners/v1.") == true, "\(answer.diagnosis ?? "")")
  }

  /// Every method and path that an advice prints is a line of the table.
  @Test func advicesNameRealRoutes() throws {
    let routes = Set(RouteTable.routes.flatMap { route in route.patterns.map { "\(route.method.rawValue) \($0)" } })
    for guess in KnownGuess.all {
      let words = guess.advice.split { $0 == " " || $0 == "," }.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
      let named = zip(words, words.dropFirst()).filter { $1.hasPrefix("/") }.map { "\($0) \($1)" }
      #expect(!named.isEmpty && routes.isSuperset(of: named), "\(guess.advice)")
      #expect(!routes.contains("\(guess.method.rawValue) \(KnownGuess.prefix)\(guess.path)"))
    }
  }

  @Test func imagesOfMapsAreNotDocumented() throws {
    let answer = try send("GET", "\(Self.event)/images/263135/map")
    #expect(answer.diagnosis?.hasPrefix("No document describes this call. The program that makes it takes 204") == true)
  }

  @Test func aBearerIsNoKey() throws {
    let answer = try Partner().sendWithoutKey(
      .get, "/partners/v1/events", headers: ["Authorization": "Bearer sesame-key"])
    #expect(answer.status == 401)
    #expect(answer.diagnosis?.contains("query apikey or as header x-api-key") == true)
    #expect(answer.diagnosis?.contains("Authorization: Bearer carries the access token of a member") == true)
    #expect(answer.diagnosis?.contains("sesame") == false)
  }

  private func send(_ method: String, _ path: String) throws -> ServedAnswer {
    try Partner().send(try #require(HTTPRequest.Method(method)), path)
  }
}
