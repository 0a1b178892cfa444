import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Testing

/// What waits for the end of a loop's turn is sent, whatever comes between.
@Suite(.timeLimit(.minutes(5))) struct TurnEndTests {
  /// Answers `/last` as told, everything else at once.
  private static func handler(last delivery: Delivery) -> Handler {
    Handler { request, exchange in
      let isLast = request.target.path == "/last"
      exchange.answer(Response(text: request.target.raw), delivery: isLast ? delivery : .plain)
    }
  }

  /// In one piece, so that both are handled in the same turn.
  @Test func anAnswerPrecedesTheResetOfTheNext() async throws {
    try await withServer(Self.handler(last: .reset)) { server in
      let connection = try server.connect()
      try connection.send(get("/first") + get("/last"))
      #expect(try connection.readResponse().text == "/first")
      let error = #expect(throws: ClientError.self) { try connection.readResponse() }
      #expect(error.map(isReset) == true)
    }
  }

  @Test func anAnswerPrecedesTheEndOfTheNext() async throws {
    try await withServer(Self.handler(last: .hang)) { server in
      let connection = try server.connect()
      try connection.send(get("/first") + get("/last"))
      connection.shutdownWriting()
      #expect(try connection.readResponse().text == "/first")
      #expect(try connection.readToEnd().isEmpty)
    }
  }

  /// More than wait for one end of a turn, on one loop.
  @Test func everyOneOfManyClientsIsAnswered() async throws {
    try await withServer(loopCount: 1) { server in
      let connections = try (0..<150).map { _ in try server.connect() }
      for round in 0..<5 {
        for (number, connection) in connections.enumerated() { try connection.send(get("/\(round)/\(number)")) }
        for (number, connection) in connections.enumerated() {
          #expect(try connection.readResponse().text == "GET /\(round)/\(number) ")
        }
      }
    }
  }

  /// Answers that wait and ones that are sent at once, some of them larger than what a socket takes.
  @Test(arguments: [[10, 20_000, 10], [16_384, 16_383, 1], [10, 3_000_000, 10, 10]])
  func answersOfAllSizesKeepTheirOrder(sizes: [Int]) async throws {
    let handler = Handler { request, exchange in
      let size = Int(request.target.path.dropFirst()) ?? 0
      exchange.answer(Response(text: String(repeating: "x", count: size)))
    }
    try await withServer(handler) { server in
      let connection = try server.connect()
      try connection.send(sizes.map { get("/\($0)") }.joined())
      for size in sizes { #expect(try connection.readResponse().body.count == size) }
    }
  }
}
