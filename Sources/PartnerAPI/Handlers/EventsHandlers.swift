import BoxOffice
import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// What is on sale: the id, the details and the availability of an event.
enum EventsHandlers {
  /// `GET /events/{event_code}/{event_host}/id`.
  static func id(_ call: inout Call) throws(APIError) -> Answer {
    let code = call.parameter("event_code") ?? ""
    let host = call.parameter("event_host") ?? ""
    let catalogue = call.sandbox.withState { $0.boxOffice.catalogue }
    guard let event = catalogue.event(code: code, host: host) else {
      let known = catalogue.events.map { "\($0.description.code)/\($0.description.host)" }.joined(separator: ", ")
      throw APIError(
        ErrorCatalogue.eventNotFound,
        "There is no event \(code.prefix(40)) at host \(host.prefix(40)); this sandbox has \(known).")
    }
    return .json { EventIDWire.write(event, into: &$0) }
  }

  /// `GET /events/{event_id}`.
  static func details(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    let dates = call.sandbox.withState { $0.boxOffice.dates(of: event) }
    let link = "\(call.baseURL)/partners/v1/events/\(event.id)"
    return .json(reserving: 16_384, decision: .eventDetails) {
      EventDetailsWire.write(event, dates: dates, now: call.now, link: link, into: &$0)
    }
  }

  /// `GET /events/{event_id}/availability`.
  static func availability(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    let now = call.now
    let (map, dates) = try call.atBoxOffice { (office) throws(Refusal) in
      (office.seatMap(of: event, now: now), office.dates(of: event))
    }
    let hasBasePrices = try call.flag(AvailabilityWire.getBasePrice)
    let password = try call.query(AvailabilityWire.password)
    let shown = call.steering.isSoldOut ? SeatMap(soldOut: event.layout) : map
    let hasGeneralAdmission = event.layout.rows.contains { $0.seating == .general }
    var answer = Answer(
      status: .ok,
      body: .json(
        AvailabilityWire.text(
          of: event, dates: dates, map: shown, hasBasePrices: hasBasePrices, password: password)),
      decision: hasGeneralAdmission ? .generalAdmission : nil)
    if let password, !event.isOpened(by: password) {
      answer.decision = .availabilityPassword
      answer.diagnosis =
        "password matches no offer of event \(event.id), so only unprotected offers are listed. The documents "
        + "mention an error for a wrong password, but do not show its body."
    }
    return answer
  }
}
