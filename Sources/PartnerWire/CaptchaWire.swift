package import JSONText

/// The query, the JSON and the page of `GET /captcha`.
package enum CaptchaWire {
  private static let source = "Partner API, Captcha"
  package static let queryTable = WireTable("CaptchaQuery", [QueryWire.eventID])

  package static let isRequired = WireField(
    "captcha_required", .boolean, required: true, about: "Whether the event demands a captcha now.", source: source,
    example: "true")
  package static let details = WireField(
    "captcha_details", .object(detailsTable), required: true, about: "The data of the captcha.", source: source)
  package static let table = WireTable("Captcha", [isRequired, details])

  package static let type = WireField(
    "type", .integer, required: true, about: "The version of reCAPTCHA.", source: source, example: "2")
  package static let siteKey = WireField(
    "site_key", .string, required: true, about: "The site key of the captcha.", source: source,
    example: "\"c0d60e1f4a711b710dc3dbe74fbd449c\"")
  static let detailsTable = WireTable("CaptchaDetails", [type, siteKey])

  /// The version of reCAPTCHA that the documents print.
  package static let version = 2

  /// A captcha that has been issued.
  package struct Challenge: Sendable {
    package let isRequired: Bool
    package let siteKey: String
    /// The value of `X-TM-CAPTCHA-V2-STOKEN`.
    package let secureToken: String
    /// The solution that the page's button passes to the app.
    package let solution: String

    /// Makes a challenge from its parts.
    package init(isRequired: Bool, siteKey: String, secureToken: String, solution: String) {
      self.isRequired = isRequired
      self.siteKey = siteKey
      self.secureToken = secureToken
      self.solution = solution
    }
  }

  package static func write(_ challenge: Challenge, into writer: inout JSONWriter) {
    writer.object { body in
      body.bool(isRequired, challenge.isRequired)
      body.object(details) { object in
        object.integer(type, version)
        object.string(siteKey, challenge.siteKey)
      }
    }
  }

  /// The page: it needs no network, and its button leads where solving the captcha on the vendor's page would.
  package static func page(_ challenge: Challenge, event: String) -> String {
    let state = challenge.isRequired ? "demands a captcha" : "demands no captcha now"
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Captcha</title></head>
      <body><h1>Captcha</h1><p>\(HTMLText.escape(event)) \(state).</p>
      <div class="g-recaptcha" data-sitekey="\(challenge.siteKey)" data-stoken="\(challenge.secureToken)">
      <a role="button" href="ticketmaster-g-recaptcha-response://\(challenge.solution)">I am not a robot</a></div>
      <p>A captcha of WillCall: the button solves it. Send its token with the reserve.</p></body></html>
      """
  }
}
