import BoxOffice
import Determinism
import Synchronization
import Testing

@testable import Sandboxes

struct AudienceTests {
  /// A listener that was wrapped once more at each call would soon overflow the stack.
  @Test func listenerIsCalledAsOftenAsThereIsSomethingToTell() {
    let audience = Audience()
    let count = Atomic<Int>(0)
    audience.listen { _ in count.add(1, ordering: .relaxed) }
    let report = ClockReport(now: Instant(millisecondsSinceEpoch: 0), rate: 1)
    let happening = Happening(key: "k", time: report.now, kind: .clock(report))
    for _ in 1...100_000 { audience.tell(happening) }
    #expect(count.load(ordering: .relaxed) == 100_000)
  }
}
