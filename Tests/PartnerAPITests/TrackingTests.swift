import HTTPTypes
import Testing

/// `GET /tracking`.
@Suite struct TrackingTests {
  private static let path = "/partners/v1/tracking"
  private static let longest = String(repeating: "x", count: 32)

  @Test(arguments: [
    "", "&shared_id=1&sub_id1=3&sub_id2=4&sub_id3=5", "&shared_id=\(longest)", "&sub_id3=\(longest)", "&shared_id=",
    "&sharedId=\(longest)&subId1=a&subId2=b&subId3=c", "&shared_id=%C3%A9%C3%A9", "&other=\(longest)x",
  ])
  func answerIsAPictureOfOnePixel(query: String) throws {
    let answer = try Partner().send(.get, "\(Self.path)?event_id=\(EventID.phoenix)\(query)")
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer.header("Content-Type") == "image/gif")
    let bytes = answer.bytes
    #expect(String(decoding: bytes.prefix(6), as: UTF8.self) == "GIF89a")
    #expect(Array(bytes[6..<10]) == [1, 0, 1, 0], "width and height are 1, little-endian")
    #expect(bytes.last == 0x3B, "the trailer")
    // After the head and a table of two colours: a control extension of 8 bytes, then the picture.
    #expect(Array(bytes[19..<21]) == [0x21, 0xF9])
    #expect(bytes[27] == 0x2C)
    #expect(Array(bytes[32..<36]) == [1, 0, 1, 0])
    #expect(bytes.count == 43)
  }

  @Test(arguments: [
    ("", "event_id"), ("event_id=", "event_id"), ("event_id=E&shared_id=\(longest)x", "shared_id"),
    ("event_id=E&sub_id1=\(longest)x", "sub_id1"), ("event_id=E&sub_id2=\(longest)x", "sub_id2"),
    ("event_id=E&subId3=\(longest)x", "sub_id3"), ("event_id=E&sharedId=\(longest)x", "shared_id"),
  ])
  func missingAndOverlongParametersAreInvalid(query: String, name: String) throws {
    let named = query.replacing("=E", with: "=\(EventID.phoenix)")
    let answer = try Partner().send(.get, "\(Self.path)?\(named)")
    answer.expectError(400, 10_002, "Invalid input data type")
    #expect(answer.diagnosis?.contains(name) == true)
  }

  @Test func unknownEventIs404() throws {
    try Partner().send(.get, "\(Self.path)?event_id=none").expectError(404, 404)
  }
}
