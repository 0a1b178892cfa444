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
///
/// Not copyable: it is large, and a copy of it costs more than most of what is done with it.
struct Call: ~Copyable {
  /// The request, where it leads, and when it came.
  var visit: Visit
  /// The sandbox's time when work on the request began; everything in the answer happens at this instant.
  let now: Instant
  let service: PartnerService
  /// What a scenario changes about the handling of the call.
  let steering: Steering
  /// The account that the request names, once a handler has read it; for the journal.
  var account: String?
  /// The cart that the call is about, once a handler knows it; for polling.
  var cartID: String?
  /// The facts about the exchange for the ledger: handlers add what they learn as they read it.
  var facts: ExchangeFact
  /// The forms in the request that differ from those in the current documents.
  var otherForms = OtherForms()
  /// Members of the body that no table describes.
  var unknownMembers = UnknownMembers()

  /// The event of the cart, for an outdated path that names none.
  private var adoptedEvent: String?

  /// Begins a call.
  init(_ visit: consuming Visit, at now: Instant, service: PartnerService, _ steering: consuming Steering) {
    facts = ExchangeFact(visit, steering, at: now)
    self.visit = visit
    self.now = now
    self.service = service
    self.steering = steering
  }

  /// The sandbox of the request's key.
  var sandbox: Sandbox { visit.sandbox }

  /// The decoded query.
  var query: Query { visit.request.target.query }

  /// The value of a parameter in the path; nil if the route has none of this name.
  func parameter(_ name: String) -> String? { visit.parameters[name] }

  /// The body as an object with the fields of a table; outdated forms and unknown members are noted.
  ///
  /// - Throws: as ``body()``.
  mutating func body(_ table: WireTable) throws(APIError) -> JSONObjectReader {
    let reader = try body()
    noteUnknownMembers(of: reader, table)
    if !table.fieldsWithOtherForms.isEmpty { otherForms.look(through: reader.value, as: table) }
    return reader
  }

  /// Notes the members of the body that are not in its table.
  ///
  /// - Parameter ignoringCase: whether member names are compared without case.
  mutating func noteUnknownMembers(of body: JSONObjectReader, _ table: WireTable, ignoringCase: Bool = false) {
    unknownMembers.look(through: body.value, as: table, ignoringCase: ignoringCase)
  }

  /// The body as an object.
  ///
  /// - Throws: `invalid-input` if it is not JSON or not an object; the content type does not matter.
  ///   `unsupported-encoding` if it is compressed: every library that decodes it would add a system requirement.
  func body() throws(APIError) -> JSONObjectReader {
    try Self.requireNoCoding(visit.request)
    do {
      return try JSONObjectReader(JSONValue.parse(visit.request.body))
    } catch let error as JSONSyntaxError {
      throw APIError(error)
    } catch let error as JSONMismatch {
      throw APIError(error)
    } catch {
      throw APIError(ErrorCatalogue.invalidInput, "\(error)")
    }
  }

  /// Refuses a body that is compressed.
  ///
  /// - Throws: `unsupported-encoding`.
  static func requireNoCoding(_ request: borrowing Request) throws(APIError) {
    let codings = request.contentCodings
    guard codings.isEmpty else {
      throw APIError(
        ErrorCatalogue.unsupportedEncoding,
        "Content-Encoding: expected none or identity, found \(codings.joined(separator: ", ").prefix(80)); "
          + "the body was not read. Send it unencoded.")
    }
  }

  /// The event that the path names.
  mutating func event() throws(APIError) -> Event { try event(adoptedEvent ?? parameter("event_id") ?? "") }

  /// The event with an id: either the one that answers print or another of its ids.
  mutating func event(_ id: String) throws(APIError) -> Event {
    guard let event = sandbox.event(id) else { throw refused(.unknownEvent(id)) }
    facts.event = event.id
    if event.id != id {
      otherForms.add("\(id) is another id of event \(event.id); answers use the latter.", isPast: false)
    }
    return event
  }

  /// Completes an outdated path, which names no event, with the event of the cart.
  ///
  /// - Throws: `invalid-cart` if the cart is not live.
  mutating func adoptEvent(ofCart id: String) throws(APIError) {
    let now = now
    let event = try atBoxOffice { (office) throws(Refusal) in try office.event(ofCart: id, now: now) }
    adoptedEvent = event.id
  }

  /// Completes an outdated path with the event of the cart that the body names.
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

  /// Runs work under the sandbox's lock; meanwhile the terms of a scenario that the request names are in force.
  func withState<Result: Sendable, Failure: Error>(
    _ work: (inout SandboxState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Usually there is none, and a closure that checked for it would copy the whole call.
    guard steering.hasHeader, let header = steering.header, !header.events.isEmpty else {
      return try sandbox.withState(work)
    }
    return try sandbox.withState { (state) throws(Failure) in
      state.adjustEvents(header: header)
      defer { state.adjustEvents() }
      return try work(&state)
    }
  }

  /// Whether anyone is listening to what happens in the sandbox.
  var isHeard: Bool { sandbox.isHeard }

  /// Tells listeners what the call did; the argument is evaluated only if there are any.
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

  /// The host by which the request names the service; an empty `Host` names nothing (RFC 9112 section 3.2).
  private var authority: String {
    guard let host = visit.request.host, !host.isEmpty else { return "localhost" }
    return host
  }

  /// The URL at which the client reached the service, such as `http://localhost:8490`: the base of absolute links.
  var baseURL: String {
    service.configuration.publicURL ?? "\(visit.request.scheme)://\(authority)"
  }
}
