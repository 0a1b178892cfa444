#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire
  import Testing

  /// The faults of the scenarios, each on one stream while another goes on.
  @Suite struct FaultTests {
    private static let head = "1 head 200, content-type=text/plain; charset=utf-8, content-length=10"

    private func delivered(_ delivery: Delivery) -> [String] {
      let rig = HTTP2Rig()
      rig.send(.get(1), .get(3, "/other"))
      _ = rig.takeLog()
      rig.answer(Response(text: "0123456789"), delivery: delivery)
      let seen = rig.takeVisible()
      rig.answer(Response(text: "fine"))
      #expect(rig.takeVisible().last == "3 data fine end")
      return seen
    }

    @Test func aResetTouchesNoOtherStream() {
      #expect(delivered(.reset) == ["1 reset 2"])
      #expect(delivered(.empty) == ["1 reset 0"])
      #expect(delivered(.refused) == ["1 reset 7"])
      #expect(delivered(.raw(Array("boo".utf8))) == ["1 reset 1"])
      #expect(delivered(.hang).isEmpty)
    }

    @Test func truncatedContentEndsInAReset() {
      #expect(delivered(.truncated(afterBodyBytes: 4)) == [Self.head, "1 data 0123", "1 reset 2"])
      #expect(delivered(.truncated(afterBodyBytes: 0)) == [Self.head, "1 reset 2"])
      #expect(delivered(.truncated(afterBodyBytes: 99)) == [Self.head, "1 data 0123456789", "1 reset 2"])
    }

    @Test func aDripIsPaced() {
      let rig = HTTP2Rig()
      rig.send(.get(1), .get(3, "/other"))
      let id = rig.waiting[0].id
      _ = rig.takeLog()
      let wake = "wake \(Duration.milliseconds(5))"
      rig.answer(Response(text: "0123456789"), delivery: .drip(bytes: 4, every: .milliseconds(5)))
      #expect(rig.takeVisible() == [Self.head, wake])
      rig.answer()
      #expect(rig.takeVisible().last == "3 data ok end")
      var seen: [String] = []
      for _ in 0..<3 {
        rig.happened { $0.woke(id) }
        seen += rig.takeVisible()
      }
      #expect(seen == ["1 data 0123", wake, "1 data 4567", wake, "1 data 89 end"])
    }

    @Test func aHangLastsUntilTheServerStopsOrTheClientGivesUp() {
      let rig = HTTP2Rig()
      rig.send(.get(1))
      rig.answer(delivery: .hang)
      _ = rig.takeLog()
      rig.happened { $0.drain() }
      #expect(rig.takeVisible() == ["goaway 1 0", "1 reset 0", "closeWriting"])
      let other = HTTP2Rig()
      other.send(.get(1))
      other.answer(delivery: .hang)
      _ = other.takeLog()
      other.send(.reset(1))
      #expect(other.takeLog() == ["abandoned"])
    }

    @Test func aGoAwayLetsEarlierStreamsFinish() {
      let rig = HTTP2Rig()
      rig.send(.get(1, "/1"), .get(3, "/3"), .get(5, "/5"))
      let ids = rig.waiting.map(\.id)
      _ = rig.takeLog()
      rig.happened { _ = $0.answered(ids[1], with: Response(text: "no"), delivery: .goAway) }
      #expect(rig.takeLog() == ["goaway 1 0", "abandoned", "abandoned"])
      rig.send(.get(7, "/7"))
      #expect(rig.takeLog().isEmpty)
      rig.happened { _ = $0.answered(ids[0], with: Response(text: "yes"), delivery: .plain) }
      #expect(rig.takeVisible().suffix(2) == ["1 data yes end", "closeWriting"])
    }
  }
#endif
