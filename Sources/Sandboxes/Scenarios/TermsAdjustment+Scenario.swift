import BoxOffice
import EventCatalogue
package import Scenarios

extension TermsAdjustment {
  /// What a scenario says about an event, in the box office's terms.
  init(_ adjustment: EventAdjustment) {
    self.init()
    if let delay = adjustment.delayDelivery { delayDelivery = DelayDelivery(delay) }
    reserveHold = adjustment.hold?.reserveSeconds.map { .seconds($0) }
    paymentHold = adjustment.hold?.paymentSeconds.map { .seconds($0) }
    requiresCaptcha = adjustment.captcha
  }
}

extension DelayDelivery {
  init(_ delay: DelayedDelivery) {
    let release: Release =
      switch delay.until {
      case .date(let date): .date(date)
      case .instant(let instant): .instant(instant)
      case .afterOrder(let duration): .afterOrder(duration)
      case .beforeEvent(let duration): .beforeEvent(duration)
      case .daysAfterStart(let days): .daysAfterStart(days)
      }
    let style: Style =
      switch delay.style {
      case .omitToken: .omitToken
      case .scrambledToken: .scrambledToken
      case .error: .error
      }
    self.init(release: release, style: style)
  }
}

extension SandboxState {
  /// Passes the event adjustments of the active scenarios, and of one named by a request, to the box office.
  package mutating func adjustEvents(header: Scenario? = nil) {
    guard engine.adjustsEvents(header: header) else {
      if !boxOffice.adjustments.isEmpty { boxOffice.adjustments = [:] }
      return
    }
    var adjustments: [String: TermsAdjustment] = [:]
    for event in boxOffice.catalogue.events {
      let aliases = event.description.aliases
      if let adjustment = engine.adjustment(forEvent: event.id, aliases: aliases, header: header) {
        adjustments[event.id] = TermsAdjustment(adjustment)
      }
    }
    boxOffice.adjustments = adjustments
  }
}
