import BoxOffice
import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import Scenarios

/// One request on its way through a handler.
struct Call {
  let request: Request
  let parameters: PathParameters
  let sandbox: Sandbox
  /// The sandbox's time when the request was taken up; everything in the answer happens at this instant.
  let now: Instant
  let service: PartnerService
  /// What a scenario changes about the work.
  let steering: Steering
  /// The account that the request names, once a handler has read it; for the journal.
  var account: String?
  /// The cart that the call is about, once a handler knows it; for polling.
  var cartID: String?

  /// The decoded query.
  var query: Query { request.target.query }

  /// The body as an object.
  ///
  /// - Throws: `invalid-input` if it is not JSON or not an object; the content type does not matter.
  func body() throws(APIError) -> JSONObjectReader {
    do {
      return try JSONObjectReader(JSONValue.parse(request.body))
    } catch let error as JSONSyntaxError {
      throw APIError(error)
    } catch let error as JSONMismatch {
      throw APIError(error)
    } catch {
      throw APIError(ErrorCatalogue.invalidInput, "\(error)")
    }
  }

  /// The event that the path names.
  func event() throws(APIError) -> Event {
    let id = parameters["event_id"] ?? ""
    guard let event = sandbox.event(id) else { throw refused(.unknownEvent(id)) }
    return event
  }

  /// Runs work on the box office under the sandbox's lock.
  func atBoxOffice<Result: Sendable>(
    _ work: (inout BoxOffice) throws(Refusal) -> Result
  ) throws(APIError) -> Result {
    do throws(Refusal) {
      return try withState { (state) throws(Refusal) in try work(&state.boxOffice) }
    } catch {
      throw refused(error)
    }
  }

  /// Runs work under the sandbox's lock, with the terms of a scenario that the request names in force meanwhile.
  func withState<Result: Sendable, Failure: Error>(
    _ work: (inout SandboxState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try sandbox.withState { (state) throws(Failure) in
      guard let header = steering.header, !header.events.isEmpty else { return try work(&state) }
      state.adjustEvents(header: header)
      defer { state.adjustEvents() }
      return try work(&state)
    }
  }

  /// Whether somebody listens to what happens in the sandbox.
  var isHeard: Bool { sandbox.isHeard }

  /// Tells whoever listens what the call did; evaluated only if somebody does.
  func tell(_ kind: @autoclosure () -> Happening.Kind) {
    sandbox.tell(at: now, kind())
  }

  /// Counts the call against the quota of the active scenarios.
  ///
  /// - Throws: `quota-exceeded` with the key in its text, as the gateway answers.
  func spendQuota(_ operation: Operation) throws(APIError) -> QuotaStanding? {
    let standing = sandbox.withState { state in
      state.engine.spendQuota(for: operation.rawValue, at: now, header: steering.header)
    }
    guard let standing, standing.isExceeded else { return standing }
    var error = APIError(
      ErrorCatalogue.quotaExceeded,
      "The quota of \(standing.allowed) calls is used up until \(standing.expiry.rfc3339).")
    error.messageSuffix = sandbox.key
    error.quota = standing
    throw error
  }

  /// The error for a refusal.
  func refused(_ refusal: Refusal) -> APIError {
    APIError(
      refusal, at: now,
      context: RefusalContext(
        eventIDs: sandbox.withState { $0.boxOffice.catalogue.events.map(\.id) },
        sandboxWasEvicted: sandbox.replacesEvicted))
  }

  /// The cart that the query names as `cart_id` or `cartId`.
  func cartIDInQuery() throws(APIError) -> String {
    guard let id = query.first("cart_id") ?? query.first("cartId"), !id.isEmpty else {
      throw APIError(ErrorCatalogue.invalidInput, "The query needs cart_id, percent-encoded.")
    }
    return id
  }

  /// Where the client reached the service, such as `http://localhost:8490`: the base of absolute links.
  var baseURL: String {
    service.configuration.publicURL ?? "\(request.target.scheme ?? "http")://\(request.host ?? "localhost")"
  }
}
