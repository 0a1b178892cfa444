import BoxOffice

/// The event list and availability.
enum EventsHandlers {
  /// `GET /events`.
  static func list(_ call: inout Call) throws(APIError) -> Answer {
    let entries = try call.atBoxOffice { (office) throws(Refusal) in
      office.catalogue.events.map { ($0, office.dates(of: $0)) }
    }
    return .json(reserving: 8192) { EventListWire.write(entries, into: &$0) }
  }

  /// `GET /events/{event_id}/availability`.
  static func availability(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    let now = call.now
    let (map, dates) = try call.atBoxOffice { (office) throws(Refusal) in
      (office.seatMap(of: event, now: now), office.dates(of: event))
    }
    let shown = call.steering.isSoldOut ? SeatMap(soldOut: event.layout) : map
    let hasGeneralAdmission = event.layout.rows.contains { $0.seating == .general }
    return .json(
      reserving: 1024 + event.layout.seatCount * 26, decision: hasGeneralAdmission ? .generalAdmission : nil
    ) { AvailabilityWire.write(event, dates: dates, map: shown, into: &$0) }
  }
}
