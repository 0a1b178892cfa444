#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire
  import Testing

  /// How connections end, and what time does to them.
  @Suite struct EndTests {
    private var limits: Limits {
      var limits = Limits()
      limits.idleTimeout = .seconds(8)
      limits.headerTimeout = .seconds(4)
      limits.bodyTimeout = .seconds(6)
      limits.lingerTimeout = .seconds(2)
      return limits
    }

    @Test func drainingFinishesWhatHasBegun() {
      let rig = HTTP2Rig()
      rig.send(.get(1), .headers(3, Frame.request("POST"), ends: false))
      _ = rig.takeLog()
      rig.happened { $0.drain() }
      #expect(rig.takeVisible() == ["goaway 3 0"])
      rig.send(.get(5, "/late"))
      rig.send(.data(3, "x"))
      #expect(rig.takeLog() == ["handle POST /"])
      rig.answer()
      rig.answer()
      #expect(rig.takeVisible().suffix(2) == ["3 data ok end", "closeWriting"])
      rig.happened { $0.peerClosed() }
      rig.happened { $0.abort() }
      #expect(rig.takeVisible() == ["close"])
    }

    @Test func aClientThatClosesGetsItsAnswers() {
      let rig = HTTP2Rig()
      rig.send(.get(1), .headers(3, Frame.request("POST"), ends: false))
      rig.happened { $0.peerClosed() }
      #expect(rig.takeVisible() == ["3 reset 8"])
      rig.answer()
      #expect(rig.takeVisible().suffix(2) == ["1 data ok end", "close"])
    }

    @Test func aLostConnectionEndsAtOnce() {
      let rig = HTTP2Rig()
      rig.send(.get(1))
      _ = rig.takeLog()
      rig.happened { $0.abort() }
      #expect(rig.takeVisible() == ["close"])
      rig.answer()
      #expect(rig.takeVisible().isEmpty)
    }

    @Test func anIdleConnectionIsClosed() {
      let rig = HTTP2Rig(limits)
      rig.pass(.seconds(3), limits)
      #expect(rig.takeVisible().isEmpty)
      rig.send(.get(1))
      rig.answer()
      _ = rig.takeLog()
      rig.pass(.seconds(5), limits)
      #expect(rig.takeVisible().isEmpty)
      rig.pass(.seconds(3), limits)
      #expect(rig.takeVisible() == ["goaway 1 0", "closeWriting"])
      rig.pass(.seconds(2), limits)
      #expect(rig.takeVisible() == ["close"])
    }

    @Test func aHandlerMayTakeItsTime() {
      let rig = HTTP2Rig(limits)
      rig.send(.get(1))
      rig.pass(.seconds(100), limits)
      _ = rig.takeLog()
      rig.answer()
      #expect(rig.takeVisible().last == "1 data ok end")
    }

    @Test func aGreetingThatDoesNotComeEndsTheConnection() {
      let rig = HTTP2Rig(limits, greets: false)
      rig.received(Array(Frame.preface.prefix(20)))
      rig.pass(.seconds(4), limits)
      #expect(rig.takeVisible() == ["goaway 0 4", "closeWriting"])
    }

    @Test func aHeadThatDoesNotEndEndsTheConnection() {
      let rig = HTTP2Rig(limits)
      rig.send(Frame(kind: .headers, stream: 1, payload: Frame.block(Frame.request("GET"))))
      rig.pass(.seconds(4), limits)
      #expect(rig.takeVisible().last == "closeWriting")
    }

    @Test func contentThatDoesNotComeIsAnswered() {
      let rig = HTTP2Rig(limits)
      rig.send(.headers(1, Frame.request("POST"), ends: false))
      rig.pass(.seconds(6), limits)
      #expect(rig.takeVisible().suffix(2) == ["1 data bodyTimeout end", "1 reset 0"])
    }

    @Test func somethingElseThanThePrefaceEndsTheConnection() {
      let rig = HTTP2Rig(greets: false)
      rig.received(Array("PRI * HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
      #expect(rig.takeVisible() == ["goaway 0 1", "closeWriting"])
    }
  }
#endif
