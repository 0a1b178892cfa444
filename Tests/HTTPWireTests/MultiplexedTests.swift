import HTTPTypes
import HTTPWire
import Testing

/// When a connection is handed over to the machine of another version, and what that one is told.
@Suite struct MultiplexedTests {
  private static let preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

  /// A machine that notes what it receives, and has one request handled for each `!`.
  private final class Notes: MultiplexedMachine {
    var text = ""
    var hasDrained = false
    var peerIsDone = false
    var hasSentEverything: Bool { true }
    private var count: UInt64 = 0
    private var due = 0

    func nextAction() -> ConnectionMachine.Action? {
      guard due > 0, let request = try? Request(.get, "/inside") else { return nil }
      due -= 1
      count += 1
      return .handle(request, ExchangeID(number: count))
    }

    func received(_ bytes: UnsafeBufferPointer<UInt8>) {
      text += String(decoding: bytes, as: UTF8.self)
      due += bytes.count { $0 == UInt8(ascii: "!") }
    }

    func peerClosed() { peerIsDone = true }
    func drain() { hasDrained = true }
    func abort() { text += "(aborted)" }
    func answered(_ id: ExchangeID, with response: Response, delivery: Delivery) -> Bool { true }
    func streamStarted(_ id: ExchangeID, head: Response) -> Bool { true }
    func streamSent(_ id: ExchangeID, _ piece: [UInt8]) {}
    func streamOverran(_ id: ExchangeID) {}
    func streamFinished(_ id: ExchangeID) {}
    func isStreaming(_ id: ExchangeID) -> Bool { false }
    func woke(_ id: ExchangeID) {}
    func timerFired(_ timer: ConnectionMachine.Timer) {}
    func wrote(_ count: Int) {}
  }

  /// Makes a rig, and gives back the machine that has taken over, if one has.
  private static func rig() -> (MachineRig, machine: () -> Notes?) {
    // Used on one thread.
    nonisolated(unsafe) var made: [Notes] = []
    let rig = MachineRig(
      answersAtOnce: true,
      multiplexed: { _, _ in
        let notes = Notes()
        made.append(notes)
        return notes
      })
    return (rig, { made.first })
  }

  @Test(arguments: [1, 2, 3, 5, 100])
  func thePrefaceMayComeInPieces(piece: Int) {
    let (rig, machine) = Self.rig()
    let all = Array((Self.preface + "frames").utf8)
    for start in stride(from: 0, to: all.count, by: piece) {
      rig.received(String(decoding: all[start..<min(all.count, start + piece)], as: UTF8.self))
    }
    #expect(machine()?.text == Self.preface + "frames")
    #expect(rig.takeVisible() == [])
  }

  /// Methods that begin like the preface are still methods.
  @Test(arguments: ["P", "PR"], [1, 100])
  func aRequestThatBeginsLikeItIsARequest(method: String, piece: Int) {
    let (rig, machine) = Self.rig()
    let all = Array("\(method)X /a HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    for start in stride(from: 0, to: all.count, by: piece) {
      rig.received(String(decoding: all[start..<min(all.count, start + piece)], as: UTF8.self))
    }
    #expect(machine() == nil)
    #expect(rig.takeVisible() == ["handle \(method)X /a", "write 200 /a"])
  }

  @Test func aPrefaceThatStopsIsAnIncompleteRequest() {
    let (rig, machine) = Self.rig()
    rig.received("PR")
    rig.happened { $0.peerClosed() }
    #expect(machine() == nil)
    #expect(rig.takeVisible().first == "write 400 close incompleteRequest")
  }

  @Test func afterARequestThePrefaceIsNothingSpecial() {
    let (rig, machine) = Self.rig()
    rig.received(get("/first"))
    rig.received(Self.preface)
    #expect(machine() == nil)
    #expect(rig.takeVisible().prefix(2) == ["handle GET /first", "write 200 /first"])
  }

  @Test func anAgreementTakesOverBeforeAnythingArrives() {
    let (rig, machine) = Self.rig()
    rig.machine.isSecure = true
    rig.happened { $0.agreedOnHTTP2() }
    rig.received("frames!")
    #expect(machine()?.text == "frames!")
    #expect(rig.takeVisible() == ["handle GET /inside"])
  }

  @Test(arguments: [false, true])
  func itsRequestsSayWhetherTheyWereEncrypted(isSecure: Bool) {
    let (rig, _) = Self.rig()
    rig.machine.isSecure = isSecure
    rig.happened { $0.agreedOnHTTP2() }
    rig.machine.received(Array("!".utf8))
    guard case .handle(let request, _) = rig.machine.nextAction() else { return #expect(Bool(false)) }
    #expect(request.isSecure == isSecure)
  }

  /// Inside a tunnel something has arrived before, but nothing of this connection.
  @Test func anAgreementHoldsInATunnel() {
    nonisolated(unsafe) var made: [Notes] = []
    let rig = MachineRig(
      multiplexed: { _, _ in
        made.append(Notes())
        return made[made.count - 1]
      }, tunnelFault: { _ in nil })
    rig.received("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n")
    rig.happened { $0.agreedOnHTTP2() }
    rig.received("frames")
    #expect(made.map(\.text) == ["frames"])
  }

  @Test func anAgreementAfterARequestHasBegunIsIgnored() {
    let (rig, machine) = Self.rig()
    rig.received("GET /")
    rig.happened { $0.agreedOnHTTP2() }
    #expect(machine() == nil)
  }

  @Test func withoutTheOtherVersionAnAgreementIsIgnored() {
    let rig = MachineRig(answersAtOnce: true)
    rig.happened { $0.agreedOnHTTP2() }
    rig.received(get("/a"))
    #expect(rig.takeVisible() == ["handle GET /a", "write 200 /a"])
  }

  @Test func itIsToldThatTheServerStopsOrTheEncryptionFailed() {
    let (rig, machine) = Self.rig()
    rig.happened { $0.drain() }
    rig.happened { $0.agreedOnHTTP2() }
    #expect(machine()?.hasDrained != false)
    let (other, second) = Self.rig()
    other.received(Self.preface)
    other.happened { $0.drain() }
    other.happened { $0.securityFailed() }
    #expect(second()?.hasDrained == true)
    #expect(second()?.text.hasSuffix("(aborted)") == true)
  }
}
