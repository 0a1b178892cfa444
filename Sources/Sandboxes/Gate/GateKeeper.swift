import BoxOffice
import Determinism
import EntryCode
import EventCatalogue
import SafeTix

/// Judges a code by what a sandbox knows, without changing anything.
struct GateKeeper {
  let office: BoxOffice
  let issues: IssueCounters
  let issuer: TokenIssuer

  /// The ticket to which a code belongs.
  private struct Found {
    let sold: (order: Order, ticket: Ticket)
    /// For a code that rotates: the device it belongs to, and what is to be compared.
    let rotating: (device: UInt64, issue: UInt64, passwords: ScannedPayload.Passwords)?
  }

  /// The verdict on a code, ignoring earlier admissions.
  ///
  /// The first of these that applies: there is no such ticket, the order is voided, it is the wrong day, delivery has
  /// not begun, the code is not current, the token has expired.
  func judge(_ payload: String, at now: Instant, gate: String?) -> GateScan {
    guard let found = find(payload) else { return GateScan(.unknownTicket, at: now, gate: gate) }
    let order = found.sold.order
    let dates = office.dates(of: order.event)
    func scan(
      _ verdict: GateVerdict, age: CodeAge? = nil, issuedAt: Instant? = nil, deliveredFrom: Instant? = nil
    ) -> GateScan {
      GateScan(
        verdict, at: now, gate: gate, sold: found.sold, startsAt: dates.start, age: age, issuedAt: issuedAt,
        deliveredFrom: deliveredFrom)
    }
    if order.isVoided { return scan(.voided) }
    guard Self.entry(dates, order.event).contains(now) else { return scan(.wrongDay) }
    let delivery = office.delivery(of: order, at: now)
    if case .delayed(let release, _) = delivery { return scan(.notYetDelivered, deliveredFrom: release) }
    guard let (device, issue, passwords) = found.rotating else {
      return scan(order.event.description.entry == .rotatingSymbology ? .staleCode : .admit)
    }
    let label = found.sold.ticket.seedLabel
    let age = CodeAge(
      of: passwords, customerKey: issuer.customerKey(ticket: label, device: device),
      eventKey: issuer.eventKey(event: order.event.seedLabel), at: now)
    switch age {
    case .stale: return scan(.staleCode, age: age)
    case .skewed: return scan(.clockSkew, age: age)
    case .fresh: break
    }
    let issuedAt = issues.issues(ticket: label, device: device).flatMap { $0.instant(of: issue) }
    let isAlive = issuedAt.map { now <= Self.end(ofTokenIssuedAt: $0, start: dates.start) } ?? true
    return scan(isAlive ? .admit : .expiredToken, age: age, issuedAt: issuedAt)
  }

  /// From midnight of the event's day to its end, or six hours after the start if that is later.
  private static func entry(_ dates: EventSchedule.Dates, _ event: Event) -> ClosedRange<Instant> {
    let zone = event.description.venue.zone
    let opening = zone.instant(of: CivilDateTime(date: dates.localDate, time: .midnight))
    let midnight = zone.instant(of: CivilDateTime(date: dates.localDate.adding(days: 1), time: .midnight))
    return opening...max(midnight - .milliseconds(1), dates.start + GateScan.entryAfterStart, opening)
  }

  /// Six hours after the start if issued on the last day before it or later; otherwise one day after issue.
  private static func end(ofTokenIssuedAt instant: Instant, start: Instant) -> Instant {
    instant >= start - GateScan.tokenLife ? start + GateScan.entryAfterStart : instant + GateScan.tokenLife
  }

  // MARK: Finding

  private func find(_ text: String) -> Found? {
    guard let payload = ScannedPayload(text) else { return nil }
    guard let passwords = payload.passwords else {
      return office.ticket(barcode: payload.subject).map { Found(sold: $0, rotating: nil) }
    }
    guard let rawToken = try? Base64.decode(payload.subject) else { return nil }
    let pair = issues.first { ticket, device, issue in
      issuer.isRawToken(rawToken, ticket: ticket, device: device, issue: issue)
    }
    guard let pair, let sold = office.ticket(seedLabel: pair.ticket) else { return nil }
    return Found(sold: sold, rotating: (pair.device, pair.issue, passwords))
  }
}
