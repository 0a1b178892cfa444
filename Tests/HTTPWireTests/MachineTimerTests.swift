import HTTPTypes
import HTTPWire
import Testing

@Suite struct MachineTimerTests {
  @Test func theTimerFollowsTheRequest() {
    let rig = MachineRig()
    rig.received("POST / HTTP/1.1\r\n")
    #expect(rig.takeLog() == ["start header"])
    rig.received("Host: a\r\nContent-Length: 2\r\n")
    #expect(rig.takeLog().isEmpty)
    rig.received("\r\n")
    #expect(rig.takeLog() == ["start body"])
    rig.received("h")
    #expect(rig.takeLog().isEmpty)
    rig.received("i")
    #expect(rig.takeLog() == ["handle POST /", "stop"])
    rig.answer()
    #expect(rig.takeLog() == ["write 200 ok", "start idle"])
  }

  @Test func aFreshConnectionIsTimed() {
    var machine = ConnectionMachine(limits: Limits()) { fault, _ in Response(status: fault.status) }
    guard case .startTimer(.idle) = machine.nextAction() else {
      Issue.record("no timer")
      return
    }
    #expect(machine.nextAction() == nil)
  }

  @Test(
    arguments: [
      ("GET", ConnectionMachine.Timer.header, "write 408 close headerTimeout"),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nh", .body, "write 408 close bodyTimeout"),
    ])
  func slowRequestsAreAnswered(text: String, timer: ConnectionMachine.Timer, answer: String) {
    let rig = MachineRig()
    rig.received(text)
    rig.happened { $0.timerFired(timer) }
    #expect(rig.takeVisible() == [answer, "closeWriting"])
  }

  @Test func anIdleConnectionIsClosedWithoutAWord() {
    let rig = MachineRig()
    rig.happened { $0.timerFired(.idle) }
    #expect(rig.takeVisible() == ["close"])
  }

  @Test func aTimerThatWasReplacedIsIgnored() {
    let rig = MachineRig()
    rig.received("GET")
    rig.happened { $0.timerFired(.idle) }
    rig.happened { $0.timerFired(.body) }
    #expect(rig.takeVisible().isEmpty)
  }

  @Test func eachRequestHasItsOwnTime() {
    let rig = MachineRig(answersAtOnce: true)
    rig.received(get("/1") + "GET")
    #expect(rig.takeLog().last == "start header")
    rig.received(String(get("/2").dropFirst(3)) + "GET")
    #expect(rig.takeLog().last == "start header")
  }

  @Test func aClientThatDoesNotReadHasTheIdleTimeForSomeProgress() {
    let rig = MachineRig(answersAtOnce: true)
    rig.writesAtOnce = false
    rig.received(get("/1"))
    #expect(rig.takeLog() == ["handle GET /1", "write 200 /1", "start write"])
    rig.happened { $0.wrote(1) }
    #expect(rig.takeLog() == ["start write"])
    rig.happened { $0.timerFired(.write) }
    #expect(rig.takeVisible() == ["close"])
  }

  @Test func timersHaveTheirLimits() {
    var limits = Limits()
    limits.idleTimeout = .seconds(1)
    limits.headerTimeout = .seconds(2)
    limits.bodyTimeout = .seconds(3)
    limits.lingerTimeout = .seconds(4)
    let timers: [ConnectionMachine.Timer] = [.idle, .header, .body, .linger, .write]
    #expect(timers.map { $0.duration(in: limits) } == [1, 2, 3, 4, 1].map { .seconds($0) })
  }

  // MARK: - Back-pressure

  @Test func readingPausesWhilePipelinedRequestsPileUp() {
    var limits = Limits()
    limits.pipelinedBytes = 64
    let rig = MachineRig(limits)
    rig.received(get("/1"))
    rig.received(get("/2"))
    #expect(!rig.takeLog().contains("pause"))
    rig.received(get("/3") + get("/4"))
    #expect(rig.takeLog() == ["pause"])
    rig.answer()
    rig.answer()
    #expect(rig.takeLog().contains("resume"))
  }

  @Test func noRequestIsTakenWhileAnswersPileUp() {
    var limits = Limits()
    limits.unwrittenBytes = 100
    let rig = MachineRig(limits, answersAtOnce: true)
    rig.writesAtOnce = false
    let path = "/" + String(repeating: "x", count: 100)
    rig.received(get(path) + get("/2"))
    #expect(rig.takeLog() == ["handle GET \(path)", "write 200 \(path)", "pause", "start write"])
    rig.happened { $0.wrote(150) }
    #expect(rig.takeLog().prefix(2) == ["handle GET /2", "write 200 /2"])
  }
}
