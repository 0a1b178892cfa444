import HTTPWire
import Testing

@testable import SocketServer

/// What is kept for exchanges, whether there is one at a time or many.
@Suite struct OutstandingTests {
  private static func id(_ number: UInt64) -> ExchangeID { ExchangeID(number: number) }

  /// Against a dictionary, in every order of few steps.
  @Test func itIsADictionary() {
    for script in 0..<4096 {
      var outstanding = Outstanding<Int>()
      var expected: [ExchangeID: Int] = [:]
      var rest = script
      for step in 0..<6 {
        let (number, isRemoval) = (UInt64(rest % 2), rest / 2 % 2 == 1)
        rest /= 4
        if isRemoval {
          #expect(outstanding.remove(Self.id(number)) == expected.removeValue(forKey: Self.id(number)))
        } else if expected[Self.id(number)] == nil {
          outstanding.insert(step, for: Self.id(number))
          expected[Self.id(number)] = step
        }
        #expect(outstanding.isEmpty == expected.isEmpty)
      }
      #expect(outstanding.removeAll().sorted() == expected.values.sorted())
      #expect(outstanding.isEmpty)
    }
  }

  @Test func thoseThatFulfilAConditionAreRemoved() {
    var outstanding = Outstanding<UInt64>()
    for number in 1...9 as ClosedRange<UInt64> { outstanding.insert(number, for: Self.id(number)) }
    #expect(outstanding.removeAll { $0.number % 2 == 1 }.sorted() == [1, 3, 5, 7, 9])
    #expect(outstanding.remove(Self.id(1)) == nil)
    #expect(outstanding.removeAll().sorted() == [2, 4, 6, 8])
  }
}
