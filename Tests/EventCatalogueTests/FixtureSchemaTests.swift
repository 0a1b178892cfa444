import EventCatalogue
import Foundation
import JSONText
import Testing

/// Holds `Fixtures/schema.json` to the reader; `.ci/check-schema` holds the same files to an independent validator.
@Suite struct FixtureSchemaTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  private static func contents(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)")))
  }

  /// The examples of docs/fixtures.md: an event and a sold order that have nearly every key.
  private static func examples() throws -> [JSONValue] {
    let page = String(decoding: try contents("docs/fixtures.md"), as: UTF8.self)
    return try page.matches(of: /```json\n((?s:.*?))```/).map { try JSONValue.parse(Array($0.output.1.utf8)) }
  }

  private static func read(_ bytes: [UInt8], isOrder: Bool) throws(FixtureError) {
    if isOrder {
      _ = try CatalogueReader.soldOrder(bytes, file: "f")
    } else {
      _ = try CatalogueReader.event(bytes, file: "f", zoneRule: { _ in nil })
    }
  }

  /// A value as text, with an unknown key in the object at a path.
  private static func text(_ value: JSONValue, spoiling path: String, at place: String = "") -> String {
    switch value.kind {
    case .object:
      var members = value.members.map { "\"\($0.key)\":" + text($0.value, spoiling: path, at: "\(place)/\($0.key)") }
      if place == path { members.append("\"unheard-of\":1") }
      return "{\(members.joined(separator: ","))}"
    case .array:
      return
        "[\(value.elements.enumerated().map { text($1, spoiling: path, at: "\(place)/\($0)") }.joined(separator: ","))]"
    default: return value.text
    }
  }

  /// The paths of all objects in a value, with the part of the schema that is about them.
  private static func objects(
    _ value: JSONValue, _ part: JSONValue, in schema: JSONValue, at path: String = ""
  ) throws -> [(path: String, schema: JSONValue)] {
    let part = try resolved(part, for: value, in: schema)
    switch value.kind {
    case .object:
      return try value.members.reduce(into: [(path, part)]) { found, member in
        let inner = try #require(part["properties"]?[member.key], "\(path)/\(member.key)")
        found += try objects(member.value, inner, in: schema, at: "\(path)/\(member.key)")
      }
    case .array:
      return try value.elements.enumerated().flatMap { place, element in
        try objects(element, try #require(part["items"], "\(path)"), in: schema, at: "\(path)/\(place)")
      }
    default: return []
    }
  }

  /// Follows references and conditions.
  private static func resolved(_ part: JSONValue, for value: JSONValue, in schema: JSONValue) throws -> JSONValue {
    if let name = part["$ref"]?.string {
      return try resolved(try #require(schema.value(at: String(name.dropFirst()))), for: value, in: schema)
    }
    if let key = part.value(at: "/if/required/0")?.string {
      let branch = try #require(part[value[key] == nil ? "else" : "then"])
      return try resolved(branch, for: value, in: schema)
    }
    if let choices = part["oneOf"], value.kind == .object {
      return try #require(choices.elements.first { $0["type"]?.string == "object" })
    }
    return part
  }

  @Test func theKeysAreThoseOfTheReader() throws {
    let schema = try JSONValue.parse(try Self.contents("Fixtures/schema.json"))
    var count = 0
    for example in try Self.examples() {
      let isOrder = example["orderNumber"] != nil
      for (path, part) in try Self.objects(example, schema, in: schema) {
        let spoilt = Array(Self.text(example, spoiling: path).utf8)
        let error = #expect(throws: FixtureError.self) { try Self.read(spoilt, isOrder: isOrder) }
        #expect(error?.path == "\(path)/unheard-of")
        var known = Set((error?.expected ?? "").matches(of: /"([^"]+)"/).map { String($0.output.1) })
        // The key by which the reader tells the two kinds of blocks apart.
        if part["properties"]?["sections"] != nil { known.remove("general") }
        let named = part["properties"].map { Set($0.members.map(\.key)) } ?? []
        #expect(known == named, "\(path)")
        #expect(part["additionalProperties"]?.bool == false, "\(path)")
        count += 1
      }
    }
    #expect(count > 25)
  }

  /// What the schema demands, the reader misses, and nothing else.
  @Test func theRequiredKeysAreThoseOfTheReader() throws {
    let schema = try JSONValue.parse(try Self.contents("Fixtures/schema.json"))
    for example in try Self.examples() {
      let isOrder = example["orderNumber"] != nil
      let top = try Self.resolved(schema, for: example, in: schema)
      let required = try #require(top["required"]).elements.compactMap(\.string)
      for (key, _) in example.members {
        let rest = example.members.filter { $0.key != key }.map { "\"\($0.key)\":\($0.value.text)" }
        let isRead = (try? Self.read(Array("{\(rest.joined(separator: ","))}".utf8), isOrder: isOrder)) != nil
        // Blocks of the example name its areas.
        #expect(isRead == !required.contains(key) || key == "areas", "\(key)")
      }
    }
  }

  @Test func theReaderRefusesWhatTheSchemaRefuses() throws {
    let folder = "\(Self.root)/Tests/EventCatalogueTests/Data/bad"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count > 20)
    for name in names {
      let bytes = try Self.contents("Tests/EventCatalogueTests/Data/bad/\(name)")
      #expect(throws: FixtureError.self, "\(name)") { try Self.read(bytes, isOrder: name.hasPrefix("order-")) }
    }
  }

  @Test func theChoicesAreThoseOfTheReader() throws {
    let schema = try JSONValue.parse(try Self.contents("Fixtures/schema.json"))
    func choices(_ path: String) -> [String] {
      schema.value(at: "/$defs/event/properties/\(path)/enum").map { $0.elements.compactMap(\.string) } ?? []
    }
    #expect(choices("cartIds") == CartIDStyle.allCases.map(\.rawValue))
    #expect(choices("entry") == EntryMode.allCases.map(\.rawValue))
    #expect(choices("delayDelivery/properties/style") == DelayDelivery.Style.allCases.map(\.rawValue))
  }
}
