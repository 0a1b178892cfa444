import Dispatch
import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct DrainTests {
  /// Lets a test wait until requests have reached the handler.
  private final class Arrivals: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func add() {
      semaphore.signal()
    }

    func wait(for count: Int) {
      for _ in 0..<count { semaphore.wait() }
    }
  }

  @Test func idleConnectionsAreClosedAtOnce() async throws {
    var limits = Limits()
    // Longer than the suite may take.
    limits.drainTimeout = .seconds(600)
    let server = try startServer(limits: limits)
    let idle = try await blocking {
      let connection = try server.connect()
      #expect(try connection.request(.get, "/").status == 200)
      return UnsafeTransfer(connection)
    }
    await server.stop()
    let rest = try await blocking { try idle.value.readToEnd() }
    #expect(rest.isEmpty)
  }

  @Test func delayedAnswersAreFinished() async throws {
    let arrivals = Arrivals()
    let handler = Handler { _, exchange in
      arrivals.add()
      exchange.after(.milliseconds(200)) { exchange.answer(Response(text: "late")) }
    }
    let server = try startServer(handler)
    let clients = Task {
      try await blocking {
        let connections = try (0..<20).map { _ in try server.connect() }
        for connection in connections { try connection.send(get("/")) }
        return try connections.map { try $0.readResponse() }
      }
    }
    try await blocking { arrivals.wait(for: 20) }
    await server.stop()
    let responses = try await clients.value
    #expect(responses.count == 20)
    #expect(responses.allSatisfy { $0.text == "late" })
  }

  @Test func anUnfinishedBodyIsWaitedFor() async throws {
    // No limit may end the wait: on a busy machine the drain can begin long after the request did.
    var limits = Limits()
    limits.bodyTimeout = .seconds(600)
    limits.drainTimeout = .seconds(600)
    let server = try startServer(limits: limits)
    let connection = try await blocking {
      let connection = try server.connect()
      try connection.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
      #expect(try connection.readResponse(skipsInterim: false).status == 100)
      return UnsafeTransfer(connection)
    }
    async let stopped: Void = server.stop()
    try await blocking {
      // Listening ends when the drain begins.
      while (try? server.connect()) != nil {}
      try connection.value.send("hi")
      #expect(try connection.value.readResponse().text == "POST / hi")
      connection.value.close()
    }
    await stopped
  }

  @Test(arguments: [Delivery.hang, .plain])
  func whatNeverEndsIsCutOff(delivery: Delivery) async throws {
    var limits = Limits()
    limits.drainTimeout = .milliseconds(200)
    let arrivals = Arrivals()
    let handler = Handler { _, exchange in
      arrivals.add()
      if delivery == .hang { exchange.answer(Response(text: ""), delivery: .hang) }
    }
    let server = try startServer(handler, limits: limits)
    let client = Task {
      try await blocking { try server.connect().request(.get, "/") }
    }
    try await blocking { arrivals.wait(for: 1) }
    await server.stop()
    await #expect(throws: ClientError.self) { try await client.value }
  }

  @Test func stoppingTwiceIsStoppingOnce() async throws {
    let server = try startServer()
    async let first: Void = server.stop()
    async let second: Void = server.stop()
    _ = await (first, second)
    await server.stop()
    await #expect(throws: ClientError.self) { try await blocking { _ = try server.connect() } }
  }

  @Test func underLoadNoAnswerIsCutShort() async throws {
    let server = try startServer(
      Handler { _, exchange in
        exchange.answer(Response(status: .ok, body: [UInt8](repeating: 0x61, count: 100_000)))
      })
    let served = Arrivals()
    let clients = (0..<16).map { _ in
      Task {
        try await blocking {
          var cutShort = 0
          do {
            let connection = try server.connect()
            while true {
              #expect(try connection.request(.get, "/").body.count == 100_000)
              served.add()
            }
          } catch ClientError.closedEarly(let count) where count > 0 {
            cutShort += 1
          } catch {
            // Between answers the connection may end: that is what stopping means.
          }
          return cutShort
        }
      }
    }
    try await blocking { served.wait(for: 500) }
    await server.stop()
    var cutShort = 0
    for client in clients { cutShort += try await client.value }
    #expect(cutShort == 0)
  }

  /// What reached the handler reaches the client, also if it is answered late and from elsewhere.
  @Test func underLoadEveryRequestThatIsHandledIsAnswered() async throws {
    let handled = Arrivals()
    let count = Atomic(0)
    let handler = Handler { _, exchange in
      let number = count.add(1, ordering: .relaxed).newValue
      handled.add()
      switch number % 3 {
      case 0: exchange.answer(Response(text: "\(number)"))
      case 1: exchange.after(.milliseconds(1)) { exchange.answer(Response(text: "\(number)")) }
      default: DispatchQueue.global().async { exchange.answer(Response(text: "\(number)")) }
      }
    }
    let server = try startServer(handler)
    let clients = (0..<12).map { client in
      Task {
        try await blocking {
          var answers: [String] = []
          do {
            let connection = try server.connect()
            while true {
              // Some pipeline: what the server has not begun with by then is not under way.
              try connection.send(String(repeating: get("/"), count: client % 3 + 1))
              for _ in 0...client % 3 { answers.append(try connection.readResponse().text) }
            }
          } catch ClientError.closedEarly(let bytes) where bytes > 0 {
            answers.append("cut short")
          } catch {
            // The end of the connection, between two answers.
          }
          return answers
        }
      }
    }
    try await blocking { handled.wait(for: 600) }
    await server.stop()
    var answers: [String] = []
    for client in clients { answers += try await client.value }
    #expect(Set(answers) == Set((1...count.load(ordering: .relaxed)).map(String.init)))
    #expect(answers.count == count.load(ordering: .relaxed))
  }
}

/// A connection on its way from one thread to the next, used by one at a time.
// Unchecked, because the compiler cannot see the hand-over: whoever hands it over returns it and uses it no more.
struct UnsafeTransfer<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
