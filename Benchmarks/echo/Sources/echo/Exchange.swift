import Hummingbird

/// What Secure Render is asked, as its documents have it.
struct RenderRequest: Codable {
  /// One ticket to render.
  struct Ticket: Codable {
    var eventId: String
    var section: String
    var row: String
    var seat: String
    var barcode: String
  }

  var deviceId: String
  var deviceType: String
  var deviceOs: String
  var tickets: [Ticket]
}

/// What it answers, with tokens that are always the same: nothing is checked, looked up or made.
struct RenderResponse: ResponseEncodable {
  /// One rendered ticket.
  struct Ticket: Codable {
    /// The pass of the ticket on the device.
    struct PassData: Codable {
      /// The pass on iOS.
      struct IOS: Codable {
        var pkPassId: String
      }

      var ios: IOS
    }

    var eventId: String
    var section: String
    var row: String
    var seat: String
    var barcode: String
    var token: String
    var renderType: String
    var passData: PassData
  }

  var deviceId: String
  var deviceType: String
  var deviceOs: String
  var nfcCapableDevice: Bool
  var tickets: [Ticket]

  /// The answer to a request.
  init(_ request: RenderRequest) {
    deviceId = request.deviceId
    deviceType = request.deviceType
    deviceOs = request.deviceOs
    nfcCapableDevice = true
    tickets = request.tickets.map { ticket in
      Ticket(
        eventId: ticket.eventId, section: ticket.section, row: ticket.row, seat: ticket.seat, barcode: ticket.barcode,
        token: Self.token, renderType: "rotating_symbology",
        passData: .init(ios: .init(pkPassId: "00000000-0000-4000-8000-000000000000")))
    }
  }

  private static let token = String(repeating: "x", count: 284)
}
