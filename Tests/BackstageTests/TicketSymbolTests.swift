import Determinism
import EntryCode
import HTTPTypes
import JSONText
import SafeTix
import Symbology
import Testing

/// `GET tickets/BARCODE/symbol.svg`.
@Suite struct TicketSymbolTests {
  @Test func isWhatTheDeviceDrawsOfItsNewestToken() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    _ = try stage.token(ticket)
    let token = try stage.token(ticket)
    _ = try stage.token(ticket, device: "device-2")
    let at = ticket.start.rfc3339
    let answer = try stage.control(.get, "tickets/\(ticket.barcode)/symbol.svg?device=device-1&at=\(at)")
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer.header("Content-Type") == "image/svg+xml")
    #expect(answer.header("Cache-Control") == "no-store")
    let payload = Stage.payload(token, at: ticket.start)
    #expect(answer.header("X-Willcall-Payload") == payload)
    let symbol = try PDF417.symbol(of: payload)
    #expect(answer.text == SymbolSVG.document(of: symbol, title: "PDF417 of ticket \(ticket.barcode) at \(at)"))
    // At the sandbox's time, unless another is named.
    let now = try stage.control(.get, "tickets/\(ticket.barcode)/symbol.svg?device=device-1").text
    let current = try PDF417.symbol(of: Stage.payload(token, at: Stage.start))
    #expect(
      now == SymbolSVG.document(of: current, title: "PDF417 of ticket \(ticket.barcode) at \(Stage.start.rfc3339)"))
  }

  @Test(arguments: ["3F00BA2C00000002", "3F00BA2000000B0B"])
  func isAQRCodeWhereNothingRotates(event: String) throws {
    let stage = try Stage()
    let ticket = try stage.obtain(event)
    let answer = try stage.control(.get, "tickets/\(ticket.barcode)/symbol.svg")
    let symbol = try QRCode.symbol(of: ticket.barcode)
    let title = "QR code of ticket \(ticket.barcode) at \(Stage.start.rfc3339)"
    #expect(answer.text == SymbolSVG.document(of: symbol, title: title))
  }

  @Test func theDeviceWithTheNewestTokenNeedNotBeNamed() throws {
    let stage = try Stage()
    let ticket = try stage.obtain()
    let path = "tickets/\(ticket.barcode)/symbol.svg"
    try stage.control(.get, path).expectError(404, path: "?device")
    try stage.control(.get, path + "?device=device-1").expectError(404, path: "?device", found: "device-1")
    _ = try stage.token(ticket)
    let named = try stage.control(.get, path + "?device=device-1")
    #expect(try stage.control(.get, path).text == named.text)
    _ = try stage.control(.post, "clock", "{\"advance\":\"PT1S\"}")
    _ = try stage.token(ticket, device: "device-2")
    let newest = try stage.control(.get, path + "?device=device-2")
    #expect(try stage.control(.get, path).text == newest.text)
    #expect(newest.header("X-Willcall-Payload") != named.header("X-Willcall-Payload"))
    try stage.control(.get, path + "?device=device-1&at=noon").expectError(400, path: "?at", found: "noon")
    try stage.control(.get, "tickets/7/symbol.svg").expectError(404, path: "/__willcall/tickets/7/symbol.svg")
  }
}
