import Dispatch
import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct ExchangeTests {
  @Test func anAnswerMayComeFromAnyThread() async throws {
    let handler = Handler { request, exchange in
      DispatchQueue.global().async { exchange.answer(Response(text: request.target.path)) }
    }
    try await withServer(handler) { server in
      let connection = try server.connect()
      for number in 0..<20 {
        #expect(try connection.request(.get, "/\(number)").text == "/\(number)")
      }
    }
  }

  @Test func theFirstAnswerCounts() async throws {
    let handler = Handler { request, exchange in
      exchange.answer(Response(text: "first"))
      exchange.answer(Response(text: "second"))
      DispatchQueue.global().async { exchange.answer(Response(text: "third")) }
    }
    try await withServer(handler) { server in
      let connection = try server.connect()
      for _ in 0..<10 { #expect(try connection.request(.get, "/").text == "first") }
    }
  }

  @Test func delayedAnswersAreNeverEarlyAndHoldNothingUp() async throws {
    let handler = Handler { request, exchange in
      guard request.target.path == "/late" else { return exchange.answer(Response(text: "now")) }
      exchange.after(.milliseconds(150)) { exchange.answer(Response(text: "late")) }
    }
    try await withServer(handler) { server in
      let start = ContinuousClock.now
      let late = try (0..<100).map { _ in try server.connect() }
      for connection in late { try connection.send(get("/late")) }
      #expect(try server.connect().request(.get, "/").text == "now")
      for connection in late { #expect(try connection.readResponse().text == "late") }
      #expect(ContinuousClock.now - start >= .milliseconds(150))
    }
  }

  @Test func delayedWorkRunsInTheOrderOfItsTime() async throws {
    // The thread may be held up between two calls: all that is sure of an instant is what lies around it.
    let due = Mutex<[Int: ClosedRange<ContinuousClock.Instant>]>([:])
    let order = Mutex<[Int]>([])
    let handler = Handler { _, exchange in
      for milliseconds in [30, 10, 50, 20, 40, 0] {
        let delay = Duration.milliseconds(milliseconds)
        let before = ContinuousClock.now
        exchange.after(delay) {
          let count = order.withLock { order in
            order.append(milliseconds)
            return order.count
          }
          if count == 6 { exchange.answer(Response(text: "done")) }
        }
        due.withLock { $0[milliseconds] = (before + delay)...(.now + delay) }
      }
    }
    try await withServer(handler) { server in
      #expect(try server.connect().request(.get, "/").text == "done")
      let due = due.withLock { $0 }
      let order = order.withLock { $0 }
      for (place, milliseconds) in order.enumerated() {
        let instant = try #require(due[milliseconds])
        for later in order[(place + 1)...] {
          #expect(try instant.lowerBound <= #require(due[later]).upperBound, "\(order)")
        }
      }
    }
  }

  @Test func aClientThatGoesAwayAbandonsItsRequest() async throws {
    let seen = Mutex<Exchange?>(nil)
    let handler = Handler { _, exchange in seen.withLock { $0 = exchange } }
    try await withServer(handler) { server in
      let connection = try server.connect()
      try connection.send(get("/"))
      while seen.withLock({ $0 }) == nil { _ = try server.connect() }
      #expect(seen.withLock { $0?.isAbandoned } == false)
      connection.reset()
      while seen.withLock({ $0?.isAbandoned }) == false { _ = try server.connect() }
      seen.withLock { $0 }?.answer(Response(text: "nobody hears this"))
    }
  }

  @Test func theWorkOfAnAbandonedRequestIsDoneAtOnce() async throws {
    let abandoned = Mutex<Exchange?>(nil)
    let workDone = Mutex<[String]>([])
    let handler = Handler { request, exchange in
      let path = request.target.path
      if path == "/gone" { abandoned.withLock { $0 = exchange } }
      if path == "/late" {
        abandoned.withLock { $0 }?.after(.seconds(600)) { workDone.withLock { $0.append("/gone") } }
        exchange.after(.milliseconds(10)) { workDone.withLock { $0.append(path) } }
        exchange.after(.milliseconds(20)) { exchange.answer(Response(text: "late")) }
      }
    }
    try await withServer(handler, loopCount: 1) { server in
      let connection = try server.connect()
      try connection.send(get("/gone"))
      while abandoned.withLock({ $0 }) == nil { _ = try server.connect() }
      connection.reset()
      while abandoned.withLock({ $0?.isAbandoned }) == false { _ = try server.connect() }
      let response = try server.connect().request(.get, "/late")
      #expect(response.text == "late")
    }
    #expect(workDone.withLock { $0 } == ["/gone", "/late"])
  }

  // MARK: - A client that goes away during a delay

  /// Keeps the exchanges of `/kept`, and answers all else at once.
  private final class Kept: Sendable {
    private let exchanges = Mutex<[Exchange]>([])

    var handler: Handler {
      Handler { request, exchange in
        guard request.target.path == "/kept" else { return exchange.answer(Response(text: "now")) }
        self.exchanges.withLock { $0.append(exchange) }
      }
    }

    var last: Exchange? { exchanges.withLock { $0.last } }
    var count: Int { exchanges.withLock { $0.count } }
  }

  @Test func aResetAfterTheClientsHalfCloseIsNoticed() async throws {
    let kept = Kept()
    try await withServer(kept.handler, loopCount: 1) { server in
      let connection = try server.connect()
      try connection.send(get("/kept"))
      connection.shutdownWriting()
      // The one loop has seen the end of the connection by the time it has answered others twice.
      for _ in 0..<2 { #expect(try server.connect().request(.get, "/").text == "now") }
      #expect(kept.last?.isAbandoned == false)
      connection.reset()
      while kept.last?.isAbandoned != true { _ = try server.connect() }
    }
  }

  @Test func aResetIsNoticedWhileReadingIsPaused() async throws {
    var limits = Limits()
    limits.pipelinedBytes = 1024
    let kept = Kept()
    try await withServer(kept.handler, limits: limits, loopCount: 1) { server in
      let connection = try server.connect()
      try connection.send(get("/kept") + String(repeating: get("/more"), count: 10_000))
      while kept.last == nil { _ = try server.connect() }
      for _ in 0..<2 { #expect(try server.connect().request(.get, "/").text == "now") }
      #expect(kept.last?.isAbandoned == false)
      connection.reset()
      while kept.last?.isAbandoned != true { _ = try server.connect() }
    }
  }

  @Test func aUnixClientThatIsGoneIsToldFromOneThatStillReads() async throws {
    let kept = Kept()
    try await withServer(kept.handler, on: [.unix(path: temporarySocketPath())], loopCount: 1) { server in
      let connection = try server.connect()
      try connection.send(get("/kept"))
      connection.shutdownWriting()
      for _ in 0..<2 { #expect(try server.connect().request(.get, "/").text == "now") }
      #expect(kept.last?.isAbandoned == false)
      kept.last?.answer(Response(text: "late"))
      #expect(try connection.readResponse().text == "late")

      let gone = try server.connect()
      try gone.send(get("/kept"))
      // Each round waits for an answer: a Unix socket refuses clients that come faster than they are accepted.
      while kept.count < 2 { _ = try server.connect().request(.get, "/") }
      gone.close()
      while kept.last?.isAbandoned != true { _ = try server.connect().request(.get, "/") }
    }
  }

  /// Knows how many of its tokens are alive.
  private final class Tokens: Sendable {
    final class Token: Sendable {
      private let tokens: Tokens

      init(_ tokens: Tokens) {
        self.tokens = tokens
        tokens.count.add(1, ordering: .relaxed)
      }

      deinit {
        tokens.count.subtract(1, ordering: .relaxed)
      }
    }

    private let count = Atomic(0)

    var alive: Int { count.load(ordering: .relaxed) }
  }

  @Test func whatWaitsForAClientThatIsGoneIsLetGoAtOnce() async throws {
    let tokens = Tokens()
    let handler = Handler { request, exchange in
      switch request.target.path {
      case "/hour":
        let token = Tokens.Token(tokens)
        exchange.after(.seconds(3600)) { withExtendedLifetime(token) { exchange.answer(Response(text: "hour")) } }
      case "/soon":
        exchange.after(.milliseconds(20)) { exchange.answer(Response(text: "soon")) }
      default:
        exchange.answer(Response(text: "now"))
      }
    }
    try await withServer(handler) { server in
      let gone = try (0..<100).map { _ in try server.connect() }
      let waiting = try (0..<20).map { _ in try server.connect() }
      for connection in gone { try connection.send(get("/hour")) }
      for connection in waiting { try connection.send(get("/soon")) }
      while tokens.alive < gone.count { _ = try server.connect() }
      for connection in gone { connection.reset() }
      while tokens.alive > 0 { _ = try server.connect() }
      for connection in waiting { #expect(try connection.readResponse().text == "soon") }
    }
  }
}
