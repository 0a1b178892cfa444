import Dispatch
import HTTPTypes
import HTTPWire
import Logging
import LoopbackClient
import SocketServer

/// A handler made of a closure.
struct Handler: RequestHandling {
  let body: @Sendable (Request, Exchange) -> Void

  init(_ body: @escaping @Sendable (Request, Exchange) -> Void) {
    self.body = body
  }

  func handle(_ request: Request, on exchange: Exchange) {
    body(request, exchange)
  }

  /// Answers with the method, the target and the body of the request.
  static let echo = Handler { request, exchange in
    exchange.answer(
      Response(text: "\(request.method) \(request.target.raw) \(String(decoding: request.body, as: UTF8.self))"))
  }
}

/// A quiet server on a free port of 127.0.0.1.
func startServer(
  _ handler: Handler = .echo, limits: Limits = Limits(), on listeners: [Listener] = [.tcp(host: "127.0.0.1", port: 0)],
  loopCount: Int = 2
) throws -> Server {
  var configuration = ServerConfiguration(
    listeners: listeners, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  configuration.limits = limits
  configuration.loopCount = loopCount
  configuration.faultResponse = { fault, _ in Response(fault.status, text: "\(fault)") }
  return try Server.start(configuration, handler: handler)
}

/// Starts a server, runs a client that may block, and stops the server.
func withServer<Result: Sendable>(
  _ handler: Handler = .echo, limits: Limits = Limits(), on listeners: [Listener] = [.tcp(host: "127.0.0.1", port: 0)],
  loopCount: Int = 2, _ client: @escaping @Sendable (Server) throws -> Result
) async throws -> Result {
  let server = try startServer(handler, limits: limits, on: listeners, loopCount: loopCount)
  do {
    let result = try await blocking { try client(server) }
    await server.stop()
    return result
  } catch {
    await server.stop()
    throw error
  }
}

/// Runs code that blocks on a thread of its own, for the tasks of the tests share few.
func blocking<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "client").async { continuation.resume(with: .init(catching: body)) }
  }
}

extension Server {
  var endpoint: Endpoint {
    switch addresses[0] {
    case .tcp(let host, let port): .tcp(host: host, port: port)
    case .unix(let path): .unix(path: path)
    }
  }

  func connect(timeout: Duration = .seconds(20)) throws -> HTTPConnection {
    try HTTPConnection(to: endpoint, timeout: timeout)
  }
}

/// A request that asks for `path`.
func get(_ path: String, _ lines: String = "") -> String {
  "GET \(path) HTTP/1.1\r\nHost: a\r\n\(lines)\r\n"
}

/// The errors with which a client sees that its connection was reset.
func isReset(_ error: any Error) -> Bool {
  guard case .failed(_, let code, _) = error as? ClientError else { return false }
  return resetErrorNumbers.contains(code)
}
