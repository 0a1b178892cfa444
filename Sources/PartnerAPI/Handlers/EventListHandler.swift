import BoxOffice
import EventCatalogue
import PartnerVocabulary
import PartnerWire

/// `GET /events`: the whole catalogue, or the part that the query asks for.
enum EventListHandler {
  static func list(_ call: inout Call) throws(APIError) -> Answer {
    let page = try count(EventListWire.page, upTo: Int(Int32.max), in: &call) ?? 1
    let limit = try count(EventListWire.limit, upTo: EventListWire.pageLimit, in: &call) ?? EventListWire.pageLimit
    let source = try source(in: &call)
    let ids = try call.query(EventListWire.wanted).map { $0.split(separator: ",").map(String.init) }
    let entries = try call.atBoxOffice { (office) throws(Refusal) in
      let catalogue = office.catalogue
      // Only events that exist, in catalogue order; unknown ids are ignored.
      let wanted = ids.map { Set($0.compactMap { catalogue.event($0)?.id }) }
      let events = source == "TM_US" ? catalogue.events.filter { wanted?.contains($0.id) ?? true } : []
      let first = min(events.count, (page - 1) * limit)
      return events[first..<min(events.count, first + limit)].map { ($0, office.dates(of: $0)) }
    }
    return .json(reserving: 8192) { EventListWire.write(entries, into: &$0) }
  }

  /// A whole number of at least 1.
  private static func count(_ field: WireField, upTo most: Int, in call: inout Call) throws(APIError) -> Int? {
    guard let count = try call.queryCount(field, upTo: most) else { return nil }
    guard count > 0 else {
      throw APIError(
        ErrorCatalogue.invalidInput,
        "\(field.name) in the query: expected a whole number from 1 to \(most), found \"0\"")
    }
    return count
  }

  /// Where the events are sold; `MFX` needs the market.
  private static func source(in call: inout Call) throws(APIError) -> String {
    let field = EventListWire.marketSource
    let source = try call.query(field) ?? "TM_US"
    if case .choice(let names) = field.kind, !names.contains(source) {
      throw APIError(
        ErrorCatalogue.invalidInput,
        "source in the query: expected one of \(names.joined(separator: ", ")), found \"\(source.prefix(40))\"")
    }
    if source == "MFX" { _ = try call.requiredQuery(EventListWire.market) }
    return source
  }
}
