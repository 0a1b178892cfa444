import HTTPTypes
import Testing

@testable import HTTPWire

struct FieldSectionTests {
  private static func name(_ text: String) throws -> HTTPField.Name { try #require(HTTPField.Name(text)) }

  @Test func isWrittenAsItIsSent() throws {
    var section = FieldSection()
    section.append(.contentType, "text/plain")
    section.append(HTTPField(name: try Self.name("x-Any"), value: "1"))
    #expect(String(decoding: section.wireBytes, as: UTF8.self) == "Content-Type: text/plain\r\nx-Any: 1\r\n")
  }

  @Test(arguments: ["x-any", "X-ANY", "x-Any"])
  func nameIsFoundInAnyCase(name: String) throws {
    let section: FieldSection = [try Self.name("X-aNY"): "value", try Self.name("X-Any-Other"): "another"]
    #expect(section[try Self.name(name)] == "value")
    #expect(section.first(try Self.name(name)) == "value")
    #expect(section.contains(try Self.name(name)))
  }

  @Test(arguments: ["x-an", "any", "x-any-", "value", "x"])
  func partOfANameIsNotFound(name: String) throws {
    let section: FieldSection = [try Self.name("x-any"): "value: x: value"]
    #expect(section[try Self.name(name)] == nil)
    #expect(!section.contains(try Self.name(name)))
  }

  @Test(arguments: ["x-abc-d", "X-ABC-D", "date", "x", "content-type", "_", "!#$%&'*+.^`|~9"])
  func nameIsFoundHoweverTheSectionWasMade(name: String) throws {
    let name = try Self.name(name)
    let written: FieldSection = [.accept: "a", name: "value", .vary: "b"]
    let copied = FieldSection(wireBytes: written.wireBytes)
    let filtered = FieldSection(written.filter { $0.name == name })
    for section in [written, copied, filtered] { #expect(section.first(name) == "value") }
    #expect(copied == written)
  }

  @Test func nameOfTheSameLengthAndEndsIsNotFound() throws {
    let section: FieldSection = [try Self.name("x-abc-d"): "value"]
    #expect(!section.contains(try Self.name("x-xyz-d")))
  }

  @Test(arguments: [
    ("application/json", true), ("application/jsom", false), ("application/jso", false), ("", false),
    ("application/json; charset=utf-8", false), ("Application/json", false),
  ])
  func firstValueIsCompared(value: String, isSame: Bool) throws {
    let section: FieldSection = [.accept: "application/json", .contentType: value, .contentType: "application/json"]
    #expect(section.isPlainJSON == isSame)
    #expect(
      try Self.received("Accept: application/json", "Content-type:\t\(value) ", "content-type: application/json")
        .isPlainJSON == isSame)
  }

  @Test func onlyContentTypeSaysThatContentIsJSON() throws {
    #expect(try !Self.received("Accept: a", "Contend-Type: application/json").isPlainJSON)
    var section = try Self.received("Content-Type: application/json")
    section[.contentType] = "text/plain"
    #expect(!section.isPlainJSON)
  }

  @Test(arguments: [("X-Rare", "value"), ("x-rare", "value"), ("x-care", nil), ("x-other", nil), ("no name", nil)])
  func rareNameIsFound(name: String, value: String?) throws {
    for section in [try Self.received("X-Rare: value"), [try Self.name("x-rare"): "value"]] {
      #expect(section.first(RareName(name)) == value)
    }
  }

  /// The fields of lines as they are received.
  private static func received(_ lines: String...) throws -> FieldSection {
    var section = FieldSection()
    for line in lines {
      var line = line
      try line.withUTF8 { section.append(try FieldLine($0)) }
    }
    return section
  }

  @Test func severalOfANameAreJoined() throws {
    var section: FieldSection = [.accept: "a", .allow: "GET", .accept: "b"]
    #expect(section[.accept] == "a, b")
    #expect(section.first(.accept) == "a")
    section[.accept] = "c"
    #expect(section.map { "\($0.name): \($0.value)" } == ["Allow: GET", "Accept: c"])
    section[.accept] = nil
    #expect(section.map(\.value) == ["GET"])
  }

  @Test(arguments: [
    ("a\r\nX-Evil: 1", "a  X-Evil: 1"), ("a\0b", "a b"), ("a\u{7F}b", "a b"), ("tab\tstays", "tab\tstays"),
    ("Zürich €", "Zürich €"), ("", ""), (" \t\r\n", ""), ("eight   \n", "eight"), (" \t12345678\r", "12345678"),
  ])
  func valueCannotEndItsLine(value: String, kept: String) {
    var section = FieldSection()
    section[.location] = value
    #expect(section[.location] == kept)
    #expect(section.map(\.name) == [.location])
    section.append(.vary, value)
    #expect(section.count(where: { _ in true }) == 2)
  }

  @Test func emptyValueIsAValue() throws {
    let section: FieldSection = [.accept: "", .allow: "GET"]
    #expect(section[.accept] == "")
    #expect(section[.allow] == "GET")
    #expect(section.map(\.value) == ["", "GET"])
  }

  @Test func agreesWithTheCommonType() throws {
    let other = try Self.name("X-Any")
    let fields: HTTPFields = [
      .accept: "a", other: "b:c", .accept: "d, e", .userAgent: "Zürich (x; y)", .cookie: "f=g", .cookie: "h=i",
    ]
    let section = FieldSection(fields)
    #expect(Array(section) == Array(fields))
    #expect(HTTPFields(section) == fields)
    for field in fields { #expect(section[field.name] == fields[field.name]) }
    #expect(FieldSection(wireBytes: section.wireBytes) == section)
  }
}
