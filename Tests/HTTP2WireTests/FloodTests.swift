#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire
  import Testing

  /// What has killed servers, frame by frame: each ends in a GOAWAY with ENHANCE_YOUR_CALM, and soon.
  @Suite struct FloodTests {
    private static let calm = "11"

    /// Sends rounds of frames until the server has had enough; returns how many it took and the code it gave.
    private func rounds(
      atMost most: Int, _ rig: HTTP2Rig = HTTP2Rig(answersAtOnce: true), _ frames: (Int) -> [Frame]
    ) -> (count: Int, code: String)? {
      for count in 0..<most {
        rig.received(frames(count).flatMap(\.bytes))
        if let end = rig.takeLog().first(where: { $0.hasPrefix("goaway") }) {
          return (count, String(end.split(separator: " ")[2]))
        }
      }
      return nil
    }

    private func id(_ round: Int) -> UInt32 { UInt32(2 * round + 1) }

    @Test func rapidResets() throws {
      let rig = HTTP2Rig()
      let end = try #require(rounds(atMost: 1000, rig) { [.get(id($0)), .reset(id($0))] })
      #expect(end.code == Self.calm)
      #expect(rig.all.count <= 200)
    }

    @Test func resetsThatTheServerIsMadeToSend() throws {
      let causes: [(UInt32) -> [Frame]] = [
        // A window that overflows.
        { [.get($0), .window($0, 0x7FFF_FFFF)] },
        // Content of another length than was announced.
        { [.headers($0, Frame.request("POST") + [("content-length", "1")], ends: false), .data($0, "ab")] },
        // A malformed request.
        { [.get($0, "/", [("connection", "x")])] },
      ]
      for cause in causes {
        let end = try #require(rounds(atMost: 1000, HTTP2Rig()) { cause(id($0)) })
        #expect(end.code == Self.calm)
      }
    }

    @Test func endlessContinuation() throws {
      let rig = HTTP2Rig()
      let start = Frame(kind: .headers, stream: 1, payload: Frame.block(Frame.request("GET")))
      let end = try #require(
        rounds(atMost: 100, rig) { round in
          round == 0
            ? [start] : [Frame(kind: .continuation, stream: 1, payload: Frame.block([("x-\(round)", "y")]))]
        })
      #expect(end.count <= 10)
      #expect(rig.all.isEmpty)
    }

    @Test func emptyContinuations() throws {
      let start = Frame(kind: .headers, stream: 1, payload: Frame.block(Frame.request("GET")))
      let end = try #require(
        rounds(atMost: 100) { $0 == 0 ? [start] : [Frame(kind: .continuation, stream: 1)] })
      #expect(end.count <= 10)
    }

    @Test(arguments: [
      Frame.settings(), Frame(kind: .ping, payload: [1, 2, 3, 4, 5, 6, 7, 8]), .window(0, 1),
      Frame(kind: .unknown, payload: [1]), Frame(kind: .priority, stream: 1, payload: [0, 0, 0, 0, 1]),
    ])
    func controlFrames(frame: Frame) throws {
      let end = try #require(rounds(atMost: 300) { _ in Array(repeating: frame, count: 10) })
      #expect(end.code == Self.calm)
    }

    @Test(arguments: [Frame.data(1, "", ends: false), Frame(kind: .data, flags: Frame.padded, stream: 1, payload: [0])])
    func emptyData(frame: Frame) throws {
      let start = Frame.headers(1, Frame.request("POST"), ends: false)
      let end = try #require(rounds(atMost: 300) { $0 == 0 ? [start] : Array(repeating: frame, count: 10) })
      #expect(end.code == Self.calm)
    }

    /// A few bytes refer to one long field again and again, so that a small head is large once it is read.
    @Test func aHeadThatGrowsAsItIsRead() throws {
      let rig = HTTP2Rig()
      let name: [UInt8] = [0x40, 1] + "x".utf8
      let value: [UInt8] = [127, 0xA1, 0x1E] + [UInt8](repeating: 0x61, count: 4000)
      let fields = Frame.block(Frame.request("GET")) + name + value + [UInt8](repeating: 0x80 | 62, count: 8000)
      rig.send(Frame(kind: .headers, flags: 5, stream: 1, payload: fields))
      #expect(rig.takeVisible() == ["goaway 1 11", "closeWriting"])
      #expect(rig.all.isEmpty)
    }

    @Test func moreStreamsThanAllowed() {
      let rig = HTTP2Rig()
      for round in 0..<150 { rig.send(.get(id(round))) }
      #expect(rig.all.count == 100)
      #expect(rig.takeVisible().filter { $0.hasSuffix(" reset 7") }.count == 50)
    }

    /// Ordinary clients are far from all this: answered requests, windows opened for what was sent, a ping each second.
    @Test func ordinaryUseIsNoFlood() {
      let limits = Limits()
      let rig = HTTP2Rig(limits, answersAtOnce: true)
      for round in 0..<5000 {
        rig.send(.get(id(round)), .window(0, 5), .window(id(round), 5))
        if round % 50 == 0 {
          rig.send(Frame(kind: .ping, payload: [0, 0, 0, 0, 0, 0, 0, 0]), .get(id(round)))
          rig.happened { $0.timerFired(.pulse) }
        }
      }
      #expect(!rig.takeLog().contains { $0.hasPrefix("goaway") })
    }
  }
#endif
