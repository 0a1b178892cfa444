import Testing

@testable import Backstage

/// The memory of the stream.
@Suite struct EventLogTests {
  private static func log(_ count: Int, size: Int = 10) -> EventLog {
    var log = EventLog(run: "r")
    for number in 1...count {
      log.append(key: number % 2 == 0 ? "even" : "odd", Array(repeating: UInt8(ascii: "x"), count: size))
    }
    return log
  }

  private static func ids(_ log: EventLog, after number: UInt64, key: String? = nil) -> [String] {
    String(decoding: log.events(after: number, key: key), as: UTF8.self).split(separator: "\n")
      .compactMap { $0.firstMatch(of: /id: (r-\d+)/).map { String($0.output.1) } }
  }

  private static func isGap(_ resumption: EventLog.Resumption) -> Bool {
    if case .gap = resumption { true } else { false }
  }

  @Test func eventsAreNumberedFromOne() {
    let log = Self.log(3)
    #expect(log.last == 3 && log.start == 0)
    #expect(Self.ids(log, after: 0) == ["r-1", "r-2", "r-3"])
    #expect(Self.ids(log, after: 2) == ["r-3"])
    #expect(Self.ids(log, after: 3) == [])
    #expect(Self.ids(log, after: 0, key: "odd") == ["r-1", "r-3"])
    #expect(Self.ids(log, after: 0, key: "none") == [])
  }

  @Test(arguments: [(10, 20_000), (1_000, 5_000), (100_000, 40)])
  func itIsBounded(size: Int, count: Int) {
    let log = Self.log(count, size: size)
    let kept = Int(log.last - log.start)
    let bytes = log.events(after: log.start, key: nil).count
    #expect(log.last == UInt64(count))
    #expect(kept <= EventLog.countLimit && bytes <= EventLog.byteLimit)
    // At most a quarter is dropped at once, and what has just come is kept.
    #expect(kept >= min(EventLog.countLimit, EventLog.byteLimit / (size + 16)) * 3 / 4 - 1)
    #expect(log.resume(after: "r-\(log.start)") == .after(log.start))
    #expect(log.resume(after: "r-\(log.last)") == .after(log.last))
    #expect(Self.isGap(log.resume(after: "r-\(log.start - 1)")), "it is not kept")
  }

  @Test func anInterruptionCanNotBeResumedAcross() {
    var log = Self.log(3)
    log.interrupt()
    #expect(log.start == log.last && log.last == 4)
    #expect(Self.isGap(log.resume(after: "r-3")), "events may be missing")
    #expect(log.resume(after: "r-4") == .after(4))
    log.append(key: "k", [])
    #expect(Self.ids(log, after: 4) == ["r-5"])
  }

  @Test func whatIsLargerThanTheLimitIsDropped() {
    var log = Self.log(3)
    log.append(key: "k", Array(repeating: 0, count: EventLog.byteLimit + 1))
    #expect(log.last == 4)
    #expect(log.events(after: log.start, key: nil).count <= EventLog.byteLimit)
  }
}
