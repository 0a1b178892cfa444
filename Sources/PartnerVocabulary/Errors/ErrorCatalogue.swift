/// Every error that WillCall can answer with.
public enum ErrorCatalogue {
  private static let table = "Partner API documentation, error table"
  private static let choice = "WillCall"

  // MARK: The vendor's codes

  package static let invalidInput = ErrorEntry(
    "invalid-input", 10002, 400, "Invalid input data type", .documented, source: "Partner API documentation, example")
  package static let unauthorized = ErrorEntry(
    "unauthorized", 10004, 401, "Unauthorized access", .documented, source: table)
  package static let invalidCaptcha = ErrorEntry(
    "invalid-captcha", 10031, 400, "Invalid captcha solution", .documented, source: table)
  package static let invalidDelivery = ErrorEntry(
    "invalid-delivery", 10104, 400, "Invalid Delivery Method ID", .documented, source: table)
  package static let ticketLimit = ErrorEntry(
    "ticket-limit", 10161, 400, "Ticket limit reached", .documented, source: table)
  package static let niterun = ErrorEntry(
    "niterun", 20001, 503, "Ticketing system is down/unavailable/niterun", .documented, source: table)
  package static let noTicketTypes = ErrorEntry(
    "no-ticket-types", 20046, 400, "Event had no visible/usable ticket types for the current channel", .documented,
    source: table)
  package static let noInventory = ErrorEntry(
    "no-inventory", 20052, 400, "No inventory found to match request", .documented, source: table)
  package static let paymentNotAccepted = ErrorEntry(
    "payment-not-accepted", 20122, 400, "Payment Not Accepted", .documented, source: table)
  package static let noFunds = ErrorEntry(
    "no-funds", 20129, 400, "Payment method has no funds available", .documented, source: table)
  package static let invalidCVV = ErrorEntry(
    "invalid-cvv", 20152, 400, "Please enter a valid security code", .documented, source: table)
  package static let notTransactable = ErrorEntry(
    "not-transactable", 90001, 403, "Event is not API transactable", .documented, source: table)
  package static let invalidCart = ErrorEntry("invalid-cart", 90003, 400, "Invalid cart", .documented, source: table)
  static let upstreamConnection = ErrorEntry(
    "upstream-connection", 502, 502, "Connection error to upstream service", .documented, source: table)
  static let upstreamTimeout = ErrorEntry(
    "upstream-timeout", 504, 504, "Upstream service timeout", .documented, source: table)
  package static let invalidReserveStructure = ErrorEntry(
    "invalid-reserve-structure", 10002, 400, "Invalid reserve request data structure", .inferred,
    source: "Partner API FAQ (text), WillCall (code)")

  // MARK: The gateway

  package static let missingAPIKey = ErrorEntry(
    "missing-api-key", 401, 401, "Failed to resolve API Key variable request.queryparam.apikey", .inferred,
    source: "gateway conventions", shape: .gateway(errorCode: "steps.oauth.v2.FailedToResolveAPIKey"))
  package static let invalidAPIKey = ErrorEntry(
    "invalid-api-key", 401, 401, "Invalid ApiKey", .documented, source: "Partner API documentation, 2015",
    shape: .gateway(errorCode: "oauth.v2.InvalidApiKey"))
  package static let invalidAccessToken = ErrorEntry(
    "invalid-access-token", 401, 401, "Invalid access token", .documented,
    source: "Partner API documentation, 2015", shape: .gateway(errorCode: "oauth.v2.InvalidAccessToken"))
  package static let quotaExceeded = ErrorEntry(
    "quota-exceeded", 429, 429, "Rate limit quota violation. Quota limit exceeded. Identifier : ", .documented,
    source: "Discovery API documentation", shape: .gateway(errorCode: "policies.ratelimit.QuotaViolation"))

  // MARK: Where no code is documented

  package static let eventNotFound = ErrorEntry(
    "event-not-found", 404, 404, "Event not found", .invented, source: choice)
  package static let orderNotFound = ErrorEntry(
    "order-not-found", 404, 404, "Order not found", .invented, source: choice)
  package static let accountMismatch = ErrorEntry(
    "account-mismatch", 403, 403, "The account is not the one the order was billed with", .inferred,
    source: "SafeTix documentation, x-user-id note")
  package static let notOnSale = ErrorEntry(
    "not-on-sale", 90001, 403, "Event is not API transactable", .invented, source: choice)
  package static let unpaid = ErrorEntry(
    "unpaid", 20122, 400, "Payment Not Accepted", .inferred, source: "Partner API documentation, cart life cycle")
  package static let cardNotTaken = ErrorEntry(
    "card-not-taken", 20122, 400, "Payment Not Accepted", .inferred,
    source: "Partner API documentation, error table; WillCall for wallet and billing methods")
  package static let routeNotFound = ErrorEntry(
    "route-not-found", 404, 404, "The requested resource does not exist", .invented, source: choice)
  package static let methodNotAllowed = ErrorEntry(
    "method-not-allowed", 405, 405, "The method is not allowed for this resource", .invented, source: choice)
  package static let pollNotFound = ErrorEntry(
    "poll-not-found", 404, 404, "Nothing to poll for", .invented, source: choice)
  package static let refundNotFound = ErrorEntry(
    "refund-not-found", 404, 404, "Refund not found", .invented, source: choice)
  package static let notAcceptable = ErrorEntry(
    "not-acceptable", 406, 406, "Not acceptable", .inferred, source: "Partner API documentation, 2015, status list")
  package static let unsupportedEncoding = ErrorEntry(
    "unsupported-encoding", 415, 415, "Unsupported content encoding", .invented, source: choice)
  package static let unknownScenario = ErrorEntry(
    "unknown-scenario", 400, 400, "Unknown scenario", .invented, source: choice)
  package static let unknownRule = ErrorEntry("unknown-rule", 400, 400, "Unknown rule", .invented, source: choice)
  package static let internalError = ErrorEntry(
    "internal-error", 500, 500, "Internal error", .invented, source: choice)

  /// All entries except those for malformed requests, whose status and text come with the fault.
  public static let all: [ErrorEntry] = [
    invalidInput, unauthorized, invalidCaptcha, invalidDelivery, ticketLimit, niterun, noTicketTypes, noInventory,
    paymentNotAccepted, noFunds, invalidCVV, notTransactable, invalidCart, upstreamConnection, upstreamTimeout,
    invalidReserveStructure, missingAPIKey, invalidAPIKey, invalidAccessToken, quotaExceeded, eventNotFound,
    orderNotFound, accountMismatch, notOnSale, unpaid, cardNotTaken, routeNotFound, methodNotAllowed, pollNotFound,
    unknownScenario, unknownRule, internalError, refundNotFound, notAcceptable, unsupportedEncoding,
  ]

  /// The entry with a name.
  public static func entry(named name: String) -> ErrorEntry? {
    all.first { $0.name == name }
  }

  /// The entry for a request found malformed before any route was known (RFC 9112).
  public static func wireFault(status: Int, sentence: String) -> ErrorEntry {
    ErrorEntry("wire-fault", status, status, sentence, .invented, source: "RFC 9112")
  }
}
