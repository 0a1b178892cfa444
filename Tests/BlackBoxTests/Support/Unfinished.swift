import HTTPTypes
import LoopbackClient

/// A request that the server has begun to read and that lacks its last byte.
struct Unfinished {
  private let connection: HTTPConnection
  private let last: String

  /// Sends a reserve without the end of its body; returns when the server has asked for the body.
  init(_ server: RunningServer, body: String) throws {
    connection = try server.connect()
    try connection.send(
      "POST /partners/v1/events/\(SampleEvent.documented)/cart?apikey=k HTTP/1.1\r\nHost: localhost\r\n"
        + "Expect: 100-continue\r\nContent-Length: \(body.utf8.count)\r\n\r\n")
    let interim = try connection.readResponse(skipsInterim: false)
    guard interim.status == 100 else { throw TestFailure("expected 100, found \(interim.status)") }
    try connection.send(String(body.dropLast()))
    last = String(body.suffix(1))
  }

  /// Sends a GET without its last line, on a connection that the server knows.
  init(_ server: RunningServer, path: String) throws {
    connection = try server.connect()
    guard try connection.request(.get, path).status == 200 else { throw TestFailure("no answer at \(path)") }
    try connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n")
    last = "\r\n"
  }

  /// Sends the rest and reads the answer.
  func finish() throws -> Answer {
    try connection.send(last)
    return try Answer(connection.readResponse())
  }

  /// Waits until the server closes the connection; whether it has sent nothing before.
  func isClosedByTheServer() throws -> Bool {
    try connection.readToEnd().isEmpty
  }
}
