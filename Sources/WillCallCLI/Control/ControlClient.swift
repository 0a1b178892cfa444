import CommandArguments
import HTTPTypes
import HTTPWire
import JSONText
import LoopbackClient

/// Sends requests to the control API of a running server.
struct ControlClient {
  /// The server's URL, without a trailing slash.
  let baseURL: String
  /// The partner key; without one, the server uses its only sandbox.
  let key: String?
  let token: String?

  /// Sends a `GET` and returns the answer.
  ///
  /// - Parameters:
  ///   - path: the path below `/__willcall/`.
  ///   - member: a member that the answer has if it comes from WillCall.
  /// - Throws: ``CommandFailure`` in one line.
  func get(
    _ path: String, _ query: [(name: String, value: String)] = [], member: String
  ) throws(CommandFailure) -> JSONValue {
    try send(.get, path, query, member: member)
  }

  /// Sends a `POST` and returns the answer.
  ///
  /// - Throws: ``CommandFailure`` in one line.
  func post(_ path: String, _ body: String, member: String) throws(CommandFailure) -> JSONValue {
    try send(.post, path, [], body: Array(body.utf8), member: member)
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, _ query: [(name: String, value: String)], body: [UInt8] = [],
    member: String
  ) throws(CommandFailure) -> JSONValue {
    let response = try exchange(method, path, query, body: body)
    guard let value = try? JSONValue.parse(response.body), value[member] != nil else { throw stranger(response) }
    return value
  }

  /// Sends a request.
  ///
  /// - Throws: ``CommandFailure`` in one line, if it does not succeed.
  func exchange(
    _ method: HTTPRequest.Method, _ path: String, _ query: [(name: String, value: String)], body: [UInt8] = []
  ) throws(CommandFailure) -> ClientResponse {
    let response: ClientResponse
    do throws(ClientError) {
      response = try HTTPConnection.fetch(
        url: baseURL + target(path, query), method: method,
        headers: fields + (body.isEmpty ? [] : [("Content-Type", "application/json")]), body: body,
        timeout: .seconds(30))
    } catch {
      throw unreachable(error)
    }
    guard (200..<300).contains(response.status) else { throw refusal(response, path: path) }
    return response
  }

  /// The path and the query of a request.
  func target(_ path: String, _ query: [(name: String, value: String)] = []) -> String {
    let all = (key.map { [(name: "apikey", value: $0)] } ?? []) + query
    let text = all.map { "\($0.name)=\(QueryText.encoded($0.value))" }.joined(separator: "&")
    return "/__willcall/\(path)" + (text.isEmpty ? "" : "?\(text)")
  }

  /// The header fields of every request.
  var fields: [(String, String)] { token.map { [("Authorization", "Bearer \($0)")] } ?? [] }
}
