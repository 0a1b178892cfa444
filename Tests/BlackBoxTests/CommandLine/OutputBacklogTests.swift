import Testing

@testable import WillCallCLI

struct OutputBacklogTests {
  /// A backlog whose changes can stand in an expectation.
  private final class Backlog {
    private var backlog = OutputBacklog()

    var isWriting: Bool { backlog.isWriting }
    func add(_ line: String) -> Bool { backlog.add(line) }
    func take(_ count: Int) -> String { String(decoding: backlog.take(count), as: UTF8.self) }
  }

  private static let capacity = OutputBacklog.capacity

  @Test func linesComeOutInTheirOrderAndWhoeverAddsTheFirstBegins() {
    let backlog = Backlog()
    #expect(backlog.add("one"))
    #expect(!backlog.add("two"))
    #expect(backlog.take(6) == "one\ntw")
    #expect(!backlog.add("three"))
    #expect(backlog.take(100) == "o\nthree\n")
    #expect(backlog.isWriting, "the piece is still on its way")
    #expect(backlog.take(100) == "")
    #expect(!backlog.isWriting)
    #expect(backlog.add("four"))
  }

  @Test func whatFindsNoRoomIsCountedAndToldOnceThereIsRoom() {
    let backlog = Backlog()
    let line = String(repeating: "x", count: 1023)
    #expect(backlog.add(line))
    for _ in 1..<(Self.capacity / 1024) { #expect(!backlog.add(line)) }
    for _ in 0..<7 { #expect(!backlog.add("lost")) }
    #expect(backlog.take(1024) == line + "\n")
    #expect(!backlog.add("found"))
    let rest = backlog.take(2 * Self.capacity)
    #expect(rest.hasSuffix("x\nwillcall: dropped 7 lines, because nobody read the ones before them\nfound\n"))
    #expect(!rest.contains("lost"))
  }

  @Test func theLastDroppedLinesAreToldOfTooIfNoneFollows() {
    let backlog = Backlog()
    #expect(backlog.add(String(repeating: "x", count: Self.capacity - 1)))
    #expect(!backlog.add("lost"))
    #expect(backlog.take(Self.capacity).utf8.count == Self.capacity)
    #expect(backlog.take(4096) == "willcall: dropped 1 lines, because nobody read the ones before them\n")
    #expect(backlog.take(4096) == "")
  }

  @Test func aLineThatIsTooLongForAllOfItIsDropped() {
    let backlog = Backlog()
    #expect(!backlog.add(String(repeating: "x", count: Self.capacity)))
    #expect(!backlog.isWriting)
    #expect(backlog.add("next"))
    #expect(backlog.take(4096).hasSuffix("them\nnext\n"))
  }
}
