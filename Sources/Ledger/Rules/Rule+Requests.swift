extension Rule {
  private static let longestAge: Int64 = 24 * 3600

  /// How requests are written, and how often they come.
  static let requests: [Rule] = [
    Rule(
      "ticket-type-verbatim", .violation,
      "A ticket type id is sent as availability gave it: text, with its leading zeros.",
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
      why: "Ids may have +, / and =: a bare + is read as a blank, and the cart is not found.",
      fix: "Encode the cart id as one value of a query: + as %2B, / as %2F, = as %3D.",
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
      why: "The service refuses numbers in clear, test numbers too; here those of the documents pass, for convenience.",
      fix: "Encrypt 16 characters of salt and the number with the key of GET /certificate, and send its id as "
        + "encryption_key.",
      source: "Partner API documentation, add billing and FAQ", reads: [.cartPayment, .memberBillingAdd],
      .request { exchange, notes in
        switch exchange.card {
        case .clear(isTestNumber: false): notes.broken("A card number in clear that is none of the test numbers.")
        case .clear(isTestNumber: true): notes.broken("A test number in clear.", severity: .advice)
        case .encrypted: notes.seen()
        case nil: break
        }
      }),
    Rule(
      "certificate-fresh", .violation,
      "Cards are encrypted with a certificate that is no older than 24 hours.",
      why: "A certificate is valid for 24 hours; what was encrypted with an older one cannot be read.",
      fix: "Get /certificate anew each day, or before each payment.",
      source: "Partner API documentation, certificate", reads: [.cartPayment, .memberBillingAdd],
      .request { exchange, notes in
        guard case .encrypted(let age?) = exchange.card else { return }
        notes.seen()
        if age > longestAge { notes.broken("A card encrypted with a certificate of \(age / 3600) hours.") }
      }),
    Rule(
      "captcha-once", .warning,
      "A captcha token is used once.",
      why: "A solved captcha serves for one reserve; the same again is refused as stale.",
      fix: "Get and solve a captcha for each reserve.",
      source: "Partner API documentation, captcha", reads: [.cartReserve], .memory { CaptchaOnce() }),
    Rule(
      "quota-respected", .warning,
      "After a 429 the next call waits until the quota begins anew.",
      why: "Every call before that is refused as well.",
      fix: "Read Ratelimit-Expiry, in milliseconds since 1970, and call again after it.",
      source: "Partner API documentation, availability", reads: [.availability], .memory { QuotaRespected() }),
    Rule(
      "no-hammering", .warning,
      "A request that was refused is not repeated unchanged at once.",
      why: "What was refused three times in ten seconds will be refused a fourth time.",
      fix: "Read error.code: mend the request if it says what is wrong, else wait longer each time.",
      source: "WillCall", reads: .all, .memory { NoHammering() }),
    Rule(
      "lost-commit-looked-up", .violation,
      "After a commit whose answer never arrived, the order is asked for before the event is bought again.",
      why: "The seats may be sold already: who just buys again makes the fan pay twice.",
      fix: "Send GET /orders with cart_id and event_id, or the commit once more: 90003 means that it was sold.",
      source: "WillCall; Partner API documentation, commit",
      reads: [.cartPayment, .cartCommit, .cartDelete, .ordersGet, .ordersOpen, .ordersStatus],
      .memory { LostCommit() }),
    Rule(
      "present-form", .advice,
      "Paths, verbs and fields are those of the present documents.",
      why: "Forms of the past are taken here, and perhaps not by the service.",
      fix: "Write what the remark names in the form of the present documents.",
      source: "Partner API documentation, history", reads: .all,
      .request { exchange, notes in
        // Of what reached no operation only that it is of the past.
        guard exchange.operation != nil || !exchange.otherForms.isEmpty else { return }
        notes.seen()
        if let first = exchange.otherForms.first { notes.broken(first) }
      }),
    Rule(
      "body-is-json", .warning,
      "Bodies are JSON, say so, and have the documents' fields only.",
      why: "A field that no document knows does nothing: most often its name is misspelt.",
      fix: "Send Content-Type: application/json, and drop or correct the fields that the remark names.",
      source: "Partner API documentation", reads: .all,
      .request { exchange, notes in
        notes.seen()
        if let type = exchange.foreignContentType {
          notes.broken("A body with Content-Type \(quoted(type)).")
        } else if !exchange.unknownFields.isEmpty {
          let more = exchange.unknownFields.count > 4 ? " and more" : ""
          notes.broken(
            "Fields that no document knows: \(exchange.unknownFields.prefix(4).joined(separator: ", "))\(more).")
        }
      }),
    Rule(
      "key-in-its-place", .violation,
      "The partner key is the query's apikey, or the header x-api-key.",
      why: "Elsewhere it is not read, and ends up in logs and caches.",
      fix: "Append ?apikey=KEY, or &apikey=KEY if there is a query already; or send x-api-key. One key a request.",
      source: "Partner API documentation, authentication", reads: .all,
      .request { exchange, notes in
        notes.seen()
        switch exchange.keySlip {
        case .path: notes.broken("The key was a segment of the path.")
        case .afterAmpersand: notes.broken("The key came after & in a target without ?.")
        case .twoKeys: notes.broken("The request had two keys that differ.")
        case nil: break
        }
      }),
  ]
}
