import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import HTTPWire
import JSONText
import Ledger
import PartnerVocabulary
import PartnerWire
import SafeTix
import Sandboxes
import Scenarios

/// Secure Render: refreshes the tokens of tickets that have been sold.
enum SecureRenderHandler {
  private static let userHeader = ResponseHeaders.name("x-user-id")

  /// The account that a request names.
  static func user(of request: borrowing Request) -> String? {
    request.fields.first(userHeader).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A ticket that may be rendered, with the number of its new token.
  private struct Rendering {
    let ticket: Ticket
    let event: Event
    let issue: UInt64
  }

  /// `POST /marketplace/v1/securerender`: answers for every ticket, in order.
  static func render(_ call: inout Call) throws(APIError) -> Answer {
    let user = call.visit.approach.user
    call.account = user
    call.facts.name(account: user, folded: call.visit.approach.foldedUser)
    let reading = try RenderReading.read(&call)
    let desk = TokenDesk(sandbox: call.sandbox, device: reading.device)
    let now = call.now
    let envelopeFailure = reading.failure
    let steering = call.steering
    // A client that retries at once does so because of the scenario.
    if reading.envelope.tickets.indices.contains(where: { steering.failure(ofTicket: $0) != nil }) {
      call.facts.isArranged = true
    }
    var facts = RenderNotes(device: reading.namesDevice ? reading.device : 0, envelopeFailure)
    let (results, reasons) = call.withState { state in
      var results: [Result] = []
      var reasons: [Reason] = []
      results.reserveCapacity(reading.envelope.tickets.count)
      facts.look(for: reading, in: &state)
      for (place, request) in reading.envelope.tickets.enumerated() {
        let ticketFailure = reading.hasFaultyTicket ? request.failure : nil
        if let failure = envelopeFailure ?? ticketFailure ?? (user == nil ? .missingUser : nil) {
          results.append(.failure(failure))
          facts.add(request, failure)
          continue
        }
        switch judge(request, reading.barcodes[place], user: user ?? "", at: now, in: state.boxOffice, &facts) {
        case .failure(let failure):
          if failure == .notFound, reasons.count < Self.reasonLimit {
            reasons.append((results.count, UnknownTicket.reason(request, in: state.boxOffice)))
          }
          results.append(.failure(failure))
        case .ticket(let ticket, let event):
          // Faults of the request itself take precedence over what a scenario asks for.
          if let failure = steering.failure(ofTicket: place) {
            results.append(.failure(failure))
            continue
          }
          let issue = desk.nextIssue(of: ticket, at: now, in: &state)
          results.append(.rendering(Rendering(ticket: ticket, event: event, issue: issue)))
        }
      }
      return (results, reasons)
    }
    facts.finish(into: &call, user: user, reading)
    if call.visit.sandbox.isHeard {
      for case .rendering(let rendering) in results {
        let device = reading.envelope.deviceID.text
        call.tell(.token(rendering.ticket, event: rendering.event.id, device: device, issue: rendering.issue))
      }
    }
    if reasons.isEmpty { return answer(reading, results, desk, steering) }
    var answer = answer(reading, results, desk, steering)
    tell(reasons, &answer)
    return answer
  }

  /// Why a ticket was not found: its position in the list and what does not match.
  private typealias Reason = (place: Int, words: String)

  /// The largest number of tickets that the diagnosis explains.
  private static let reasonLimit = 4

  private static func tell(_ reasons: [Reason], _ answer: inout Answer) {
    answer.tell(reasons.map { "Ticket \($0.place): \($0.words)." }.joined(separator: " "))
  }

  private enum Result: Sendable {
    case rendering(Rendering)
    case failure(SecureRenderWire.Failure)
  }

  private enum Verdict {
    case ticket(Ticket, Event)
    case failure(SecureRenderWire.Failure)
  }

  /// Looks up a ticket; the first reason against it wins.
  private static func judge(
    _ request: SecureRenderWire.TicketRequest, _ barcode: String, user: String, at now: Instant, in office: BoxOffice,
    _ facts: inout RenderNotes
  ) -> Verdict {
    guard let (order, ticket) = office.ticket(barcode: barcode),
      names(request, ticket, of: order.event)
    else {
      facts.add(request, .notFound)
      return .failure(.notFound)
    }
    if let account = order.account, account != user {
      facts.add(order, ticket, .otherAccount)
      return .failure(.notAuthorized)
    }
    if order.isVoided {
      facts.add(order, ticket, .voided)
      return .failure(.voided)
    }
    switch office.delivery(of: order, at: now) {
    case .notSecure:
      facts.add(order, ticket, .notSecure)
      return .failure(.notSecure)
    case .delayed(let until, _):
      facts.add(order, ticket, .delayed(until: until))
      return .failure(.delayed)
    case .immediate, .released:
      facts.add(order, ticket, .issued)
      return .ticket(ticket, order.event)
    }
  }

  static func names(_ request: SecureRenderWire.TicketRequest, _ ticket: Ticket, of event: Event) -> Bool {
    (request.names(event: event.id) || event.description.aliases.contains { request.names(event: $0) })
      && request.names(section: ticket.section, row: ticket.row, seat: ticket.seatName)
  }

  private static func answer(
    _ reading: RenderReading, _ results: [Result], _ desk: TokenDesk, _ steering: Steering
  ) -> Answer {
    let envelope = reading.envelope
    let failures = results.compactMap { result in
      if case .failure(let failure) = result { failure } else { nil }
    }
    let status = status(failures)
    let isNFCDevice = reading.isNFCDevice
    let isNFCCapable = failures.isEmpty && isNFCDevice
    let bytes = 256 + results.count * 640
    var writer = JSONWriter(reservingCapacity: bytes)
    writer.object { body in
      envelope.echoDevice(into: &body)
      body.bool(SecureRenderWire.nfcCapableDevice, isNFCCapable)
      body.array(SecureRenderWire.answeredTickets) { list in
        for place in results.indices {
          list.object { entry in
            envelope.tickets[place].echo(into: &entry)
            write(results[place], isNFCCapable: isNFCDevice, flaw: steering.flaw(ofTicket: place), desk, into: &entry)
          }
        }
      }
    }
    if failures.isEmpty { return Answer(status: HTTPResponse.Status(code: status), body: .json(writer.bytes)) }
    var answer = Answer(status: HTTPResponse.Status(code: status), body: .json(writer.bytes))
    explain(failures, results, steering, in: &answer)
    return answer
  }

  /// Says in an answer which tickets failed, and why.
  private static func explain(
    _ failures: [SecureRenderWire.Failure], _ results: [Result], _ steering: Steering, in answer: inout Answer
  ) {
    guard let first = failures.first else { return }
    let place = results.firstIndex { if case .failure = $0 { true } else { false } } ?? 0
    let isArranged = steering.failure(ofTicket: place) == first
    answer.diagnosis = sentence(
      isArranged ? "a scenario asked for this error" : reason(first), ticket: place, of: results.count,
      failed: failures.count)
    if failures.count < results.count || failures.contains(where: { $0.code != first.code }),
      first.fidelity == .documented
    {
      answer.decision = .renderMixed
    } else {
      answer.fidelity = first.fidelity
      answer.anchor = "securerender/\(first.text)"
    }
  }

  private static func status(_ failures: [SecureRenderWire.Failure]) -> Int {
    guard let first = failures.first else { return 200 }
    return failures.allSatisfy { $0.code == first.code } ? first.code : 400
  }

  private static func write(
    _ result: Result, isNFCCapable: Bool, flaw: TokenFlaw?, _ desk: TokenDesk, into entry: inout JSONWriter
  ) {
    switch result {
    case .failure(let failure):
      entry.object(SecureRenderWire.error) { error in
        error.integer(SecureRenderWire.code, failure.code)
        error.string(SecureRenderWire.errorText, failure.text)
      }
    case .rendering(let rendering):
      if flaw != .missing {
        entry.key(SecureRenderWire.token.key)
        desk.writeToken(
          for: rendering.ticket, event: rendering.event, issue: rendering.issue, flaw: flaw, into: &entry)
      }
      entry.string(SecureRenderWire.renderType, rendering.event.description.entry.renderType)
      guard isNFCCapable else { return }
      entry.object(SecureRenderWire.passData) { pass in
        pass.object(SecureRenderWire.ios) { ios in
          ios.key(SecureRenderWire.pkPassID.key)
          desk.writePassID(for: rendering.ticket, into: &ios)
        }
      }
    }
  }

  private static func sentence(_ reason: String, ticket: Int, of count: Int, failed: Int) -> String {
    "\(failed) of \(count) tickets failed; ticket \(ticket): \(reason)."
  }

  private static func reason(_ failure: SecureRenderWire.Failure) -> String {
    switch failure {
    case .missing(let attribute): "\(attribute) is missing, null or empty"
    case .invalid(let attribute): "\(attribute) is not a string"
    case .missingUser: "the header x-user-id is missing; it must be the third_party_account_id sent with billing"
    case .notFound: "no sold ticket of this sandbox has this combination of event, section, row, seat and barcode"
    case .notAuthorized: "x-user-id is not the third_party_account_id that the order was billed with"
    case .voided: "its order was voided"
    case .notSecure: "its event is not SafeTix; draw the barcode itself"
    case .delayed: "delivery is delayed; the order says until when"
    }
  }
}
