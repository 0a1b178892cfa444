import Determinism
import Dispatch
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes
import Synchronization
import Testing

@testable import Backstage

/// `GET stream` with `Last-Event-ID`: nothing is missed, and nothing told twice.
@Suite struct StreamResumeTests {
  private func listen(_ stage: Stage, _ query: String = "", after id: String? = nil) throws -> Listening {
    let listening = Listening()
    var request = try Stage.request(.get, "/__willcall/stream\(query)", "", ["Host": "localhost:8490"])
    if let id, let name = HTTPField.Name("Last-Event-ID") { request.fields.append(name, id) }
    stage.backstage.stream(request, on: listening)
    return listening
  }

  private func numbers(_ events: [Listening.Event]) throws -> [Int] {
    try events.map { event in
      let parts = event.id.split(separator: "-")
      return try #require(parts.count == 2 ? Int(parts[1]) : nil, "\(event.id)")
    }
  }

  private func gap(_ listening: Listening) throws -> String? {
    let all = try listening.allEvents()
    #expect(all.first?.name == "hello")
    #expect(!all.dropFirst().contains { $0.name == "hello" })
    guard all.count > 1, all[1].name == "gap" else {
      #expect(!all.contains { $0.name == "gap" })
      return nil
    }
    #expect(all[1].data.members.map(\.key) == ["reason"])
    return all[1].data["reason"]?.string
  }

  @Test func theFirstEventSaysWhoIsSpeaking() throws {
    let stage = try Stage(seed: .max)
    let hello = try #require(try listen(stage).allEvents().first)
    #expect(hello.name == "hello")
    #expect(hello.data.text == #"{"version":"1.2.3","seed":"18446744073709551615","started":"2031-01-01T00:00:00Z"}"#)
    #expect(try numbers([hello]) == [0])
  }

  @Test func everyEventHasTheNextNumberOverAllSandboxes() throws {
    let stage = try Stage()
    let all = try listen(stage)
    let mine = try listen(stage, "?apikey=my-key")
    try stage.hold(EventID.phoenix)
    try stage.hold(EventID.phoenix, key: "other")
    try stage.hold(EventID.phoenix)
    #expect(try numbers(all.events()) == [1, 2, 3, 4, 5, 6])
    #expect(try numbers(mine.events()) == [1, 2, 5, 6])
    #expect(Set(try all.allEvents().map { $0.id.split(separator: "-")[0] }).count == 1)
  }

  /// From whichever event it resumes, it gets the rest exactly as the one who stayed did.
  @Test(arguments: ["", "?apikey=my-key", "?apikey=other", "?apikey=third"])
  func whoComesBackIsToldWhatCameSince(query: String) throws {
    let stage = try Stage()
    let stays = try listen(stage, query)
    let all = try listen(stage)
    for key in ["my-key", "other", "my-key"] { try stage.hold(EventID.phoenix, key: key) }
    let told = try stays.events()
    for id in try all.allEvents().map(\.id) {
      let back = try listen(stage, query, after: id)
      let number = try #require(Int(id.split(separator: "-")[1]))
      let expected = try told.filter { try numbers([$0])[0] > number }
      #expect(try back.events().map(\.id) == expected.map(\.id))
      #expect(try back.events().map(\.data.text) == expected.map(\.data.text))
      #expect(try back.allEvents().first?.id == id, "so that whoever leaves at once misses nothing")
      #expect(try gap(back) == nil)
      back.close()
    }
    try stage.hold(EventID.phoenix, key: "third")
    #expect(try stays.events().count == told.count + (["", "?apikey=third"].contains(query) ? 2 : 0))
  }

