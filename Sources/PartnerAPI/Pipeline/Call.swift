import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Ledger
import PartnerVocabulary
import PartnerWire
import Sandboxes
import Scenarios

/// One request on its way through a handler.
struct Call {
  let request: Request
  var parameters: PathParameters
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
  /// What the ledger learns about the exchange: handlers add what they know once they have read it.
  var facts: ExchangeFact
  /// What the request says in other forms than the documents' present ones.
  var otherForms = OtherForms()
  /// What the body has that no table has.
  var unknownMembers = UnknownMembers()

  /// The decoded query.
  var query: Query { request.target.query }

  /// The body as an object with the fields of a table; forms of the past and unknown members are noted.
  ///
  /// - Parameter ignoringCase: whether names of members are compared without case.
  /// - Throws: as ``body()``.
  mutating func body(_ table: WireTable, ignoringCase: Bool = false) throws(APIError) -> JSONObjectReader {
    let reader = try body()
    unknownMembers.look(through: reader.value, as: table, ignoringCase: ignoringCase)
    if !table.fieldsWithOtherForms.isEmpty { otherForms.look(through: reader.value, as: table) }
    return reader
  }

  /// The body as an object.
  ///
  /// - Throws: `invalid-input` if it is not JSON or not an object; the content type does not matter.
  ///   `unsupported-encoding` if it is compressed: no library that decodes it comes without asking more of the system.
  func body() throws(APIError) -> JSONObjectReader {
    let codings = request.contentCodings
    guard codings.isEmpty else {
      throw APIError(
        ErrorCatalogue.unsupportedEncoding,
        "Content-Encoding: expected none or identity, found \(codings.joined(separator: ", ").prefix(80)); "
          + "the body was not read. Send it unencoded.")
    }
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
  mutating func event() throws(APIError) -> Event { try event(parameters["event_id"] ?? "") }

  /// The event with an id: the one that answers print, or another of its ids.
  mutating func event(_ id: String) throws(APIError) -> Event {
    guard let event = sandbox.event(id) else { throw refused(.unknownEvent(id)) }
    facts.event = event.id
    if event.id != id {
      otherForms.add("\(id) is another id of event \(event.id); answers use the latter.", isPast: false)
    }
    return event
  }

  /// Completes a path of the past, which has no event: the event is the cart's.
  ///
  /// - Throws: `invalid-cart` if the cart is not live.
  mutating func adoptEvent(ofCart id: String) throws(APIError) {
    let now = now
    let event = try atBoxOffice { (office) throws(Refusal) in try office.event(ofCart: id, now: now) }
    parameters = PathParameters(names: ["event_id"], values: [event.id])
  }

  /// Completes a path of the past with the event of the cart that the body names.
  ///
  /// - Throws: `invalid-input`, `invalid-cart`.
  mutating func adoptEventOfCartInBody() throws(APIError) {
    var body = try body()
    try adoptEvent(ofCart: body.required(CartWire.cartID))
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
    // Mostly there is none; and a closure that looked for it would copy the whole call.
    guard let header = steering.header, !header.events.isEmpty else { return try sandbox.withState(work) }
    return try sandbox.withState { (state) throws(Failure) in
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

  /// The error for a refusal.
  func refused(_ refusal: Refusal) -> APIError {
    APIError(
      refusal, at: now,
      context: RefusalContext(
        eventIDs: sandbox.withState { $0.boxOffice.catalogue.events.map(\.id) },
        sandboxWasEvicted: sandbox.replacesEvicted))
  }

  /// What the request names the service; an empty `Host` names nothing (RFC 9112 section 3.2).
  private var authority: String {
    guard let host = request.host, !host.isEmpty else { return "localhost" }
    return host
  }

  /// Where the client reached the service, such as `http://localhost:8490`: the base of absolute links.
  var baseURL: String {
    service.configuration.publicURL ?? "\(request.target.scheme ?? "http")://\(authority)"
  }
}
