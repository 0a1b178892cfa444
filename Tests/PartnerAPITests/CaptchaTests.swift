import HTTPTypes
import JSONText
import PartnerAPI
import Testing

/// `GET /captcha`, and what becomes of a solved one.
@Suite struct CaptchaTests {
  private static func ask(
    _ partner: Partner, _ event: String = EventID.captcha, accept: String? = "application/json"
  ) throws -> ServedAnswer {
    let path = "/partners/v1/captcha?event_id=\(event)"
    guard let accept else { return try partner.send(.get, path) }
    return try partner.send(.get, path, headers: ["Accept": accept])
  }

  private static func expectHeaders(
    _ answer: ServedAnswer, required: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      answer.header("X-TM-CAPTCHA-V2-SITEKEY")?.wholeMatch(of: /[0-9a-f]{32}/) != nil, sourceLocation: sourceLocation)
    #expect(answer.header("X-TM-CAPTCHA-V2-STOKEN")?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(answer.header("X-TM-CAPTCHA-REQUIRED") == "\(required)", sourceLocation: sourceLocation)
    #expect(answer.header("Vary") == "Accept", sourceLocation: sourceLocation)
  }

  @Test func jsonSaysWhetherAndWithWhichKey() throws {
    let partner = try Partner()
    let answer = try Self.ask(partner)
    #expect(answer.status == 200)
    #expect(answer.fidelity == nil, "plainly documented")
    Self.expectHeaders(answer, required: true)
    #expect(try answer.bool("/captcha_required"))
    #expect(try answer.integer("/captcha_details/type") == 2)
    #expect(try answer.string("/captcha_details/site_key") == answer.header("X-TM-CAPTCHA-V2-SITEKEY"))
    let other = try Self.ask(partner, EventID.phoenix)
    Self.expectHeaders(other, required: false)
    #expect(try !other.bool("/captcha_required"))
    #expect(try other.string("/captcha_details/site_key") != answer.string("/captcha_details/site_key"))
    let again = try Self.ask(partner)
    #expect(again.bytes == answer.bytes, "the site key is the event's")
    #expect(again.header("X-TM-CAPTCHA-V2-STOKEN") != answer.header("X-TM-CAPTCHA-V2-STOKEN"))
  }

  @Test(arguments: [
    (nil, "text/html"), ("*/*", "text/html"), ("", "text/html"), ("text/html", "text/html"), ("text/*", "text/html"),
    ("application/json", "application/json"), ("application/*", "application/json"),
    ("Application/JSON", "application/json"), ("application/json; charset=utf-8", "application/json"),
    ("text/html;q=0.8, application/json", "application/json"),
    ("text/html;q=0.8,application/json;q=0.9", "application/json"),
    ("application/json;q=0.5, text/html;q=0.501", "text/html"), ("application/json, text/html", "text/html"),
    ("application/json, */*;q=0.1", "application/json"), ("*/*, text/html;q=0", "application/json"),
    ("text/html;q=0, */*;q=0.3", "application/json"), ("text/*;q=0.2, application/*;q=0.1", "text/html"),
    ("image/webp, application/json;q=0.2", "application/json"), ("nonsense, application/json", "application/json"),
    ("text/html;q=2, application/json;q=0.1", "application/json"),
    (" text/html ; q=0.1 , */* ;q=0.2", "application/json"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html"),
  ])
  func acceptDecides(accept: String?, type: String) throws {
    let answer = try Self.ask(Partner(), accept: accept)
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type")?.hasPrefix(type) == true, "\(answer.header("Content-Type") ?? "")")
    Self.expectHeaders(answer, required: true)
  }

  @Test(arguments: ["image/png", "*/*;q=0", "text/html;q=0", "application/json;q=0.000, text/html;q=0", "nonsense"])
  func neitherIs406(accept: String) throws {
    let answer = try Self.ask(Partner(), accept: accept)
    answer.expectError(406, 406)
    #expect(answer.diagnosis?.contains("text/html") == true)
  }

  @Test func pageNeedsNoNetworkAndItsButtonSolves() throws {
    let partner = try Partner()
    let page = try Self.ask(partner, accept: "text/html")
    #expect(page.fidelity?.hasPrefix("invented;") == true)
    #expect(!page.text.contains("http") && !page.text.contains("<script"), "nothing is fetched")
    #expect(page.text.contains(#"class="g-recaptcha""#))
    let link = try #require(page.text.firstMatch(of: /href="ticketmaster-g-recaptcha-response:\/\/([0-9a-z-]+)"/))
    let token = String(link.output.1)
    try partner.reserve(EventID.captcha).expectError(401, 10_004, "Unauthorized access")
    #expect(try partner.reserve(EventID.captcha, token: token).status == 200)
    let stale = try partner.reserve(EventID.captcha, token: token)
    stale.expectError(400, 10_031, "Invalid captcha solution")
    #expect(stale.diagnosis?.contains("used before") == true)
    try partner.reserve(EventID.captcha, token: "invalid-\(token)").expectError(400, 10_031)
    let next = try Self.ask(partner, accept: "text/html")
    #expect(!next.text.contains(token), "every captcha has a solution of its own")
  }

  @Test func nameOfAnEventIsNoMarkup() throws {
    let event = BundledCatalogue.event().replacing("A Play", with: "<b>Rock & Roll</b>")
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [event]))
    let page = try Self.ask(partner, "3F00000000000001", accept: "text/html")
    #expect(page.text.contains("&lt;b&gt;Rock &amp; Roll&lt;/b&gt;"))
  }

  @Test func cachesKeepTypesAndOriginsApart() throws {
    var configuration = PartnerConfiguration()
    configuration.cors = CORSPolicy(origins: ["https://app.example"])
    let answer = try Partner(configuration: configuration).send(
      .get, "/partners/v1/captcha?event_id=\(EventID.captcha)", headers: ["Origin": "https://app.example"])
    #expect(answer.header("Vary") == "Accept, Origin")
    #expect(answer.header("Access-Control-Expose-Headers")?.contains("X-TM-CAPTCHA-REQUIRED") == true)
  }

  @Test func missingAndUnknownEvent() throws {
    let partner = try Partner()
    for path in ["/partners/v1/captcha", "/partners/v1/captcha?event_id="] {
      let answer = try partner.send(.get, path)
      answer.expectError(400, 10_002)
      #expect(answer.diagnosis?.contains("event_id") == true)
    }
    try Self.ask(partner, "none").expectError(404, 404)
  }
}
