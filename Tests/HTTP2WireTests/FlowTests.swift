#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire
  import Testing

  /// Flow control in both directions, and what it bounds.
  @Suite struct FlowTests {
    private static let window = 65_535

    private func size(_ entries: [String]) -> Int {
      entries.reduce(0) { sum, entry in
        let words = entry.split(separator: " ")
        return words.count > 2 && words[1] == "data" ? sum + (Int(words[2]) ?? 0) : sum
      }
    }

    @Test func contentWaitsForTheWindow() {
      let rig = HTTP2Rig()
      rig.send(.get(1))
      rig.answer(Response(status: .ok, body: [UInt8](repeating: 0, count: 100_000)))
      #expect(size(rig.takeLog()) == Self.window)
      rig.send(.window(1, 10_000))
      #expect(size(rig.takeLog()) == 0)
      rig.send(.window(0, 100_000))
      #expect(size(rig.takeLog()) == 10_000)
      rig.send(.window(1, 100_000))
      let rest = rig.takeLog()
      #expect(size(rest) == 100_000 - Self.window - 10_000)
      #expect(rest.last == "finished")
    }

    @Test func aWindowThatNeverOpensEndsItsStream() {
      var limits = Limits()
      limits.idleTimeout = .seconds(8)
      let rig = HTTP2Rig(limits)
      rig.send(.settings([(4, 0)]))
      rig.send(.get(1), .get(3))
      rig.answer()
      _ = rig.takeVisible()
      rig.pass(.seconds(8), limits)
      #expect(rig.takeLog().contains("1 reset 8"))
      #expect(rig.waiting.count == 1)
    }

    @Test func aSocketThatTakesNothingBoundsWhatIsHeld() {
      let limits = Limits()
      let rig = HTTP2Rig(limits)
      rig.send(.settings([(4, 0x7FFF_FFFF)]), .window(0, 0x7000_0000))
      rig.writesAtOnce = false
      let before = rig.output
      for id in stride(from: UInt32(1), to: 41, by: 2) { rig.send(.get(id)) }
      for _ in 0..<20 { rig.answer(Response(status: .ok, body: [UInt8](repeating: 0, count: 1_000_000))) }
      #expect(rig.output - before < limits.unwrittenBytes + 20_000)
      #expect(!rig.isReading)
      rig.happened { $0.wrote(rig.output - before) }
      #expect(rig.output - before > limits.unwrittenBytes)
    }

    @Test func aSocketThatTakesNothingForLongIsClosed() {
      var limits = Limits()
      limits.idleTimeout = .seconds(8)
      let rig = HTTP2Rig(limits)
      rig.send(.get(1))
      rig.writesAtOnce = false
      rig.answer()
      _ = rig.takeLog()
      rig.pass(.seconds(8), limits)
      #expect(rig.takeVisible() == ["close"])
    }

    @Test func aStreamNobodyReadsIsCutOff() {
      var limits = Limits()
      limits.unsentStreamBytes = 1000
      let rig = HTTP2Rig(limits)
      rig.send(.settings([(4, 10)]), .get(1))
      let id = rig.waiting[0].id
      rig.happened { _ = $0.streamStarted(id, head: Response(status: .ok)) }
      for _ in 0..<12 { rig.happened { $0.streamSent(id, [UInt8](repeating: 0x61, count: 100)) } }
      #expect(rig.takeVisible().last == "1 reset 11")
      #expect(!rig.machine.isStreaming(id))
    }

    @Test func windowsAreGivenBackForWhatIsRead() {
      let rig = HTTP2Rig()
      rig.send(.headers(1, Frame.request("POST"), ends: false))
      let piece = String(repeating: "x", count: 16_000)
      var windows: [String] = []
      for _ in 0..<60 {
        rig.send(.data(1, piece, ends: false))
        windows += rig.takeLog().filter { $0.contains(" window ") }
      }
      #expect(windows.contains { $0.hasPrefix("0 ") })
      #expect(windows.contains { $0.hasPrefix("1 ") })
      rig.send(.data(1, "end"))
      #expect(rig.waiting.first?.request.body.count == 60 * 16_000 + 3)
    }

    /// Many bodies that never end use up the connection's window and no more memory than that.
    @Test func incompleteBodiesAreBoundedTogether() {
      var limits = Limits()
      limits.body = 100_000
      let rig = HTTP2Rig(limits)
      var windows = 0
      var sent = 0
      for id in stride(from: UInt32(1), to: 200, by: 2) {
        rig.send(.headers(id, Frame.request("POST"), ends: false))
        for _ in 0..<6 {
          rig.send(.data(id, String(repeating: "x", count: 16_000), ends: false))
          sent += 16_000
        }
        for entry in rig.takeLog() where entry.hasPrefix("0 window ") { windows += Int(entry.dropFirst(9)) ?? 0 }
      }
      #expect(windows <= 16 * limits.body)
      #expect(sent > 0)
    }
  }
#endif
