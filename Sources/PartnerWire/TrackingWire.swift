/// The query of `GET /tracking` and its answer.
package enum TrackingWire {
  private static let source = "Partner API, Tracking"
  package static let sharedID = id("shared_id", alias: "sharedId", about: "The partner's id for what led to the event.")
  package static let subIDs = [
    id("sub_id1", alias: "subId1", about: "The first id under shared_id."),
    id("sub_id2", alias: "subId2", about: "The second id under shared_id."),
    id("sub_id3", alias: "subId3", about: "The third id under shared_id."),
  ]
  package static let queryTable = WireTable("TrackingQuery", [QueryWire.eventID, sharedID] + subIDs)

  private static func id(_ name: String, alias: String, about: String) -> WireField {
    WireField(name, .text(1...32), aliases: [alias], about: about, source: source, example: "\"partner-123\"")
  }

  /// A transparent one-pixel image: GIF89a with a graphic control extension.
  package static let pixel: [UInt8] =
    Array("GIF89a".utf8)
    // 1 × 1, with a table of two colours: black and white.
    + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF]
    // Colour 0 is transparent.
    + [0x21, 0xF9, 4, 1, 0, 0, 0, 0]
    // The image data: one pixel of colour 0, compressed; then the trailer.
    + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
}
