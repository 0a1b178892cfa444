import HTTPTypes
import HTTPWire
import JSONText
import Testing

@testable import Backstage

/// `GET control-openapi.json`; that answers are as it says is checked with every answer of every test here.
@Suite struct ControlDocumentTests {
  private let document: JSONValue

  init() throws {
    document = try JSONValue.parse(ControlDocument(version: "1.2.3", server: "http://tickets.test:1").json)
  }

  private func operations() throws -> [(name: String, value: JSONValue)] {
    try #require(document["paths"]).members.flatMap { path in
      path.value.members.map { item in
        ("\(item.key.uppercased()) \("\(path.key)".dropFirst("/__willcall/".count))", item.value)
      }
    }
  }

  @Test func everyRouteHasAContractAndEveryContractARoute() throws {
    let routes = Set(BackstageRoutes.all.map { "\($0.method.rawValue) \($0.path)" })
    #expect(Set(ControlContracts.all.keys) == routes)
    #expect(Set(try operations().map(\.name)) == routes)
  }

  @Test func everyParameterIsOfARouteAndOfNoOther() {
    var names: Set<String> = []
    for route in BackstageRoutes.all {
      names.formUnion(route.query)
      for part in route.path.split(separator: "/") where part.hasPrefix("{") {
        names.insert(String(part.dropFirst().dropLast()))
      }
    }
    #expect(Set(ControlContracts.parameters.keys) == names)
  }

  @Test func operationIdsAreUnique() throws {
    let ids = try operations().compactMap { $0.value["operationId"]?.string }
    #expect(Set(ids).count == BackstageRoutes.all.count)
  }

  @Test func everyPropertyAndParameterIsDescribed() throws {
    var count = 0
    for schema in try #require(document.value(at: "/components/schemas")).members {
      for property in schema.value["properties"].map({ Array($0.members) }) ?? [] {
        #expect(property.value["description"]?.string?.hasSuffix(".") == true, "\(schema.key).\(property.key)")
        count += 1
      }
    }
    #expect(count > 100)
    for (name, operation) in try operations() {
      for parameter in operation["parameters"].map({ Array($0.elements) }) ?? [] {
        #expect(parameter["description"]?.string?.hasSuffix(".") == true, "\(name) \(parameter.text)")
      }
    }
  }

  @Test func itIsServedAndNamesTheServerAsTheClientDoes() throws {
    let answer = try Stage().control(.get, "control-openapi.json", key: .some(nil), headers: ["Host": "127.0.0.1:8123"])
    #expect(answer.status == 200)
    let expected = ControlDocument(version: "1.2.3", server: "http://127.0.0.1:8123").json
    #expect(answer.bytes == expected)
  }

  /// The comparison itself can fail.
  @Test func anAnswerThatIsNotAsItSaysIsFound() throws {
    let answer = Answer(.init(json: Array(#"{"now":1,"frozen":false}"#.utf8)))
    let problems = PublishedControl.shared.problems(.get, "/__willcall/clock", answer)
    #expect(problems.contains { $0.contains("/now: ") })
    #expect(problems.contains { $0.contains("/rate is missing") })
  }
}
