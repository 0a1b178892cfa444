import JSONText
import Testing

@Suite struct WriterTests {
  private static let id = JSONKey("id")
  private static let odd = JSONKey("o\"d\n")

  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func putsCommasWhereTheyBelong() {
    let written = text { writer in
      writer.beginObject()
      writer.string(Self.id, "x")
      writer.beginArray("list")
      writer.integer(1)
      writer.beginObject()
      writer.endObject()
      writer.beginArray()
      writer.endArray()
      writer.null()
      writer.endArray()
      writer.beginObject(Self.odd)
      writer.bool("yes", true)
      writer.bool("no", false)
      writer.endObject()
      writer.null("last")
      writer.endObject()
    }
    #expect(written == #"{"id":"x","list":[1,{},[],null],"o\"d\n":{"yes":true,"no":false},"last":null}"#)
  }

  @Test func writesContainersWithClosures() {
    let written = text { writer in
      writer.object { writer in
        writer.array("a") { $0.integer(1) }
        writer.object(Self.id) { $0.string("k", "v") }
        writer.key("plain")
        writer.array { _ in }
        writer.key(Self.odd)
        writer.integer(2)
      }
    }
    #expect(written == #"{"a":[1],"id":{"k":"v"},"plain":[],"o\"d\n":2}"#)
  }

  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("a/b", #""a/b""#), ("é€😀", #""é€😀""#), ("\"", #""\"""#), ("\\", #""\\""#),
    ("\0\u{1F}\u{0B}\n\r", #""\u0000\u001f\u000b\n\r""#), ("\u{7F}", "\"\u{7F}\""), ("1234567\"", #""1234567\"""#),
    ("12345678\\", #""12345678\\""#), ("a\"b\"c", #""a\"b\"c""#), ("\u{2028}", "\"\u{2028}\""),
    ("éééé\t", #""éééé\t""#),
  ])
  func escapesNoMoreThanItMust(string: String, written: String) throws {
    #expect(text { $0.string(string) } == written)
    #expect(text { $0.string(utf8: Array(string.utf8)) } == written)
    #expect(text { $0.string(utf8: string.utf8.reversed().reversed()) } == written)
    #expect(
      try JSONValue.parse(Array(written.utf8)).string?.unicodeScalars.elementsEqual(string.unicodeScalars) == true)
  }

  @Test func repairsBadUTF8() throws {
    let written = text { $0.string(utf8: [0x61, 0xFF, 0x62]) }
    #expect(written == "\"a\u{FFFD}b\"")
  }

  @Test func writesNumbers() {
    let written = text { writer in
      writer.beginArray()
      writer.integer(0)
      writer.integer(-7)
      writer.integer(UInt8(255))
      writer.integer(Int64.min)
      writer.integer(Int64.max)
      writer.integer(UInt64.max)
      writer.number(text: "1.50e3")
      writer.double(0.1)
      writer.double(60)
      writer.double(.infinity)
      writer.double(.nan)
      writer.endArray()
    }
    #expect(
      written
        == "[0,-7,255,-9223372036854775808,9223372036854775807,18446744073709551615,1.50e3,0.1,60.0,null,null]")
  }

  @Test(
    arguments: [
      (5_700, "57.00"), (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-100, "-1.00"), (99, "0.99"), (10_166, "101.66"),
      (.max, "92233720368547758.07"), (.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func writesMoneyWithTwoDecimals(hundredths: Int64, written: String) {
    #expect(text { $0.decimal(hundredths: hundredths) } == written)
  }

  @Test func writesEveryMemberKind() throws {
    let value = try JSONValue.parse(Array(#"{ "x" : [ 1 , "a \" b" ] }"#.utf8))
    let byName = text { writer in
      writer.beginObject()
      writer.string("s", utf8: Array("t".utf8))
      writer.integer("i", 1)
      writer.decimal("m", hundredths: 250)
      writer.double("d", 0.5)
      writer.number("n", text: "1e2")
      writer.value("v", value)
      writer.raw("r", Array("[]".utf8))
      writer.null("z")
      writer.bool("b", true)
      writer.beginArray("a")
      writer.endArray()
      writer.beginObject("o")
      writer.endObject()
      writer.endObject()
    }
    let byKey = text { writer in
      writer.beginObject()
      writer.string(JSONKey("s"), utf8: Array("t".utf8))
      writer.integer(JSONKey("i"), 1)
      writer.decimal(JSONKey("m"), hundredths: 250)
      writer.double(JSONKey("d"), 0.5)
      writer.number(JSONKey("n"), text: "1e2")
      writer.value(JSONKey("v"), value)
      writer.raw(JSONKey("r"), Array("[]".utf8))
      writer.null(JSONKey("z"))
      writer.bool(JSONKey("b"), true)
      writer.array(JSONKey("a")) { _ in }
      writer.object(JSONKey("o")) { _ in }
      writer.endObject()
    }
    let expected =
      #"{"s":"t","i":1,"m":2.50,"d":0.5,"n":1e2,"v":{"x":[1,"a \" b"]},"r":[],"z":null,"b":true,"a":[],"o":{}}"#
    #expect(byName == expected)
    #expect(byKey == expected)
  }

  @Test(arguments: [0, 1, 16, 511, 512, 513]) func growsFromAnyCapacity(capacity: Int) throws {
    var writer = JSONWriter(reservingCapacity: capacity)
    writer.beginArray()
    for length in 0..<400 {
      writer.string(String(repeating: "\"", count: length % 7) + String(repeating: "x", count: length))
      writer.integer(length * length * length)
    }
    writer.endArray()
    let value = try JSONValue.parse(writer.bytes)
    #expect(value.elements.count == 800)
    #expect(value.elements[799]?.integer == 63_521_199)
    #expect(value.elements[798]?.string?.utf8.count == 399)
  }

  #if DEBUG
    @Test func catchesUnbalancedUseInDebugBuilds() async {
      await #expect(processExitsWith: .failure) {
        var writer = JSONWriter()
        writer.endObject()
      }
    }
  #endif
}
