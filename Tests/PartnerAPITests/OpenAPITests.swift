import HTTPTypes
import JSONText
import PartnerDocuments
import PartnerVocabulary
import Testing

/// The OpenAPI document; that answers are as it says is checked with every answer of every test here.
@Suite struct OpenAPITests {
  private static let bytes = OpenAPIDocument(version: "1.2.3", server: "http://tickets.test:1").json
  private let document: JSONValue

  init() throws {
    document = try JSONValue.parse(Self.bytes)
  }

  private func operations() throws -> [(path: String, method: String, value: JSONValue)] {
    var found: [(String, String, JSONValue)] = []
    for path in try #require(document["paths"]).members {
      for item in path.value.members { found.append(("\(path.key)", "\(item.key)", item.value)) }
    }
    return found
  }

  @Test func headIsThatOfTheServer() throws {
    #expect(document["openapi"]?.string == "3.1.0")
    #expect(document.value(at: "/info/version")?.string == "1.2.3")
    #expect(document.value(at: "/servers/0/url")?.string == "http://tickets.test:1")
  }

  @Test func everyRouteAnswersUnderTheDocumentedPathAndEveryOperationIsThere() throws {
    let partner = try Partner()
    var names: Set<String> = []
    for (path, method, operation) in try operations() {
      names.insert(try #require(operation["x-willcall-operation"]?.string))
      let target = path.split(separator: "/").map { $0.hasPrefix("{") ? "x" : $0 }.joined(separator: "/")
      let verb = try #require(HTTPRequest.Method(method.uppercased()))
      let answer = try partner.send(verb, "/" + target)
      #expect(answer.status != 405, "\(method) \(path)")
      #expect(answer.fidelity != "invented; see=errors/route-not-found", "\(method) \(path)")
    }
    #expect(names == Set(Operation.allCases.map(\.rawValue)))
    #expect(!Self.bytes.contains(subsequence: Array("__willcall".utf8)), "the control API is no part of it")
  }

  @Test func operationIdsAreUniqueAndThoseOfTheMainRoutesAreTheOperationsNames() throws {
    let operations = try operations().map(\.value)
    let ids = operations.compactMap { $0["operationId"]?.string }
    #expect(ids.count == operations.count)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isSuperset(of: Operation.allCases.map(\.rawValue)))
  }

  @Test func everyOperationHasWhatReadersNeed() throws {
    for (path, method, operation) in try operations() {
      let name = "\(method) \(path)"
      #expect(operation["summary"]?.string?.hasSuffix(".") == true, "\(name)")
      let label = try #require(operation["x-willcall-fidelity"]?.string)
      #expect(["documented", "inferred", "invented"].contains(label), "\(name)")
      #expect(operation["x-willcall-source"]?.string?.isEmpty == false, "\(name)")
      let stated = Set(
        (operation["parameters"]?.elements.map { "\($0["in"]?.text ?? "")\($0["name"]?.text ?? "")" }) ?? [])
      for segment in path.split(separator: "/") where segment.hasPrefix("{") {
        #expect(stated.contains("\"path\"\"\(segment.dropFirst().dropLast())\""), "\(name)")
      }
    }
  }

  @Test func everyPropertyParameterHeaderAndTagIsDescribed() throws {
    var count = 0
    for schema in try #require(document.value(at: "/components/schemas")).members {
      for property in schema.value["properties"].map({ Array($0.members) }) ?? [] {
        #expect(isPhrase(property.value["description"]), "\(schema.key).\(property.key)")
        count += 1
      }
    }
    #expect(count > 400)
    for header in try #require(document.value(at: "/components/headers")).members {
      #expect(isPhrase(header.value["description"]), "\(header.key)")
    }
    let tags = try #require(document["tags"]).elements.compactMap { $0["name"]?.string }
    for tag in try #require(document["tags"]).elements { #expect(isPhrase(tag["description"]), "\(tag.text)") }
    var used: Set<String> = []
    for (path, method, operation) in try operations() {
      for parameter in operation["parameters"].map({ Array($0.elements) }) ?? [] {
        #expect(isPhrase(parameter["description"]), "\(method) \(path) \(parameter.text)")
      }
      used.formUnion(operation["tags"].map { $0.elements.compactMap(\.string) } ?? [])
    }
    #expect(used == Set(tags))
    #expect(tags.count == used.count)
  }

  private func isPhrase(_ value: JSONValue?) -> Bool { value?.string?.hasSuffix(".") ?? false }

  /// So that generated clients have one type for them.
  @Test func everyErrorInTheVendorsShapeIsTheOneComponent() throws {
    var count = 0
    for (path, method, operation) in try operations() {
      for response in try #require(operation["responses"]).members {
        guard response.value["x-willcall-codes"] != nil else { continue }
        let schema = try #require(response.value["content"]?["application/json"]?["schema"])
        let parts = schema["anyOf"].map { Array($0.elements) } ?? [schema]
        let names = parts.compactMap { $0["$ref"]?.string }
        #expect(names.count == parts.count, "\(method) \(path) \(response.key)")
        #expect(names.contains("#/components/schemas/ErrorBody"), "\(method) \(path) \(response.key)")
        count += 1
      }
    }
    #expect(count > 50)
  }

  @Test(arguments: [
    ("/components/schemas/Reserve/properties/tickets/minItems", "1"),
    ("/components/schemas/Reserve/properties/places/uniqueItems", "true"),
    ("/components/schemas/SecureRenderRequest/properties/tickets/minItems", "1"),
    ("/components/schemas/SecureRenderRequest/properties/tickets/maxItems", "100"),
    ("/components/schemas/SecureRenderTicketRequest/properties/row/minLength", "1"),
    ("/components/schemas/PaymentCard/properties/expire_month/maximum", "12"),
    ("/components/schemas/DeviceBlock/properties/device_id/maxLength", "50"),
  ])
  func whatIsRefusedIsSaid(pointer: String, value: String) throws {
    #expect(document.value(at: pointer)?.text == value)
  }

  @Test(arguments: [
    ("orders/get", "order_token, order_number, or cart_id with event_id"),
    ("orders~1unredeemed/get", "days_from_purchase or days_before_event"),
    ("events~1{event_id}~1cart/put", "a live cart"), ("events~1{event_id}~1cart/post", "a solved captcha"),
  ])
  func whatNoSchemaCanSayIsMarked(operation: String, need: String) throws {
    let states = try #require(document.value(at: "/paths/~1partners~1v1~1\(operation)/x-willcall-state"))
    #expect(states.elements.contains { $0["needs"]?.string == need })
  }

  @Test func everyExampleOfABodyIsAsItsSchemaSays() throws {
    var count = 0
    for (path, method, operation) in try operations() {
      var media: [JSONValue] = []
      if let body = operation["requestBody"]?.value(at: "/content") { media += body.members.map(\.value) }
      for response in try #require(operation["responses"]).members {
        if let content = response.value["content"] { media += content.members.map(\.value) }
      }
      for entry in media {
        let schema = PublishedSchema(try #require(entry["schema"]), in: document)
        var examples = [entry["example"]].compactMap { $0 }
        if let named = entry["examples"] { examples += named.members.compactMap { $0.value["value"] } }
        for example in examples {
          #expect(schema.problems(example) == [], "\(method) \(path): \(example.text)")
          count += 1
        }
      }
    }
    #expect(count > 50)
  }

  /// Requests are read leniently and answers written one way, so that no type can be both.
  @Test func noTypeIsBothOfRequestsAndOfAnswers() throws {
    var requests: Set<String> = []
    var answers: Set<String> = []
    for (_, _, operation) in try operations() {
      if let body = operation["requestBody"] { collect(body, into: &requests) }
      if let responses = operation["responses"] { collect(responses, into: &answers) }
    }
    #expect(!requests.isEmpty && !answers.isEmpty)
    #expect(requests.intersection(answers) == [])
  }

  /// Follows references.
  private func collect(_ value: JSONValue, into found: inout Set<String>) {
    if let name = value["$ref"]?.string, found.insert(name).inserted,
      let target = document.value(at: String(name.dropFirst()))
    {
      if name.contains("/headers/") { found.remove(name) } else { collect(target, into: &found) }
    }
    for element in value.elements { collect(element, into: &found) }
    for member in value.members where "\(member.key)" != "examples" { collect(member.value, into: &found) }
  }

  @Test(arguments: ["cartId", "sourceaccountid", "abbreb"])
  func olderSpellingsAreDeprecatedProperties(name: String) throws {
    let schemas = try #require(document.value(at: "/components/schemas"))
    let found = schemas.members.compactMap { $0.value["properties"]?[name] }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0["deprecated"]?.bool == true })
  }

  @Test func errorsAreThoseOfTheCatalogue() throws {
    let examples = try #require(
      document.value(at: "/paths/~1partners~1v1~1events~1{event_id}~1cart/post/responses/400/content")
        .flatMap { $0["application/json"]?["examples"] })
    let names = Set(examples.members.map { "\($0.key)" })
    #expect(names.isSuperset(of: ["invalid-input", "no-inventory", "ticket-limit", "no-ticket-types"]))
    for member in examples.members {
      let entry = try #require(ErrorCatalogue.entry(named: "\(member.key)"))
      #expect(member.value.value(at: "/value/error/code")?.integer == Int64(entry.code))
    }
  }
}

extension [UInt8] {
  /// Whether the bytes occur one after the other.
  fileprivate func contains(subsequence other: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}
