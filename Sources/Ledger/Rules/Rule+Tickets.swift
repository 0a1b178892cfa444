extension Rule {
  /// Rules about tokens and when they are requested.
  static let tickets: [Rule] = [
    Rule(
      "barcode-from-order", .violation,
      "Secure Render sends the barcode that the order lists for the ticket.",
      why: "The barcode decides whether the ticket is valid. It never changes; only the tokens do.",
      fix: "Store each ticket's barcode_id from the Order Management answer, and send it with that ticket's seat.",
      source: "SafeTix documentation, FAQ 2", reads: [.secureRender],
      .request([.tickets], faults: [.otherBarcode]) { _, notes in
        notes.broken("Secure Render named a seat of the account's order with a barcode that is not that ticket's.")
      }),
    Rule(
      "render-fields-complete", .violation,
      "Secure Render sends deviceId, deviceType, deviceOs, and each ticket's eventId, section, row, seat and barcode.",
      why: "All are required; a ticket with a missing field gets no token.",
      fix: "Send every field as text, exactly as the order lists it.",
      source: "SafeTix documentation, Secure Render request", reads: [.secureRender],
      .request([.device, .tickets], faults: [.faultyDevice, .incomplete]) { exchange, notes in
        if exchange.hasDeviceProblem, let problem = exchange.device?.problem {
          return notes.broken("Secure Render was not complete: \(problem).")
        }
        guard let field = exchange.renders.missingField else { return }
        notes.broken("A ticket of Secure Render was not complete: \(field.rawValue).")
      }),
    Rule(
      "refresh-before-event", .warning,
      "Each ticket's token is refreshed in the twenty hours before its event.",
      why:
        "Without a network at the gate, the SDK draws the last token. One from the last twenty hours is still valid.",
      fix: "Call Secure Render twenty hours before the event begins, or later, and whenever the ticket is shown.",
      source: "SafeTix documentation, NOTE and FAQ 1", reads: .all, .memory { RefreshBeforeEvent() }),
    Rule(
      "no-refresh-before-delivery", .warning,
      "The app does not ask for a token before the delay date in the order.",
      why: "Tokens are withheld until that date, and every earlier call is refused.",
      fix: "Store additional_info.safetix_delivery_delay_date, and show the fan when the ticket will be available.",
      source: "SafeTix documentation, delay delivery", reads: [.ordersOpen, .ordersGet, .secureRender],
      .memory { RefreshBeforeDelivery() }),
    Rule(
      "no-blind-refresh", .advice,
      "Tokens are refreshed when a ticket is shown, not every twenty hours.",
      why: "The documents ask for one refresh within twenty hours of the event, not one every twenty hours.",
      fix: "Drop the timer: refresh when the fan opens the ticket, and once in the twenty hours before the event.",
      source: "SafeTix documentation, FAQ 1", reads: [.ordersOpen, .secureRender], .memory { BlindRefresh() }),
    Rule(
      "sdk-for-safetix", .warning,
      "Secure Render is called for SafeTix tickets only.",
      why: "A ticket without a token in the order is not SafeTix: the app draws its barcode as a QR code.",
      fix: "Look for a token in the order's answer; if a ticket has none, draw its barcode.",
      source: "SafeTix documentation, FAQ 5", reads: [.secureRender],
      .request([.tickets], faults: [.notSecure]) { _, notes in
        notes.broken("Secure Render for a ticket whose event is not SafeTix.")
      }),
  ]
}
