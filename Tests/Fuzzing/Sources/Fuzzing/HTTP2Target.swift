#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire

  /// A connection that speaks HTTP/2: any bytes after the greeting are answered or end it, every request that is handled
  /// is told how it ended, and no more is held than is allowed.
  ///
  /// The first byte of the input chooses how the bytes are cut into pieces and how answers are delivered.
  struct HTTP2Target: FuzzTarget {
    private static let greeting =
      Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]

    private static let deliveries: [Delivery] = [
      .plain, .truncated(afterBodyBytes: 3), .reset, .empty, .hang, .drip(bytes: 2, every: .zero), .refused, .goAway,
    ]

    func examine(_ input: [UInt8]) {
      guard let choice = input.first else { return }
      var run = Run(choice: Int(choice))
      run.receive(Self.greeting)
      let size = [1, 7, 64, 4096][Int(choice) % 4]
      var start = 1
      while start < input.count {
        let end = min(start + size, input.count)
        run.receive(Array(input[start..<end]))
        start = end
      }
      run.finish()
    }

    private struct Run {
      let machine: HTTP2Machine
      private let limits = Limits()
      private var choice: Int
      private var open: Set<ExchangeID> = []
      private var sleeping: [ExchangeID] = []
      private var unwritten = 0
      private var hasEnded = false

      init(choice: Int) {
        self.choice = choice
        machine = HTTP2Machine(limits: limits) { fault, _ in Response(fault.status, text: fault.sentence) }
        perform()
      }

      mutating func receive(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { machine.received($0) }
        perform()
        for id in sleeping { machine.woke(id) }
        sleeping = []
        machine.timerFired(.pulse)
        perform()
        machine.wrote(unwritten)
        unwritten = 0
        perform()
      }

      mutating func finish() {
        machine.drain()
        perform()
        machine.peerClosed()
        perform()
        machine.abort()
        perform()
        expect(hasEnded, "a connection ends")
      }

      private mutating func perform() {
        while let action = machine.nextAction() {
          expect(!hasEnded, "nothing follows the end")
          switch action {
          case .handle(let request, let id):
            expect(open.insert(id).inserted, "a request is handled once")
            expect(open.count <= 2 * Int(HTTP2Machine.concurrentStreams), "streams are limited")
            expect(request.body.count <= limits.body, "a body is limited")
            choice += 1
            let delivery = HTTP2Target.deliveries[choice % HTTP2Target.deliveries.count]
            _ = machine.answered(id, with: Response(text: request.target.raw), delivery: delivery)
          case .write(let bytes):
            unwritten += bytes.count
            expect(unwritten <= limits.unwrittenBytes + 32 * 1024, "what waits for the socket is limited")
          case .finished(let id), .abandoned(let id):
            expect(open.remove(id) != nil, "a request ends once")
          case .wakeExchange(let id, _): sleeping.append(id)
          case .close: hasEnded = true
          case .closeWriting, .startTimer, .stopTimer, .pauseReading, .resumeReading: break
          case .reset, .wake, .openTunnel: expect(false, "HTTP/2 has no \(action)")
          }
        }
      }
    }
  }
#endif
