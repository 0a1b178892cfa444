import Backstage
import HTTPTypes
import JSONText
import PartnerDocuments
import Testing

/// `GET openapi.json`.
@Suite struct OpenAPITests {
  @Test func documentNamesTheServerAsTheClientDoes() throws {
    let answer = try Stage().control(.get, "openapi.json", key: .some(nil), headers: ["Host": "127.0.0.1:8123"])
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == "application/json")
    #expect(answer.text == text(server: "http://127.0.0.1:8123"))
  }

  @Test func documentNamesTheServerAsItWasTold() throws {
    let stage = try Stage(configuration: .init(publicURL: "https://tickets.example"))
    let answer = try stage.control(.get, "openapi.json")
    #expect(answer.text == text(server: "https://tickets.example"))
  }

  @Test func strangersDoNotGetIt() throws {
    let stage = try Stage(configuration: .init(controlToken: "s3cret"))
    #expect(try stage.control(.get, "openapi.json").status == 401)
    let foreign = try Stage().control(.get, "openapi.json", headers: ["Host": "evil.example"])
    foreign.expectError(403, path: "Host", found: "evil.example")
    #expect(try Stage(configuration: .init(hasControl: false)).control(.get, "openapi.json").status == 404)
  }

  private func text(server: String) -> String {
    String(decoding: OpenAPIDocument(version: "1.2.3", server: server).json, as: UTF8.self)
  }
}
