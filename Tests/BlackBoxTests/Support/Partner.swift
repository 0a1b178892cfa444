import HTTPTypes
import LoopbackClient

/// A partner app: a key and one connection that is kept alive.
final class Partner {
  /// The connection.
  let connection: HTTPConnection
  /// The key.
  let key: String
  /// Header fields that every request carries.
  var fields: [(String, String)] = []

  // Runs as long as somebody may ask it.
  private let server: RunningServer?

  init(_ connection: HTTPConnection, key: String, server: RunningServer? = nil) {
    self.server = server
    self.connection = connection
    self.key = key
  }

  func get(_ path: String, _ query: String = "") throws -> Answer { try send(.get, path, query) }

  func post(_ path: String, _ query: String = "", fields: [(String, String)] = [], body: String) throws -> Answer {
    try send(.post, path, query, fields: fields, body: body)
  }

  func put(_ path: String, _ query: String = "", body: String) throws -> Answer {
    try send(.put, path, query, body: body)
  }

  func delete(_ path: String, _ query: String) throws -> Answer { try send(.delete, path, query) }

  /// Sends one request; the key is put in the query.
  func send(
    _ method: HTTPRequest.Method, _ path: String, _ query: String = "", fields more: [(String, String)] = [],
    body: String = ""
  ) throws -> Answer {
    let target = "\(path)?\(query.isEmpty ? "" : query + "&")apikey=\(key)"
    let type = body.isEmpty ? [] : [("Content-Type", "application/json")]
    return try Answer(
      connection.request(method, target, fields: fields + type + more, body: Array(body.utf8)))
  }
}
