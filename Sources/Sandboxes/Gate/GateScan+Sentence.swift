import BoxOffice
import Determinism
import EventCatalogue

extension GateScan {
  /// What a steward would say.
  public var sentence: String {
    guard let (order, ticket) = sold else { return "There is no ticket with this code." }
    let zone = order.event.description.venue.zone
    func local(_ instant: Instant) -> String {
      let local = zone.local(instant)
      return "\(local.date) at \(local.time)"
    }
    switch verdict {
    case .admit:
      let seat = ticket.isGeneralAdmission ? "" : ", row \(ticket.row), seat \(ticket.seatName)"
      return "Welcome: section \(ticket.section)\(seat), by portal \(ticket.portal)."
    case .alreadyUsed:
      let gate = earlier?.gate.map { " at gate \($0)" } ?? ""
      return "Somebody entered with this ticket on \(local(earlier?.at ?? at))\(gate), and it admits one person."
    case .staleCode:
      guard age != nil else { return "This is only the ticket's number: open it in the app, where its code changes." }
      guard let seconds = secondsBehind else {
        return "This code is not from the last few minutes, perhaps a screenshot: open the ticket in the app."
      }
      guard seconds > 0 else {
        return "This code is \(Self.span(-seconds)) ahead of time: correct the phone's clock."
      }
      return "This code is \(Self.span(seconds)) old, perhaps a screenshot: open the ticket in the app."
    case .clockSkew:
      let seconds = secondsBehind ?? 0
      let way = seconds > 0 ? "slow" : "fast"
      return "The phone's clock is \(abs(seconds)) s \(way): correct it, and show the ticket again."
    case .expiredToken:
      let since = issuedAt.map { " since \(local($0))" } ?? ""
      return "The app has not refreshed this ticket\(since): go online, and open it again."
    case .unknownTicket: return "There is no ticket with this code."
    case .voided: return "Order \(order.number) was voided: its tickets admit nobody."
    case .notYetDelivered:
      let date = deliveredFrom.map { "; it will be on \(local($0))" } ?? ""
      return "This ticket has not been delivered yet\(date)."
    case .wrongDay:
      let start = startsAt.map { " on \(local($0))" } ?? ""
      return "This ticket is for \(order.event.description.name)\(start); now it is \(local(at))."
    }
  }

  private static func span(_ seconds: Int64) -> String {
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    if hours >= 48 { return "\(hours / 24) days" }
    if hours > 0 { return "\(hours) h \(minutes) min" }
    return minutes > 0 ? "\(minutes) min" : "\(seconds) s"
  }
}
