import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// The captcha of an event.
enum CaptchaHandler {
  private static let siteKeyHeader = "X-TM-CAPTCHA-V2-SITEKEY"
  private static let secureTokenHeader = "X-TM-CAPTCHA-V2-STOKEN"
  private static let requiredHeader = "X-TM-CAPTCHA-REQUIRED"

  /// `GET /captcha?event_id`: a page or JSON, whichever `Accept` prefers; the page if both rank equally.
  static func challenge(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event(call.requiredQuery(QueryWire.eventID))
    let field = call.visit.request.fields[.accept]
    let accepted = AcceptedMedia(field)
    let page = accepted.quality(of: "text", "html")
    let json = accepted.quality(of: "application", "json")
    if page == 0, json == 0 {
      throw APIError(
        ErrorCatalogue.notAcceptable,
        "Accept is \"\(field ?? "")\", but a captcha is text/html or application/json.")
    }
    let challenge = call.withState { state in
      state.captchaCount += 1
      return CaptchaWire.Challenge(
        isRequired: state.boxOffice.terms(of: event).requiresCaptcha, event: event, number: state.captchaCount,
        seed: call.sandbox.seed)
    }
    var answer =
      if page >= json {
        Answer(
          status: .ok, body: .html(CaptchaWire.page(challenge, event: event.description.name)),
          decision: .captchaPage)
      } else {
        Answer.json(decision: challenge.isRequired ? nil : .captchaNotRequired) {
          CaptchaWire.write(challenge, into: &$0)
        }
      }
    answer.extraFields = [
      (siteKeyHeader, challenge.siteKey), (secureTokenHeader, challenge.secureToken),
      (requiredHeader, challenge.isRequired ? "true" : "false"), ("Vary", "Accept"),
    ]
    return answer
  }
}

extension CaptchaWire.Challenge {
  /// The challenge with a given number; the site key depends on the event only.
  init(isRequired: Bool, event: Event, number: UInt64, seed: UInt64) {
    var site = SeededSource(seed: seed, purpose: .captchaSite, event.seedLabel)
    var source = SeededSource(seed: seed, purpose: .captcha, number)
    self.init(
      isRequired: isRequired, siteKey: site.lowerHex(16), secureToken: source.lowerHex(24), solution: source.uuid())
  }
}

extension SeededSource.Purpose {
  /// Captchas, by their counter.
  static let captcha = Self(rawValue: 0x6361_7074)
  /// Site keys, by event.
  static let captchaSite = Self(rawValue: 0x7369_7465)
}
