import Testing

@testable import BoxOffice

@Suite struct BoundedMemoryTests {
  /// The same by the book: the keys in their order, and their values.
  private struct Model {
    var keys: [Int] = []
    var values: [Int: Int] = [:]

    mutating func remember(_ value: Int, for key: Int, limit: Int) {
      if values.updateValue(value, forKey: key) != nil { return }
      keys.append(key)
      if keys.count > limit { values[keys.removeFirst()] = nil }
    }
  }

  @Test(arguments: [1, 2, 3, 10, 64])
  func newestAreRememberedInTheirOrder(limit: Int) {
    var memory = BoundedMemory<Int, Int>(limit: limit)
    var model = Model()
    var state: UInt64 = 7
    for step in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Some keys come again while they are remembered, some when they have been forgotten.
      let key = Int(state >> 33) % (limit * 3)
      memory.remember(step, for: key)
      model.remember(step, for: key, limit: limit)
      #expect(memory.entries.map(\.key) == model.keys, "step \(step)")
      #expect(memory.entries.map(\.value) == model.keys.map { model.values[$0] })
      for key in 0..<(limit * 3) { #expect(memory[key] == model.values[key]) }
      guard memory.entries.map(\.key) == model.keys else { return }
    }
  }
}
