import JSONText
import Testing

/// Texts that are not JSON, what is said about each, and where.
@Suite struct InvalidTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var description: String
    var path = ""

    var testDescription: String { text }

    init(_ text: String, _ description: String, path: String = "") {
      (self.text, self.description, self.path) = (text, description, path)
    }
  }

  private func error(_ bytes: [UInt8]) throws -> JSONSyntaxError {
    try #require(throws: JSONSyntaxError.self) { try JSONValue.parse(bytes) }
  }

  @Test(arguments: [
    Case("", "line 1, column 1: the text is empty"),
    Case(" \n ", "line 2, column 2: the text is empty"),
    Case("\u{FEFF}1", "line 1, column 1: the text begins with a byte order mark"),
    Case("1 2", "line 1, column 3: something follows the value"),
    Case("{} x", "line 1, column 4: something follows the value"),
    Case("[]]", "line 1, column 3: something follows the value"),
    Case("1\0", "line 1, column 2: something follows the value"),
    Case("1a", "line 1, column 2: something follows the value"),
    Case("0x1", "line 1, column 2: something follows the value"),
    Case("nul", "line 1, column 4: expected a value, found the end of the text"),
    Case("nulL", "line 1, column 4: expected a value, found \"L\""),
    Case("True", "line 1, column 1: expected a value, found \"T\""),
    Case("NaN", "line 1, column 1: expected a value, found \"N\""),
    Case("Infinity", "line 1, column 1: expected a value, found \"I\""),
    Case("-Infinity", "line 1, column 2: expected a digit, found \"I\""),
    Case("'a'", "line 1, column 1: expected a value, found \"'\"; JSON uses double quotation marks only"),
    Case("+1", "line 1, column 1: expected a value, found \"+\""),
    Case(".5", "line 1, column 1: expected a value, found \".\""),
    Case("1.", "line 1, column 3: expected a digit, found the end of the text"),
    Case("1.e1", "line 1, column 3: expected a digit, found \"e\""),
    Case("1e", "line 1, column 3: expected a digit, found the end of the text"),
    Case("1e+", "line 1, column 4: expected a digit, found the end of the text"),
    Case("1ee1", "line 1, column 3: expected a digit, found \"e\""),
    Case("-", "line 1, column 2: expected a digit, found the end of the text"),
    Case("--1", "line 1, column 2: expected a digit, found \"-\""),
    Case("01", "line 1, column 1: a number has a leading zero"),
    Case("-00", "line 1, column 2: a number has a leading zero"),
    Case("[1,02]", "line 1, column 4: a number has a leading zero", path: "/1"),
    Case("[", "line 1, column 2: expected a value, found the end of the text"),
    Case("[1", "line 1, column 3: expected \",\" or \"]\", found the end of the text"),
    Case("[1,", "line 1, column 4: expected a value, found the end of the text"),
    Case(
      "[1,]",
      "line 1, column 4: expected a value, found \"]\"; there is a comma before \"]\", which JSON does not allow",
      path: "/1"),
    Case("[,1]", "line 1, column 2: expected a value, found \",\"", path: "/0"),
    Case("[1 2]", "line 1, column 4: expected \",\" or \"]\", found \"2\""),
    Case("[1}", "line 1, column 3: expected \",\" or \"]\", found \"}\""),
    Case("[1//x\n]", "line 1, column 3: expected \",\" or \"]\", found \"/\"; JSON has no comments"),
    Case("{", "line 1, column 2: expected a key in quotation marks or \"}\", found the end of the text"),
    Case("{a:1}", "line 1, column 2: expected a key in quotation marks or \"}\", found \"a\""),
    Case("{1:1}", "line 1, column 2: expected a key in quotation marks or \"}\", found \"1\""),
    Case("{\"a\"", "line 1, column 5: expected \":\", found the end of the text"),
    Case("{\"a\" 1}", "line 1, column 6: expected \":\", found \"1\""),
    Case("{\"a\",1}", "line 1, column 5: expected \":\", found \",\""),
    Case("{\"a\":", "line 1, column 6: expected a value, found the end of the text", path: "/a"),
    Case("{\"a\":}", "line 1, column 6: expected a value, found \"}\"", path: "/a"),
    Case("{\"a\":1", "line 1, column 7: expected \",\" or \"}\", found the end of the text"),
    Case(
      "{\"a\":1,}",
      "line 1, column 8: expected a key in quotation marks, found \"}\"; there is a comma before \"}\", "
        + "which JSON does not allow"),
    Case("{\"a\":1 \"b\":2}", "line 1, column 8: expected \",\" or \"}\", found \"\"\""),
    Case("{\"a\":1]", "line 1, column 7: expected \",\" or \"}\", found \"]\""),
    Case(
      "{\n  \"a\": {\n    \"b/c\": [true, {\"~\": tru}]}}", "line 3, column 28: expected a value, found \"}\"",
      path: "/a/b~1c/1/~0"),
    Case("\"a", "line 1, column 3: expected the end of the string, found the end of the text"),
    Case("\"a\\", "line 1, column 4: expected the end of the string, found the end of the text"),
    Case("\"\\u12\"", "line 1, column 2: invalid escape in a string"),
    Case("\"\\u12", "line 1, column 6: expected the end of the string, found the end of the text"),
    Case("\"\\x41\"", "line 1, column 2: invalid escape in a string"),
    Case("\"\\a\"", "line 1, column 2: invalid escape in a string"),
    Case("\"\\U0041\"", "line 1, column 2: invalid escape in a string"),
    Case("\"\\u+041\"", "line 1, column 2: invalid escape in a string"),
    Case("\"ab\\ud800\"", "line 1, column 4: half of a surrogate pair in a string"),
    Case("\"\\udc00\"", "line 1, column 2: half of a surrogate pair in a string"),
    Case("\"\\ud800\\ud800\"", "line 1, column 2: half of a surrogate pair in a string"),
    Case("\"\\ud800\\n\"", "line 1, column 2: half of a surrogate pair in a string"),
    Case("\"\\ud800x\"", "line 1, column 2: half of a surrogate pair in a string"),
    Case("\"\\ud800\\u00\"", "line 1, column 8: invalid escape in a string"),
    Case("\"a\nb\"", "line 1, column 3: unescaped control character byte 0x0A in a string"),
    Case("\"\t\"", "line 1, column 2: unescaped control character byte 0x09 in a string"),
    Case("\"1234567890\u{1F}\"", "line 1, column 12: unescaped control character byte 0x1F in a string"),
    Case("\u{A0}1", "line 1, column 1: expected a value, found byte 0xC2"),
    Case("1\u{0C}", "line 1, column 2: something follows the value"),
    Case("[\"é\", x]", "line 1, column 7: expected a value, found \"x\"", path: "/1"),
  ])
  func saysWhatAndWhere(_ test: Case) throws {
    let error = try error(Array(test.text.utf8))
    #expect(error.description == test.description)
    #expect(error.path == test.path)
  }

  @Test(arguments: [
    Case("{} # x", "line 1, column 4: something follows the value; JSON has no comments"),
    Case("/* x */ {}", "line 1, column 1: expected a value, found \"/\"; JSON has no comments"),
    Case("/x", "line 1, column 1: expected a value, found \"/\""),
    Case("[,]", "line 1, column 2: expected a value, found \",\"", path: "/0"),
    Case("{\"a\": ]", "line 1, column 7: expected a value, found \"]\"", path: "/a"),
    Case(
      "# x\nname: a\n", "line 1, column 1: expected a value, found \"#\"; this looks like YAML, but JSON is expected"),
    Case("---\na: 1", "line 1, column 2: expected a digit, found \"-\"; this looks like YAML, but JSON is expected"),
    Case("Name:", "line 1, column 1: expected a value, found \"N\"; this looks like YAML, but JSON is expected"),
    Case("Name:x", "line 1, column 1: expected a value, found \"N\""),
  ])
  func whatLooksLikeAnotherLanguageIsCalledSo(test: Case) throws {
    let error = try error(Array(test.text.utf8))
    #expect(error.description == test.description)
    #expect(error.path == test.path)
  }

  @Test(arguments: [
    Case(#"{"a":1,"a":2}"#, #"line 1, column 8: duplicate key "a""#, path: "/a"),
    Case(#"{"a":1,"b":{"c":0,"d":0,"c":0}}"#, #"line 1, column 25: duplicate key "c""#, path: "/b/c"),
    Case(#"[{},{"a":1,"\u0061":2}]"#, #"line 1, column 12: duplicate key "a""#, path: "/1/a"),
    Case(#"{"\n":1,"\u000a":2}"#, #"line 1, column 9: duplicate key "\n""#, path: "/\n"),
    Case(#"{"":1,"":2}"#, #"line 1, column 7: duplicate key """#, path: "/"),
    Case("{\"é\":1,\n\"\\u00e9\":2}", "line 2, column 1: duplicate key \"é\"", path: "/é"),
    Case(#"{"b":0,"a":0,"a":0,"b":0}"#, #"line 1, column 14: duplicate key "a""#, path: "/a"),
  ])
  func refusesDuplicateKeys(_ test: Case) throws {
    let error = try error(Array(test.text.utf8))
    #expect(error.description == test.description)
    #expect(error.path == test.path)
  }

  @Test(arguments: [1, 2, 15, 16, 17, 63, 64, 65, 1_000])
  func findsADuplicateAmongManyKeys(count: Int) throws {
    // Keys of one length that share first, middle and last byte, so that nothing but a full comparison tells them apart.
    let names: [String] = (0..<count).map { number in
      let digits = String(number + 100_000)
      return "x\(String(digits.reversed()))m\(digits)x"
    }
    let fine = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",")
    #expect(try JSONValue.parse(Array((fine + "}").utf8)).members.count == count)
    let first = try error(Array((fine + ",\"\(names[0])\":0}").utf8))
    #expect(first.reason == .duplicateKey(names[0]))
    #expect(first.position.offset == fine.utf8.count + 1)
    let last = try error(Array((fine + ",\"\(names[count - 1])\":0}").utf8))
    #expect(last.reason == .duplicateKey(names[count - 1]))
    let escaped = try error(Array((fine + ",\"\\u0078\(names[count / 2].dropFirst())\":0}").utf8))
    #expect(escaped.reason == .duplicateKey(names[count / 2]))
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
      [0xE2, 0x82, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xF0, 0x9F, 0x41, 0x80],
    ] as [[UInt8]])
  func refusesBadUTF8(bytes: [UInt8]) throws {
    let quote = UInt8(ascii: "\"")
    for padding in 0..<9 {
      let prefix = [quote] + [UInt8](repeating: UInt8(ascii: "a"), count: padding)
      let inString = try error(prefix + bytes + [quote])
      #expect(inString.reason == .invalidUTF8)
      #expect(inString.position.offset == prefix.count)
      let atTheEnd = try error(prefix + bytes)
      #expect(atTheEnd.reason == .invalidUTF8)
      let inKey = try error([UInt8(ascii: "{")] + prefix + bytes + [quote] + Array(":1}".utf8))
      #expect(inKey.reason == .invalidUTF8)
    }
  }

  @Test(arguments: [0...0x1F as ClosedRange<UInt8>]) func refusesAllControlCharacters(range: ClosedRange<UInt8>) throws
  {
    for byte in range {
      let error = try error([UInt8(ascii: "\""), byte, UInt8(ascii: "\"")])
      #expect(error.reason == .controlCharacter(byte))
    }
  }

  @Test(arguments: ["[", #"{"a":"#, #"[{"a":"#]) func boundsDepth(opening: String) throws {
    let garbage = try error(Array(String(repeating: opening, count: 100_000).utf8))
    #expect(garbage.reason == .tooDeep(limit: 64))
    #expect(garbage.path.split(separator: "/").count == 64)
  }

  @Test func refusesTheSixtyFifthLevel() throws {
    let text = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    let error = try error(Array(text.utf8))
    #expect(error.reason == .tooDeep(limit: 64))
    #expect(error.position.offset == 64)
  }

  @Test func survivesEveryTruncationAndMutation() throws {
    let text = Array(#"{"a":[1,-2.5e3,{"b":"x\u00e9\ud83d\ude00é"}],"cc":null,"d":{"e":[true,false,[]]}}"#.utf8)
    _ = try JSONValue.parse(text)
    for length in 0..<text.count {
      let error = try error(Array(text[..<length]))
      #expect(error.position.offset <= length)
    }
    var accepted = 0
    for place in text.indices {
      for byte in Array("\"\\{}[],:-+.eu09 x\n".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xFF] {
        var mutated = text
        mutated[place] = byte
        guard let value = try? JSONValue.parse(mutated) else { continue }
        accepted += 1
        #expect(try JSONValue.parse(value.serialized()).semanticallyEquals(value))
      }
    }
    #expect(accepted >= text.count)
  }
}
