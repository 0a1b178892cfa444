import EventCatalogue
import HTTPTypes
import PartnerAPI
import Testing

/// Where people look first, they are told where to go.
@Suite struct SignpostTests {
  private static let firstCall = "/partners/v1/events/\(EventID.phoenix)/availability?apikey=my-key"
  private static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

  @Test(arguments: ["/", "/__willcall", "/__willcall/", "/?apikey=k", "http://a", "/%5F_willcall"])
  func theDiagnosisSaysWhereToLook(target: String) throws {
    let answer = try Partner().sendWithoutKey(.get, target)
    answer.expectError(404, 404)
    let diagnosis = try #require(answer.diagnosis)
    for word in ["/__willcall/health", Self.firstCall, "willcall walkthrough", "README.md", "docs/"] {
      #expect(diagnosis.contains(word))
    }
  }

  @Test func thePageIsNamedWhereThereIsOne() throws {
    var configuration = PartnerConfiguration()
    for hasPage in [false, true] {
      configuration.hasPage = hasPage
      let answer = try Partner(configuration: configuration).sendWithoutKey(.get, "/")
      answer.expectError(404, 404)
      #expect(answer.diagnosis?.contains(" /__willcall/ is a page for a browser.") == hasPage)
    }
  }

  @Test(arguments: ["/", "/__willcall/"])
  func browsersGetAPage(target: String) throws {
    let answer = try Partner().sendWithoutKey(.get, target, headers: ["Accept": Self.browser])
    #expect(answer.status == 404)
    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    #expect(answer.header("Vary") == "Accept")
    let sentence = try #require(answer.diagnosis)
    #expect(answer.text.contains("<p>\(sentence)</p>"))
    #expect(answer.text.contains("<a href=\"/__willcall/health\">"))
    #expect(answer.text.contains("<a href=\"\(Self.firstCall)\">"))
  }

  @Test(arguments: ["*/*", "application/json", "application/json, text/html", "text/html;q=0.5, application/json"])
  func allOthersGetTheErrorsShape(accept: String) throws {
    try Partner().sendWithoutKey(.get, "/", headers: ["Accept": accept]).expectError(404, 404)
  }

  /// A path beside these is answered as ever.
  @Test(arguments: ["/nowhere", "/__willcallx", "//", "/__willcall//"])
  func elsewhereThereIsNone(target: String) throws {
    let answer = try Partner().sendWithoutKey(.get, target, headers: ["Accept": Self.browser])
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.contains("walkthrough") == false)
  }

  /// The links of the page lead somewhere, whatever the server sells.
  @Test func theFirstCallIsForAnEventOfTheServer() throws {
    for catalogue in [
      try BundledCatalogue.catalogue(), try Self.catalogue([BundledCatalogue.event()]), try Self.catalogue([]),
    ] {
      let partner = try Partner(catalogue: catalogue)
      let text = try partner.sendWithoutKey(.get, "/", headers: ["Accept": "text/html"]).text
      let target = try #require(text.firstMatch(of: /<a href="(\/partners[^"]+)"/)).output.1
      #expect(try partner.sendWithoutKey(.get, String(target)).status == 200)
    }
  }

  private static func catalogue(_ events: [String]) throws -> Catalogue {
    let files = events.map { FixtureFile(name: "events/own.json", bytes: Array($0.utf8)) }
    return try CatalogueReader.catalogue(files) { _ in nil }
  }
}
