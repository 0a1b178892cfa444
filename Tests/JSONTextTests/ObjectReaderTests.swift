import JSONText
import Testing

@Suite struct ObjectReaderTests {
  private func reader(_ text: String) throws -> JSONObjectReader {
    try JSONObjectReader(JSONValue.parse(Array(text.utf8)))
  }

  @Test func readsMembersInAnyOrder() throws {
    var reader = try reader(#"{"s":"x","i":7,"b":true,"d":1.5,"n":2.50,"a":[1,2],"o":{"k":"v"},"v":null}"#)
    #expect(try reader.value("v").isNull)
    var inner = try reader.object("o")
    #expect(try inner.string("k") == "v")
    #expect(try reader.array("a").map(\.integer) == [1, 2])
    #expect(try reader.numberText("n") == "2.50")
    #expect(try reader.double("d") == 1.5)
    #expect(try reader.bool("b"))
    #expect(try reader.integer("i") == 7)
    #expect(try reader.string("s") == "x")
    #expect(reader.unread.isEmpty)
    #expect(inner.unread.isEmpty)
    try reader.rejectUnread()
    // Reading again is fine.
    #expect(try reader.string("s") == "x")
  }

  @Test(arguments: [#"{}"#, #"{"k":null}"#]) func takesNullForAbsentWhereOptional(text: String) throws {
    var reader = try reader(text)
    #expect(try reader.optionalString("k") == nil)
    #expect(try reader.optionalInteger("k") == nil)
    #expect(try reader.optionalBool("k") == nil)
    #expect(try reader.optionalDouble("k") == nil)
    #expect(try reader.optionalNumberText("k") == nil)
    #expect(try reader.optionalArray("k") == nil)
    #expect(try reader.optionalObject("k") == nil)
    #expect(reader.optionalValue("k") == nil)
    #expect(reader.unread.isEmpty)
  }

  @Test func readsOptionalMembers() throws {
    var reader = try reader(#"{"s":"\u0078","i":7,"b":false,"d":1,"a":[],"o":{}}"#)
    #expect(try reader.optionalString("s") == "x")
    #expect(try reader.optionalInteger("i") == 7)
    #expect(try reader.optionalBool("b") == false)
    #expect(try reader.optionalDouble("d") == 1)
    #expect(try reader.optionalNumberText("d") == "1")
    #expect(try reader.optionalArray("a")?.isEmpty == true)
    #expect(try reader.optionalObject("o") != nil)
    #expect(reader.optionalValue("i")?.integer == 7)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var description: String
    var read: @Sendable (inout JSONObjectReader) throws -> Void
    var testDescription: String { description }
  }

  @Test(arguments: [
    Mistake(text: #"{"k":1}"#, description: "line 1, column 6: /k: expected a string, found a number") {
      _ = try $0.string("k")
    },
    Mistake(text: #"{"k":null}"#, description: "line 1, column 6: /k: expected a string, found null") {
      _ = try $0.string("k")
    },
    Mistake(text: "{\n}", description: "line 1, column 1: /k: expected a string, found nothing") {
      _ = try $0.string("k")
    },
    Mistake(text: #"{"k":[]}"#, description: "line 1, column 6: /k: expected a string, found an array") {
      _ = try $0.optionalString("k")
    },
    Mistake(text: #"{"k":1.0}"#, description: "line 1, column 6: /k: expected an integer, found 1.0") {
      _ = try $0.integer("k")
    },
    Mistake(text: #"{"k":"1"}"#, description: "line 1, column 6: /k: expected an integer, found a string") {
      _ = try $0.optionalInteger("k")
    },
    Mistake(text: #"{}"#, description: "line 1, column 1: /k: expected an integer, found nothing") {
      _ = try $0.integer("k")
    },
    Mistake(text: #"{"k":0}"#, description: "line 1, column 6: /k: expected a boolean, found a number") {
      _ = try $0.bool("k")
    },
    Mistake(text: #"{"k":1e999}"#, description: "line 1, column 6: /k: expected a number, found 1e999") {
      _ = try $0.double("k")
    },
    Mistake(text: #"{"k":true}"#, description: "line 1, column 6: /k: expected a number, found a boolean") {
      _ = try $0.numberText("k")
    },
    Mistake(text: #"{"k":{}}"#, description: "line 1, column 6: /k: expected an array, found an object") {
      _ = try $0.array("k")
    },
    Mistake(text: #"{"k":"x"}"#, description: "line 1, column 6: /k: expected an object, found a string") {
      _ = try $0.object("k")
    },
    Mistake(text: #"{}"#, description: "line 1, column 1: /a~1b: expected a value, found nothing") {
      _ = try $0.value("a/b")
    },
    Mistake(text: #"{"k":[{"id":7}]}"#, description: "line 1, column 13: /k/0/id: expected a string, found a number") {
      for element in try $0.array("k") {
        var inner = try element.asObject()
        _ = try inner.string("id")
      }
    },
    Mistake(text: #"{"k":[{}]}"#, description: "line 1, column 7: /k/0/id: expected a string, found nothing") {
      for element in try $0.array("k") {
        var inner = try element.asObject()
        _ = try inner.string("id")
      }
    },
    Mistake(text: #"{"k":[7]}"#, description: "line 1, column 7: /k/0: expected an object, found a number") {
      for element in try $0.array("k") { _ = try element.asObject() }
    },
    Mistake(text: #"{"k":7}"#, description: "line 1, column 6: /k: expected a number from 1 to 5, found 7") {
      let value = try $0.value("k")
      throw $0.mismatch(at: value, expected: "a number from 1 to 5", found: value.text)
    },
  ])
  func saysWhatIsWrong(_ mistake: Mistake) throws {
    var reader = try reader(mistake.text)
    let error = try #require(throws: JSONMismatch.self) { try mistake.read(&reader) }
    #expect(error.description == mistake.description)
  }

  @Test func needsAnObject() throws {
    let error = try #require(throws: JSONMismatch.self) { try reader("[]") }
    #expect(error.description == "line 1, column 1: expected an object, found an array")
  }

  @Test func readsTheFirstOfSeveralNames() throws {
    var reader = try reader(#"{"cartId":"b","cart_id":"a","x":null}"#)
    #expect(reader.member("cart_id", "cartId")?.string == "a")
    #expect(reader.unread.map(\.name) == ["cartId", "x"])
    #expect(reader.member("y", "z", "x")?.isNull == true)
    #expect(reader.member("q", aliases: ["cartId"])?.string == "b")
    #expect(reader.member("q", aliases: ["r"]) == nil)
    #expect(reader.unread.isEmpty)
  }

  @Test func listsUnreadMembersWithSuggestions() throws {
    var reader = try reader(
      "{\"outer\": {\"name\": 1, \"devicID\": 2,\n \"unrelated\": 3, \"x/y\": 4, \"quantiyt\": 5}}")
    var inner = try reader.object("outer")
    _ = inner.member("name")
    _ = inner.member("deviceId")
    _ = inner.member("quantity")
    _ = inner.member("id")
    #expect(
      inner.unread == [
        UnreadMember(
          name: "devicID", path: "/outer/devicID", position: JSONPosition(offset: 22, line: 1, column: 23),
          suggestion: "deviceId"),
        UnreadMember(
          name: "unrelated", path: "/outer/unrelated", position: JSONPosition(offset: 37, line: 2, column: 2),
          suggestion: nil),
        UnreadMember(
          name: "x/y", path: "/outer/x~1y", position: JSONPosition(offset: 53, line: 2, column: 18), suggestion: nil),
        UnreadMember(
          name: "quantiyt", path: "/outer/quantiyt", position: JSONPosition(offset: 63, line: 2, column: 28),
          suggestion: "quantity"),
      ])
    #expect(reader.unread.isEmpty)
  }

  @Test func suggestsNamesThatWereFoundToo() throws {
    var reader = try reader(#"{"name":1,"nmae":2}"#)
    _ = reader.member("name")
    #expect(reader.unread.first?.suggestion == "name")
  }

  @Test func rejectsUnreadMembers() throws {
    var reader = try reader(#"{"name":1,"descripton":2}"#)
    _ = reader.member("name")
    _ = reader.member("description")
    let error = try #require(throws: JSONMismatch.self) { try reader.rejectUnread() }
    #expect(
      error.description
        == #"line 1, column 11: /descripton: expected one of "name", "description", found unknown key "descripton"; did you mean "description"?"#
    )
    let none = try self.reader(#"{"x":1}"#)
    let other = try #require(throws: JSONMismatch.self) { try none.rejectUnread() }
    #expect(other.description == #"line 1, column 2: /x: expected no members, found unknown key "x""#)
  }

  @Test(arguments: [63, 64, 65, 200]) func keepsTrackOfManyMembers(count: Int) throws {
    let text = "{" + (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    var reader = try reader(text)
    for number in stride(from: count - 1, through: 0, by: -2) {
      #expect(try reader.integer("k\(number)") == Int64(number))
    }
    let left = stride(from: count - 2, through: 0, by: -2).map { "k\($0)" }
    #expect(reader.unread.map(\.name) == left.reversed())
    for name in left { _ = reader.member(name) }
    #expect(reader.unread.isEmpty)
  }

  @Test func copesWithManyUnreadMembers() throws {
    let text = "{" + (0..<5_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    var reader = try reader(text)
    _ = reader.member("absent")
    #expect(reader.unread.count == 5_000)
  }
}