  @Test func whileNobodyIsThereWhatHappensIsKeptForAWhile() throws {
    let stage = try Stage()
    let first = try listen(stage)
    try stage.hold(EventID.phoenix)
    let last = try #require(try first.events().last?.id)
    first.close()
    for _ in 1...Broadcast.secondsOfMemory { #expect(stage.backstage.broadcast.tick()) }
    try stage.hold(EventID.phoenix, key: "other")
    let back = try listen(stage, after: last)
    #expect(try numbers(back.events()) == [3, 4])
    #expect(try gap(back) == nil)
    back.close()
    for _ in 1...Broadcast.secondsOfMemory { #expect(stage.backstage.broadcast.tick(), "it begins again") }
  }

  @Test func afterThatTheServerDoesNothingAndWhoComesBackIsToldOfTheGap() throws {
    let stage = try Stage()
    let first = try listen(stage)
    try stage.hold(EventID.phoenix)
    let last = try #require(try first.events().last?.id)
    first.close()
    for _ in 1...Broadcast.secondsOfMemory { stage.backstage.broadcast.tick() }
    #expect(stage.directory.settings.audience.isListening)
    #expect(!stage.backstage.broadcast.tick())
    #expect(!stage.directory.settings.audience.isListening)
    // Even if nothing happened: the server cannot know.
    let back = try listen(stage, after: last)
    #expect(try gap(back) != nil)
    #expect(try back.events().isEmpty)
    let number = try numbers(back.allEvents())
    try stage.hold(EventID.phoenix)
    #expect(try numbers(back.events()).first == number[0] + 1)
    let again = try listen(stage, after: try back.allEvents().first?.id)
    #expect(try again.events().count == 2)
    #expect(try gap(again) == nil)
  }

  @Test func holdsThatRanOutMeanwhileAreToldToo() throws {
    let stage = try Stage(rate: 1)
    let first = try listen(stage)
    try stage.hold(EventID.phoenix)
    let last = try #require(try first.events().last?.id)
    first.close()
    stage.realTime.advance(by: .seconds(299))
    stage.backstage.broadcast.tick()
    stage.realTime.advance(by: .seconds(2))
    stage.backstage.broadcast.tick()
    let back = try listen(stage, after: last)
    #expect(try back.events().compactMap { $0.data["what"]?.string } == ["expired"])
  }

  @Test(
    arguments: [
      ("", nil), ("x", "not an id"), ("-", "not an id"), ("RUN-", "not an id"), ("RUN-x", "not an id"),
      ("RUN--1", "started again"), ("RUN-18446744073709551616", "not an id"), ("RUN-3", "no such event yet"),
      ("RUN-2", nil), ("RUN-0", nil), ("other-1", "started again"), ("2", "not an id"), ("run-1", "started again"),
    ] as [(String, String?)])
  func anIDThatIsNotKnownIsAGap(id: String, reason: String?) throws {
    let stage = try Stage()
    let first = try listen(stage)
    try stage.hold(EventID.phoenix)
    let run = try first.events()[0].id.split(separator: "-")[0]
    let back = try listen(stage, after: id.replacing("RUN", with: run))
    let told = try gap(back)
    #expect((told == nil) == (reason == nil))
    if let reason { #expect(told?.contains(reason) == true) }
    #expect(try back.events().count == (id == "RUN-0" ? 2 : 0))
    try stage.hold(EventID.phoenix)
    #expect(try numbers(back.events()).suffix(2) == [3, 4], "and then it goes on")
  }

  @Test func anotherRunHasOtherIDs() throws {
    let one = try Stage()
    one.realTime.advance(by: .milliseconds(1))
    let status = ServiceStatus(version: "1.2.3", realTime: { one.realTime.now })
    let other = try BackstageService(directory: one.directory, status: status)
    let listening = Listening()
    other.stream(try Stage.request(.get, "/__willcall/stream", "", ["Host": "localhost"]), on: listening)
    #expect(try listening.allEvents().first?.id != listen(one).allEvents().first?.id)
  }

  /// The sink of a listener leads back into the broadcast, as a connection does that breaks while it is sent to.
  private final class Echo: EventSink {
    let onSend: @Sendable () -> Void
    private let count = Mutex(0)

    init(_ onSend: @escaping @Sendable () -> Void) {
      self.onSend = onSend
    }

    func send(_ bytes: [UInt8]) -> Bool {
      let isFirst = count.withLock { count in
        count += 1
        return count == 2
      }
      if isFirst { onSend() }
      return true
    }

    var isClosed: Bool { false }
  }

  @Test func whatASinkCausesIsToldInItsOrder() throws {
    let stage = try Stage()
    let sandbox = stage.sandbox
    stage.backstage.broadcast.add(
      Echo { sandbox.tell(.faults(.added, ids: ["echo"])) }, key: nil, after: nil)
    let listening = try listen(stage)
    sandbox.tell(.faults(.added, ids: ["1"]))
    sandbox.tell(.faults(.added, ids: ["2"]))
    let ids = try listening.events().compactMap { $0.data.value(at: "/ids/0")?.string }
    #expect(ids == ["1", "echo", "2"])
  }

  /// Many threads bring events while listeners come back again and again.
  @Test func fromManyThreadsEachIsToldOnceAndInOrder() async throws {
    let stage = try Stage()
    let stays = try listen(stage)
    let sandboxes = (0..<4).map { stage.directory.sandbox(for: "key-\($0)") }
    let perThread = 200
    let back = Mutex<[Listening]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { thread in
      if thread < 4 {
        for number in 0..<perThread { sandboxes[thread].tell(.faults(.added, ids: ["\(number)"])) }
      } else {
        for _ in 0..<20 {
          let first = try? stays.allEvents().last?.id
          if let listening = try? listen(stage, after: first ?? nil) { back.withLock { $0.append(listening) } }
        }
      }
    }
    while stage.backstage.broadcast.isSending { await Task.yield() }
    let total = perThread * 4
    #expect(try numbers(stays.events()) == Array(1...total))
    for thread in 0..<4 {
      let mine = try stays.events().filter { $0.data["sandbox"]?.string == "key-\(thread)" }
      #expect(mine.compactMap { $0.data.value(at: "/ids/0")?.string } == (0..<perThread).map(String.init))
    }
    for listening in back.withLock({ $0 }) {
      let first = try #require(try numbers(listening.allEvents()).first)
      #expect(try numbers(listening.events()) == Array((first + 1)..<(total + 1)))
      listening.close()
    }
  }
}
