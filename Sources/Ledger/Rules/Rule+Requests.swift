extension Rule {
  private static let longestAge: Int64 = 24 * 3600

  /// Rules about how requests are written and how often they come.
  static let requests: [Rule] = [
    Rule(
      "ticket-type-verbatim", .violation,
      "A ticket type id is sent exactly as in availability: as text, with its leading zeros.",
      why: "000000000001 and 1 are different ids.",
      fix: "Keep ticketTypeId as text, and send it unchanged as reserve.tickets[].id.",
      source: "Partner API documentation, reserve", reads: [.cartReserve],
      .request { exchange, notes in
        guard exchange.wasWorkedOn else { return }
        notes.seen()
        guard let slip = exchange.ticketTypeSlip else { return }
        let form = slip.isNumber ? "the number \(slip.sent)" : quoted(slip.sent)
        notes.broken("The ticket type was \(form)" + (slip.meant.map { "; the id is \(quoted($0))." } ?? "."))
      }),
    Rule(
      "cart-id-encoded", .violation,
      "A cart id in a query is percent-encoded.",
      why: "Ids may contain +, / and =. An unencoded + is read as a space, so the cart is not found.",
      fix: "Percent-encode the cart id as a query value: + as %2B, / as %2F, = as %3D.",
      source: "Partner API documentation, shipping",
      reads: [.cartShippingList, .cartShippingSet, .cartDelete, .ordersGet, .ordersOpen, .polling],
      .request { exchange, notes in
        guard exchange.isCartIDUnescaped || exchange.cartID != nil else { return }
        notes.seen()
        if exchange.isCartIDUnescaped { notes.broken("The query had a cart id that was not percent-encoded.") }
      }),
    Rule(
      "card-encrypted", .violation,
      "Card numbers are sent encrypted.",
      why: "The service refuses unencrypted numbers, even test numbers. WillCall accepts the documents' test numbers.",
      fix: "Encrypt 16 characters of salt plus the number with the key from GET /certificate, and send the key's id "
        + "as encryption_key.",
      source: "Partner API documentation, add billing and FAQ", reads: [.cartPayment, .memberBillingAdd],
      .request { exchange, notes in
        switch exchange.card {
        case .clear(isTestNumber: false): notes.broken("An unencrypted card number that is not a test number.")
        case .clear(isTestNumber: true): notes.broken("An unencrypted test number.", severity: .advice)
        case .encrypted: notes.seen()
        case nil: break
        }
      }),
    Rule(
      "certificate-fresh", .violation,
      "Cards are encrypted with a certificate that is at most 24 hours old.",
      why: "A certificate is valid for 24 hours; the service cannot decrypt a card that used an older one.",
      fix: "Get /certificate again each day, or before each payment.",
      source: "Partner API documentation, certificate", reads: [.cartPayment, .memberBillingAdd],
      .request { exchange, notes in
        guard case .encrypted(let age?) = exchange.card else { return }
        notes.seen()
        if age > longestAge { notes.broken("A card encrypted with a certificate that was \(age / 3600) hours old.") }
      }),
    Rule(
      "captcha-once", .warning,
      "A captcha token is used only once.",
      why: "A solved captcha is good for one reserve; a reused token is refused as stale.",
      fix: "Get and solve a new captcha for each reserve.",
      source: "Partner API documentation, captcha", reads: [.cartReserve], .memory { CaptchaOnce() }),
    Rule(
      "quota-respected", .warning,
      "After a 429, the app waits for the quota to reset before its next call.",
      why: "Every earlier call is refused as well.",
      fix: "Wait until the time in Ratelimit-Expiry (milliseconds since 1970), and then call again.",
      source: "Partner API documentation, availability", reads: [.availability], .memory { QuotaRespected() }),
    Rule(
      "no-hammering", .warning,
      "A refused request is not retried unchanged right away.",
      why: "A request that was refused three times in ten seconds will be refused a fourth time.",
      fix: "Read error.code. If it says what is wrong, fix the request; otherwise wait longer before each retry.",
      source: "WillCall", reads: .all, .memory(of: [.refused]) { NoHammering() }),
    Rule(
      "lost-commit-looked-up", .violation,
      "After a commit whose answer was lost, the app looks for the order before it buys for that event again.",
      why: "The seats may be sold already, and a second purchase makes the fan pay twice.",
      fix: "Send GET /orders with cart_id and event_id, or repeat the commit: 90003 means that it had succeeded.",
      source: "WillCall; Partner API documentation, commit",
      reads: [.cartPayment, .cartCommit, .cartDelete, .ordersGet, .ordersOpen, .ordersStatus],
      .memory { LostCommit() }),
    Rule(
      "present-form", .advice,
      "Paths, methods and fields follow the current documents.",
      why: "WillCall accepts outdated forms, but the service may not.",
      fix: "Change the part that the remark names to its current form.",
      source: "Partner API documentation, history", reads: .all,
      // If no operation was reached, judge only the use of outdated forms.
      .request([.operation, .otherForms], faults: [.otherForms]) { exchange, notes in
        if let first = exchange.otherForms.first { notes.broken(first) }
      }),
    Rule(
      "body-is-json", .warning,
      "Bodies are JSON, are labelled as JSON, and have only documented fields.",
      why: "An undocumented field has no effect; usually its name is misspelt.",
      fix: "Send Content-Type: application/json, and remove or correct the fields that the remark names.",
      source: "Partner API documentation", reads: .all,
      .request([.any], faults: [.foreignContent, .unknownFields]) { exchange, notes in
        if let type = exchange.foreignContentType {
          notes.broken("A body with Content-Type \(quoted(type)).")
        } else if !exchange.unknownFields.isEmpty {
          let more = exchange.unknownFields.count > 4 ? " and more" : ""
          notes.broken(
            "Undocumented fields: \(exchange.unknownFields.prefix(4).joined(separator: ", "))\(more).")
        }
      }),
    Rule(
      "key-in-its-place", .violation,
      "The partner key is sent as the query parameter apikey, or in the header x-api-key.",
      why: "A key anywhere else is ignored, and ends up in logs and caches.",
      fix: "Append ?apikey=KEY (&apikey=KEY if there is a query already), or send x-api-key. Send one key per request.",
      source: "Partner API documentation, authentication", reads: .all,
      .request([.any], faults: [.misplacedKey]) { exchange, notes in
        switch exchange.keySlip {
        case .path: notes.broken("The key was a segment of the path.")
        case .afterAmpersand: notes.broken("The key followed & in a URL without a ?.")
        case .twoKeys: notes.broken("The request had two different keys.")
        case nil: break
        }
      }),
  ]
}
