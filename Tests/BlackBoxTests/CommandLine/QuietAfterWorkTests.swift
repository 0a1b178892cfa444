import Testing

@testable import WillCallCLI

struct QuietAfterWorkTests {
  /// What a process uses from one look to the next, in milliseconds, and the looks at which it is quiet after work.
  @Test(arguments: [
    ([0, 0, 0], []),
    ([49, 0, 0], []),
    ([50, 0, 0], [0]),
    ([100, 0], [0]),
    ([101, 0, 0], [1]),
    ([2_000, 1_900, 101, 100, 0, 0], [3]),
    ([20, 20, 20, 20, 20, 20], [2, 5]),
    ([400, 30, 20, 20, 10, 400, 0], [1, 4, 6]),
  ])
  func looks(used: [Int], reached: [Int]) {
    var time = Duration.seconds(5)
    var state = QuietAfterWork(processorTime: time)
    let found = used.indices.filter { look in
      time += .milliseconds(used[look])
      return state.isReached(processorTime: time)
    }
    #expect(found == reached)
  }
}
