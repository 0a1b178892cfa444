import Testing

@testable import WillCallCLI

struct OutputBacklogTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func linesComeOutInTheirOrderAndWhoeverAddsTheFirstBegins() {
    var backlog = OutputBacklog()
    #expect(backlog.add("one"))
    #expect(!backlog.add("two"))
    #expect(backlog.isWriting)
    #expect(text(backlog.take(6)) == "one\ntw")
    #expect(!backlog.add("three"))
    #expect(text(backlog.take(100)) == "o\nthree\n")
    #expect(backlog.isWriting, "the piece is still on its way")
    #expect(backlog.take(100).isEmpty)
    #expect(!backlog.isWriting)
    #expect(backlog.add("four"))
  }

  @Test func whatFindsNoRoomIsCountedAndToldOnceThereIsRoom() {
    var backlog = OutputBacklog()
    let line = String(repeating: "x", count: 1023)
    for _ in 0..<(OutputBacklog.capacity / 1024) { _ = backlog.add(line) }
    for _ in 0..<7 { #expect(!backlog.add("lost")) }
    #expect(backlog.take(1024).count == 1024)
    #expect(!backlog.add("found"))
    var rest = ""
    while true {
      let piece = backlog.take(4096)
      if piece.isEmpty { break }
      rest += text(piece)
    }
    #expect(rest.hasSuffix("x\nwillcall: dropped 7 lines, for nobody read those before them\nfound\n"))
    #expect(!rest.contains("lost"))
  }

  @Test func theLastDroppedLinesAreToldOfTooIfNoneFollows() {
    var backlog = OutputBacklog()
    _ = backlog.add(String(repeating: "x", count: OutputBacklog.capacity - 1))
    _ = backlog.add("lost")
    _ = backlog.take(OutputBacklog.capacity)
    #expect(text(backlog.take(4096)) == "willcall: dropped 1 lines, for nobody read those before them\n")
    #expect(backlog.take(4096).isEmpty)
  }

  @Test func aLineThatIsTooLongForAllOfItIsDropped() {
    var backlog = OutputBacklog()
    #expect(!backlog.add(String(repeating: "x", count: OutputBacklog.capacity)))
    #expect(!backlog.isWriting)
    #expect(backlog.add("next"))
    #expect(text(backlog.take(4096)).hasSuffix("them\nnext\n"))
  }
}
