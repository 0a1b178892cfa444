import JSONText
import Testing

/// Selecting members by a list of names, in one pass.
@Suite struct SelectionTests {
  private static let names = JSONNames(["deviceId", "type", "os", "tickets"])

  private static func select(_ text: String, ignoringCase: Bool = false) throws -> JSONSelection {
    JSONSelection(names, of: try JSONValue.parse(Array(text.utf8)), ignoringCase: ignoringCase)
  }

  /// The texts of the selected members, in the order of the list.
  private static func texts(_ selection: JSONSelection) -> [String?] {
    names.names.indices.map { selection[$0]?.text }
  }

  @Test(
    arguments: [
      (#"{"deviceId":1,"type":2,"os":3,"tickets":[4]}"#, ["1", "2", "3", "[4]"], false),
      (
        #"{ "tickets" : [] , "os":{"type":0}, "type":"a" , "deviceId":null }"#,
        ["null", #""a""#, #"{"type":0}"#, "[]"], false
      ),
      (#"{"os":3}"#, [nil, nil, "3", nil], false),
      (#"{"more":{"os":1},"os":3,"last":0}"#, [nil, nil, "3", nil], true),
      (#"{"\u006fs":3,"typ\u0065":"\u0061"}"#, [nil, #""\u0061""#, "3", nil], false),
      (#"{"OS":3}"#, [nil, nil, nil, nil], true),
      ("{}", [nil, nil, nil, nil], false), ("[1,2]", [nil, nil, nil, nil], false), ("7", [nil, nil, nil, nil], false),
    ] as [(String, [String?], Bool)])
  func selects(text: String, members: [String?], hasOthers: Bool) throws {
    let selection = try Self.select(text)
    #expect(Self.texts(selection) == members)
    #expect(selection.hasOthers == hasOthers)
  }

  @Test(
    arguments: [
      (#"{"DEVICEID":1,"Type":2}"#, ["1", "2", nil, nil]),
      // A name as it is spelt comes first; of others, the first counts.
      (#"{"OS":1,"os":2,"Os":3}"#, [nil, nil, "2", nil]),
      (#"{"TYPE":1,"Type":2}"#, [nil, "1", nil, nil]),
      (#"{"types":1}"#, [nil, nil, nil, nil]),
    ] as [(String, [String?])])
  func selectsIgnoringCase(text: String, members: [String?]) throws {
    let selection = try Self.select(text, ignoringCase: true)
    #expect(Self.texts(selection) == members)
    #expect(selection.hasOthers)
  }

  /// A member as a string: its JSON, what it is, and what it is not.
  @Test(
    arguments: [
      (#""native""#, "native", true), (#""NAT\u0049VE""#, "NATIVE", true), (#""naTive""#, "naTive", true),
      (#""nativ""#, "nativ", false), (#""na}ive""#, "na}ive", false), (#""""#, "", false),
      (#""natjve""#, "natjve", false),
      (#""longer than a word""#, "longer than a word", false), (#""é""#, "é", false),
    ])
  func comparesStrings(json: String, text: String, isNative: Bool) throws {
    let selection = try Self.select(#"{"type":\#(json),"os":5}"#)
    #expect(selection.string(1, equals: text))
    #expect(!selection.string(1, equals: text + "x"))
    #expect(!selection.string(1, equals: String("x" + text.dropFirst())))
    #expect((selection.firstUnfilled(1..<2) == nil) == !text.isEmpty)
    #expect(selection.string(1, isLowered: "native") == isNative)
    for place in [0, 2] {
      #expect(selection.firstUnfilled(place..<(place + 1)) == place)
      #expect(!selection.string(place, equals: "5"))
      #expect(!selection.string(place, isLowered: "5"))
    }
  }

  @Test func writesMembersAsTheyWereRead() throws {
    let selection = try Self.select(#"{"deviceId": "a\u0062" ,"os": [ 1, " 2 " ],"tickets":1.50}"#)
    var writer = JSONWriter(reservingCapacity: 1)
    writer.beginObject()
    writer.members(Self.names.names.indices, Self.names, of: selection)
    writer.endObject()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"deviceId":"a\u0062","os":[1," 2 "],"tickets":1.50}"#)
  }
}
