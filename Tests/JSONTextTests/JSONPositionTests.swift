import JSONText
import Testing

@Suite struct JSONPositionTests {
  @Test func countsLinesAndScalars() {
    let text = Array("{\n  \"ä\": 1\r\n}".utf8)
    #expect(JSONPosition(offset: 0, in: text) == JSONPosition(offset: 0, line: 1, column: 1))
    #expect(JSONPosition(offset: 8, in: text) == JSONPosition(offset: 8, line: 2, column: 6))
    #expect(JSONPosition(offset: 13, in: text) == JSONPosition(offset: 13, line: 3, column: 1))
    #expect(JSONPosition(offset: 99, in: text).offset == text.count)
  }
}
