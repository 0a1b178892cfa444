import JSONText
import Testing

/// Texts that RFC 8259 allows.
@Suite struct ValidTextTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "1", "-1", "123", "0.5", "-0.0", "1e5", "1E+5", "1e-5", "0e0", "10.25e10",
    "1e999", "123456789012345678901234567890", #""""#, #""a""#, #""\u0000""#, #""\u007f""#, "\"\u{7F}\"", "\"é€😀\"",
    #""\ud83d\ude00""#, #""\"\\\/\b\f\n\r\t""#, #""\u00E9""#, #""[{,:""#, "[]", "[ ]", "{}", "{ }", "[[]]", "[{}]",
    "[1,2,3]", " [ 1 , 2 ] ", "\t\n\r 1 \t\n\r", #"{"a":1}"#, #"{"a":{"a":{"a":1}}}"#, #"{"":0}"#, #"{"a":1,"A":2}"#,
    #"{"a":null,"b":[{}],"c":{"d":[]}}"#, #"["",""]"#, #"[null,true,false,-1.5e3,"x",[],{}]"#,
    #"{"a\u0062":1,"a\u0063":2}"#, "\"\u{10FFFF}\"", "\"\u{E000}\u{D7FF}\"", "\"\u{FEFF}\"",
  ])
  func accepts(text: String) throws {
    let value = try JSONValue.parse(Array(text.utf8))
    let again = try JSONValue.parse(value.serialized())
    #expect(value.semanticallyEquals(again))
    #expect(again.text.utf8.elementsEqual(value.serialized()))
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool), ("false", .bool), ("-1.5", .number), (#""x""#, .string), ("[]", .array),
      ("{}", .object),
    ] as [(String, JSONValue.Kind)])
  func tellsKinds(text: String, kind: JSONValue.Kind) throws {
    #expect(try JSONValue.parse(Array(text.utf8)).kind == kind)
  }

  @Test(arguments: [
    (#""plain""#, "plain"), (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{08}\u{0C}\n\r\t"),
    (#""\u0041\u00e9""#, "Aé"),
    (#""\uD83D\uDE00!""#, "😀!"), (#""\udbff\udfff""#, "\u{10FFFF}"), (#""\ud800\udc00""#, "\u{10000}"),
    (#""é\n€""#, "é\n€"), (#""exactly8""#, "exactly8"),
    (#""a longer text than a register or two""#, "a longer text than a register or two"),
    (#""1234567\"""#, "1234567\""), (#""12345678\"""#, "12345678\""), (#""123456789é""#, "123456789é"),
    (#""\u0000""#, "\0"),
  ])
  func decodesStrings(text: String, decoded: String) throws {
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(value.string?.unicodeScalars.elementsEqual(decoded.unicodeScalars) == true)
    #expect(value.stringEquals(decoded))
    #expect(!value.stringEquals(decoded + "x"))
    #expect(value.withUTF8 { Array($0) } == Array(decoded.utf8))
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("-12", -12), ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("99999999999999999999999", nil), ("1.0", nil),
      ("1e2", nil), ("1E0", nil), ("\"1\"", nil), ("true", nil),
    ] as [(String, Int64?)])
  func readsIntegersAsWritten(text: String, integer: Int64?) throws {
    #expect(try JSONValue.parse(Array(text.utf8)).integer == integer)
  }

  @Test(
    arguments: [
      ("0.5", 0.5, false), ("-0", -0.0, true), ("1e2", 100, false), ("17", 17, true), ("1e999", nil, false),
      ("123456789012345678901234567890", 0x1.8EE90FF6C373Ep+96, true), ("null", nil, false),
      ("1e-999", 0, false),
    ] as [(String, Double?, Bool)])
  func readsOtherNumbers(text: String, double: Double?, isWhole: Bool) throws {
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(value.double == double)
    #expect(value.isWholeNumber == isWhole)
    #expect(value.numberText == (value.kind == .number ? text : nil))
  }

  @Test func keepsTheOriginalText() throws {
    let value = try JSONValue.parse(Array(#" { "a" : [ 1.50 , "\u0041 b" ] } "#.utf8))
    #expect(value["a"]?.text == #"[ 1.50 , "\u0041 b" ]"#)
    #expect(String(decoding: value.serialized(), as: UTF8.self) == #"{"a":[1.50,"\u0041 b"]}"#)
    #expect(value.bytes.count == value.text.utf8.count)
  }

  @Test func holdsManyValuesInFewBytes() throws {
    let text = "[" + String(repeating: "0,", count: 10_000) + "[]]"
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(value.elements.count == 10_001)
    #expect(value.elements[10_000]?.kind == .array)
    #expect(value.elements.dropLast().allSatisfy { $0.integer == 0 })
  }

  @Test func nestsSixtyFourDeep() throws {
    let arrays = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    var value = try JSONValue.parse(Array(arrays.utf8))
    for _ in 0..<63 { value = try #require(value.elements.first) }
    #expect(value.elements.isEmpty)
    let objects = String(repeating: #"{"a":"#, count: 64) + "1" + String(repeating: "}", count: 64)
    #expect(try JSONValue.parse(Array(objects.utf8)).value(at: String(repeating: "/a", count: 64))?.integer == 1)
    // Siblings do not add up.
    let wide = "[" + Array(repeating: "[[]]", count: 100).joined(separator: ",") + "]"
    #expect(try JSONValue.parse(Array(wide.utf8)).elements.count == 100)
  }
}
