import Sandboxes
import Testing

@Suite struct JournalFactsTests {
  @Test(
    arguments: [
      (0, "0"), (1, "1"), (9, "9"), (10, "10"), (99, "99"), (100, "100"), (123_456_789_012_345, "123456789012345"),
      (.max, "18446744073709551615"),
    ] as [(UInt64, String)])
  func idsSayWhoseRequestItWas(number: UInt64, digits: String) {
    #expect(JournalFacts.id(number, isOfServer: false) == "r\(digits)")
    #expect(JournalFacts.id(number, isOfServer: true) == "s\(digits)")
  }
}
