import BoxOffice
import HTTPTypes
import PartnerVocabulary
import PartnerWire

/// Tracking of partners' users.
enum TrackingHandler {
  /// `GET /tracking`: a one-pixel image.
  static func pixel(_ call: inout Call) throws(APIError) -> Answer {
    let id = try call.requiredQuery(QueryWire.eventID)
    _ = try call.query(TrackingWire.sharedID)
    for field in TrackingWire.subIDs { _ = try call.query(field) }
    _ = try call.event(id)
    return Answer(status: .ok, body: .content(type: "image/gif", TrackingWire.pixel))
  }
}
