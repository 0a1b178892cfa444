import PartnerVocabulary
import PartnerWire

/// The contracts of the event calls.
enum EventContracts {
  static let list = RouteContract(
    summary: "List the events.",
    detail: "Pages start at 1. The catalogue's events belong to TM_US; other sources have none.",
    fidelity: .documented, source: "Partner API, Event List",
    parameters: ContractParameter.query(EventListWire.queryTable),
    answers: [.ok("The events of the catalogue.", EventListWire.table, headers: QuotaHeaderFields.perClient)],
    errors: [ErrorCatalogue.invalidInput],
    rules: [ContractRule("market, if source is MFX", text: "The query needs market")])

  static let id = RouteContract(
    summary: "Find an event by its host and the host's code for it.", fidelity: .documented,
    source: "Partner API, Event ID",
    parameters: [
      ContractParameter(
        .path,
        WireField(
          "event_code", .string, required: true, about: "The host's code for the event.",
          source: "Partner API, Event ID", example: "\"EPT0726E\"")),
      ContractParameter(
        .path,
        WireField(
          "event_host", .string, required: true, about: "The host that sells the event.",
          source: "Partner API, Event ID", example: "\"LA2\"")),
    ],
    answers: [.ok("The id of the event.", EventIDWire.table)], errors: [ErrorCatalogue.eventNotFound])

  static let details = RouteContract(
    summary: "Read an event with its prices, areas and venue.",
    detail: "The documents deprecated it in 2017.", fidelity: .documented, source: "Partner API, 2015 to 2017",
    isDeprecated: true, parameters: [.eventID],
    answers: [.ok("The event.", EventDetailsWire.table, headers: QuotaHeaderFields.perClient)])

  static let availability = RouteContract(
    summary: "List the free seats of an event by price level.", fidelity: .documented,
    source: "Partner API, Availability",
    parameters: [.eventID] + ContractParameter.query(AvailabilityWire.queryTable),
    answers: [.ok("What is free at this moment.", AvailabilityWire.table, headers: QuotaHeaderFields.perKey)],
    errors: [ErrorCatalogue.quotaExceeded, ErrorCatalogue.invalidInput])

  static let tracking = RouteContract(
    summary: "Report that a user looked at an event.", fidelity: .documented, source: "Partner API, Tracking",
    parameters: ContractParameter.query(TrackingWire.queryTable),
    answers: [ContractAnswer(200, note: "A one-pixel image.", .binary(mediaType: "image/gif"))],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.eventNotFound],
    rules: [ContractRule("one value under both spellings of a parameter", text: "with different values")])

  static let captcha = RouteContract(
    summary: "Get the captcha of an event, as a page or as JSON.", fidelity: .documented,
    source: "Partner API, Captcha", parameters: ContractParameter.query(CaptchaWire.queryTable),
    answers: [
      ContractAnswer(
        200, note: "A page to show, or its data as JSON, as Accept prefers.", .html, .json(CaptchaWire.table),
        headers: ["X-TM-CAPTCHA-V2-SITEKEY", "X-TM-CAPTCHA-V2-STOKEN", "X-TM-CAPTCHA-REQUIRED"].map {
          WireField(
            $0, .string, required: true, about: "A part of the captcha, as the page has it.",
            source: "Partner API, Captcha")
        })
    ],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.eventNotFound, ErrorCatalogue.notAcceptable])
}
