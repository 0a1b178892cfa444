import BoxOffice
import Determinism
import EntryCode
import EventCatalogue
import HTTPTypes
import HTTPWire
import SafeTix
import Sandboxes
import Symbology

/// `GET tickets/BARCODE/symbol.svg`.
enum TicketHandlers {
  /// The text of the symbol, for `POST gate/scan`.
  private static let payload = HTTPField.Name("X-Willcall-Payload")!

  /// Draws what an SDK would draw for the newest token of a ticket, on a device or on any.
  static func symbol(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let at = try instant(call)
    let barcode = call.parameters["ticket"] ?? ""
    guard let (order, ticket) = sandbox.withState({ $0.boxOffice.ticket(barcode: barcode) }) else {
      throw ControlError(
        .notFound, "This sandbox has sold no such ticket.", path: call.request.target.path,
        expected: "a barcode from GET orders", found: barcode)
    }
    let instant = at ?? sandbox.now()
    let token = try token(of: ticket, event: order.event, device: call.query.first("device"), in: sandbox)
    let drawing = EntryPayload.make(token: token, at: instant)
    let symbol: Symbol
    do throws(SymbologyError) {
      symbol = try Symbol.drawing(drawing.payload, as: drawing.symbology == .pdf417 ? Symbol.Kind.pdf417 : .qrCode)
    } catch {
      throw ControlError(.conflict, "\(error)", path: call.request.target.path, expected: "less", found: "more")
    }
    let title = "\(drawing.symbology.rawValue) of ticket \(barcode) at \(instant.rfc3339)"
    return Response(
      contentType: "image/svg+xml", body: Array(SymbolSVG.document(of: symbol, title: title).utf8),
      fields: [.cacheControl: "no-store", payload: drawing.payload])
  }

  private static func instant(_ call: ControlCall) throws(ControlError) -> Instant? {
    guard let text = call.query.first("at") else { return nil }
    guard let instant = Instant(rfc3339: text) else {
      throw ControlError(
        .badRequest, "The instant cannot be read.", path: "?at",
        expected: "an RFC 3339 instant, such as 2026-12-01T18:00:00Z", found: text)
    }
    return instant
  }

  /// Finds the newest token without issuing one.
  private static func token(
    of ticket: Ticket, event: Event, device: String?, in sandbox: Sandbox
  ) throws(ControlError) -> EntryToken {
    switch event.description.entry {
    case .barcode, .secureBarcode: return EntryToken(barcode: ticket.barcode, renderType: .barcode)
    case .rotatingSymbology: break
    }
    let label = ticket.seedLabel
    let fold = device.map { SeededSource.fold($0) } ?? sandbox.withState { $0.issues.newestDevice(ofTicket: label) }
    guard let fold, let issues = sandbox.withState({ $0.issues.issues(ticket: label, device: fold) }) else {
      throw ControlError(
        .notFound, noToken, path: "?device", expected: "the id of a device that has a token for the ticket",
        found: device ?? "nothing")
    }
    return sandbox.tokenIssuer.token(
      barcode: ticket.barcode, ticket: label, device: fold, event: event.seedLabel, issue: issues.count)
  }

  private static let noToken = "No token was issued for it: open the order, or refresh the ticket, on the device first."
}
