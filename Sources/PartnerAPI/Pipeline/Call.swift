import BoxOffice
import Determinism
import HTTPTypes
import HTTPWire
import JSONText

/// One request on its way through a handler.
struct Call {
  let request: Request
  let parameters: PathParameters
  let sandbox: Sandbox
  /// The sandbox's time when the request was taken up; everything in the answer happens at this instant.
  let now: Instant
  let service: PartnerService
  /// The account that the request names, once a handler has read it; for the journal.
  var account: String?

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
      return try sandbox.withState { (state) throws(Refusal) in try work(&state.boxOffice) }
    } catch {
      throw refused(error)
    }
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
