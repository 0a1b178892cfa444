import Testing

@testable import HTTPWire

@Suite struct KnownTableTests {
  private final class Thing: Sendable {
    let number: Int

    init(_ number: Int) {
      self.number = number
    }
  }

  private static func find(_ number: Int, hash: UInt64? = nil, in table: inout KnownTable<Thing>) -> String {
    let hash = hash ?? UInt64(number)
    switch table.find(hash, where: { $0.number == number }) {
    case .known(let thing): return "known \(thing.number)"
    case .again(let hash):
      table.keep(Thing(number), hash)
      return "again"
    case .new: return "new"
    }
  }

  @Test func whatComesASecondTimeIsKept() {
    var table = KnownTable<Thing>(capacity: 16)
    #expect((0..<4).map { _ in Self.find(1, in: &table) } == ["new", "again", "known 1", "known 1"])
    #expect(Self.find(2, in: &table) == "new")
    #expect(Self.find(1, in: &table) == "known 1")
  }

  @Test func sameHashIsNotTheSame() {
    var table = KnownTable<Thing>(capacity: 16)
    for _ in 0..<2 { _ = Self.find(1, hash: 7, in: &table) }
    #expect(Self.find(2, hash: 7, in: &table) == "new")
    #expect(Self.find(1, hash: 7, in: &table) == "known 1")
  }

  /// As many as there are places with their last bits are known at a time, in any order.
  @Test func severalInTurnAreAllKnown() {
    var table = KnownTable<Thing>(capacity: 16)
    let numbers = (1...8).map { $0 * 2 }
    for _ in 0..<2 { for number in numbers { _ = Self.find(number, in: &table) } }
    for number in numbers + numbers.reversed() { #expect(Self.find(number, in: &table) == "known \(number)") }
  }

  /// What comes once drives out at most one that is known.
  @Test func whatNeverComesAgainDrivesOutLittle() {
    var table = KnownTable<Thing>(capacity: 16)
    let numbers = (1...8).map { $0 * 2 }
    for _ in 0..<2 { for number in numbers { _ = Self.find(number, in: &table) } }
    for number in 100..<1_000 { #expect(Self.find(number * 2, in: &table) == "new") }
    #expect(numbers.count { Self.find($0, in: &table).hasPrefix("known") } == 7)
  }
}
