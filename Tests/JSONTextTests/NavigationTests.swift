import JSONText
import Testing

@Suite struct NavigationTests {
  /// The document of RFC 6901 section 5.
  private static let document =
    #"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#

  @Test(
    arguments: [
      ("", document), ("/foo", #"["bar","baz"]"#), ("/foo/0", #""bar""#), ("/foo/1", #""baz""#), ("/", "0"),
      ("/a~1b", "1"), ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"), (#"/i\j"#, "5"), (#"/k"l"#, "6"), ("/ ", "7"),
      ("/m~0n", "8"), ("/foo/2", nil), ("/foo/01", nil), ("/foo/-", nil), ("/foo/+1", nil), ("/foo/", nil),
      ("/foo/99999999999999999999", nil), ("/bar", nil), ("foo", nil), ("/m~n", nil), ("/m~2n", nil), ("/foo/0/x", nil),
      ("//", nil), ("/m~", nil),
    ] as [(String, String?)])
  func followsPointers(pointer: String, text: String?) throws {
    let value = try JSONValue.parse(Array(Self.document.utf8)).value(at: pointer)
    #expect(value?.text == text)
    if let value { #expect(value.path == pointer) }
  }

  @Test func startsPointersAtAnyValue() throws {
    let value = try JSONValue.parse(Array(#"{"a":[{"b":[0,{"c":1}]}]}"#.utf8))
    let inner = try #require(value.value(at: "/a/0"))
    let leaf = try #require(inner.value(at: "/b/1/c"))
    #expect(leaf.integer == 1)
    #expect(leaf.path == "/a/0/b/1/c")
    #expect(inner.path == "/a/0")
    #expect(value.path == "")
  }

  @Test func findsMembersByTheirDecodedNames() throws {
    let value = try JSONValue.parse(Array(#"{"\u0061b":1,"é":2,"nested":{"ab":3}}"#.utf8))
    #expect(value["ab"]?.integer == 1)
    #expect(value["é"]?.integer == 2)
    #expect(value["nested"]?["ab"]?.integer == 3)
    #expect(value["abc"] == nil)
    #expect(value["a"] == nil)
    #expect(value[""] == nil)
    // Composed and decomposed letters are different names.
    #expect(value["e\u{301}"] == nil)
    #expect(value["ab"]?["x"] == nil)
    #expect(value.members.map(\.key) == ["ab", "é", "nested"])
    #expect(value.members.underestimatedCount == 3)
  }

  @Test func walksElements() throws {
    let value = try JSONValue.parse(Array(#"[[1,[2]],{"a":[3]},"x",[],4]"#.utf8))
    let elements = value.elements
    #expect(elements.count == 5)
    #expect(elements.map(\.kind) == [.array, .object, .string, .array, .number])
    #expect(elements.indices.map { elements[$0].text } == elements.map(\.text))
    #expect(elements.map(\.path) == ["/0", "/1", "/2", "/3", "/4"])
    #expect(elements[4]?.integer == 4)
    #expect(elements[5] == nil)
    #expect(elements[-1] == nil)
    #expect(elements.first?.elements[1]?.elements.first?.integer == 2)
    #expect(elements.dropFirst(2).first?.string == "x")
  }

  @Test(arguments: ["1", "null", "true", #""x""#, "[1]", "{}"]) func isEmptyOfWhatItIsNot(text: String) throws {
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(value.kind == .array || value.elements.isEmpty)
    #expect(value.members.isEmpty)
    #expect(
      value.kind == .string || (value.string == nil && !value.stringEquals("x") && value.withUTF8 { _ in 0 } == nil))
    #expect(value.kind == .bool || value.bool == nil)
    #expect(value.isNull == (value.kind == .null))
    #expect(value["x"] == nil)
  }

  @Test func knowsPositions() throws {
    let value = try JSONValue.parse(Array("{\n  \"ä\": [1,\n\t{\"b\": true}]\n}".utf8))
    let leaf = try #require(value.value(at: "/ä/1/b"))
    #expect(leaf.position.description == "line 3, column 8")
    #expect(leaf.position.offset == 21)
    #expect(value.value(at: "/ä/0")?.position.description == "line 2, column 9")
    #expect(value.position == JSONPosition(offset: 0, line: 1, column: 1))
  }

  @Test(arguments: [
    ("1", "1.0", true), ("1", "10e-1", true), ("100", "1e2", true), ("100", "1E+2", true), ("0", "-0.0e5", true),
    ("0.001", "1e-3", true), ("-1.50", "-1.5", true), ("1", "2", false), ("1", "-1", false), ("10", "1", false),
    ("0.1", "0.01", false), ("9007199254740993", "9007199254740992", false), ("1e400", "10e399", true),
    ("1e400", "1e401", false), ("1e99999999999999999999", "1e99999999999999999999", true), ("1", "\"1\"", false),
    ("true", "true", true), ("true", "false", false), ("null", "null", true), ("null", "false", false),
    (#""a""#, #""\u0061""#, true), (#""\u0061""#, #""a""#, true), (#""é""#, "\"e\u{301}\"", false),
    ("[1,2]", "[1.0,2]", true),
    ("[1,2]", "[2,1]", false), ("[1]", "[1,1]", false), ("[]", "{}", false),
    (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, true),
    (#"{"a":1}"#, #"{"a":1,"b":2}"#, false), (#"{"a":1}"#, #"{"b":1}"#, false),
    (#"{"a":{"b":[]}}"#, #"{"a":{"b":[0]}}"#, false),
  ])
  func comparesByMeaning(first: String, second: String, isEqual: Bool) throws {
    let (one, other) = (try JSONValue.parse(Array(first.utf8)), try JSONValue.parse(Array(second.utf8)))
    #expect(one.semanticallyEquals(other) == isEqual)
    #expect(other.semanticallyEquals(one) == isEqual)
  }

  @Test func comparesLargeObjectsInAnyOrder() throws {
    let members = (0..<500).map { "\"k\($0)\":\($0)" }
    let one = try JSONValue.parse(Array("{\(members.joined(separator: ","))}".utf8))
    let other = try JSONValue.parse(Array("{\(members.reversed().joined(separator: ","))}".utf8))
    #expect(one.semanticallyEquals(other))
    let changed = try JSONValue.parse(Array("{\(members.dropLast().joined(separator: ",")),\"k499\":0}".utf8))
    #expect(!one.semanticallyEquals(changed))
  }
}
