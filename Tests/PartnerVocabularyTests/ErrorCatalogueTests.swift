import PartnerVocabulary
import Testing

/// The catalogue of errors against the documents' table and the names that scenarios use.
@Suite struct ErrorCatalogueTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let code: Int
    let status: Int
    let message: String
    let fidelity: Fidelity

    init(_ name: String, _ code: Int, _ status: Int, _ message: String, _ fidelity: Fidelity = .documented) {
      self.name = name
      self.code = code
      self.status = status
      self.message = message
      self.fidelity = fidelity
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Row("invalid-input", 10_002, 400, "Invalid input data type"),
    Row("unauthorized", 10_004, 401, "Unauthorized access"),
    Row("invalid-captcha", 10_031, 400, "Invalid captcha solution"),
    Row("invalid-delivery", 10_104, 400, "Invalid Delivery Method ID"),
    Row("ticket-limit", 10_161, 400, "Ticket limit reached"),
    Row("niterun", 20_001, 503, "Ticketing system is down/unavailable/niterun"),
    Row("no-ticket-types", 20_046, 400, "Event had no visible/usable ticket types for the current channel"),
    Row("no-inventory", 20_052, 400, "No inventory found to match request"),
    Row("payment-not-accepted", 20_122, 400, "Payment Not Accepted"),
    Row("no-funds", 20_129, 400, "Payment method has no funds available"),
    Row("invalid-cvv", 20_152, 400, "Please enter a valid security code"),
    Row("not-transactable", 90_001, 403, "Event is not API transactable"),
    Row("invalid-cart", 90_003, 400, "Invalid cart"),
    Row("upstream-connection", 502, 502, "Connection error to upstream service"),
    Row("upstream-timeout", 504, 504, "Upstream service timeout"),
    Row("invalid-reserve-structure", 10_002, 400, "Invalid reserve request data structure", .inferred),
  ])
  func entryIsAsDocumented(_ row: Row) throws {
    let entry = try #require(ErrorCatalogue.entry(named: row.name))
    #expect(entry.code == row.code)
    #expect(entry.status == row.status)
    #expect(entry.message == row.message)
    #expect(entry.fidelity == row.fidelity)
    #expect(entry.shape == .partner)
    #expect(!entry.source.isEmpty)
  }

  @Test(arguments: [
    ("event-not-found", 404, ErrorEntry.Shape.partner), ("order-not-found", 404, .partner),
    ("invalid-api-key", 401, .gateway(errorCode: "oauth.v2.InvalidApiKey")),
    ("invalid-access-token", 401, .gateway(errorCode: "oauth.v2.InvalidAccessToken")),
    ("quota-exceeded", 429, .gateway(errorCode: "policies.ratelimit.QuotaViolation")),
  ])
  func entryOfDesignExists(name: String, status: Int, shape: ErrorEntry.Shape) throws {
    let entry = try #require(ErrorCatalogue.entry(named: name))
    #expect(entry.status == status)
    #expect(entry.shape == shape)
  }

  @Test func namesAreUniqueAndAllAreListed() {
    let names = ErrorCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 20)
    for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
  }

  @Test func codeIsTheStatusWhereNoneIsDocumented() {
    for entry in ErrorCatalogue.all where entry.code < 1_000 { #expect(entry.code == entry.status, "\(entry.name)") }
    for entry in ErrorCatalogue.all { #expect((400..<600).contains(entry.status), "\(entry.name)") }
  }

  @Test func anchorsOfDecisionsAreUniqueAndSentencesAreSentences() {
    let decisions = Decision.all
    #expect(Set(decisions.map(\.anchor)).count == decisions.count)
    for decision in decisions {
      #expect(decision.sentence.hasSuffix("."), "\(decision.anchor)")
      #expect(decision.sentence.utf8.count <= 300, "\(decision.anchor)")
      #expect(decision.fidelity != .documented, "\(decision.anchor)")
    }
  }
}
