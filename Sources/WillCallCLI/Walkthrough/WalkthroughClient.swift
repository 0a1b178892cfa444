import Determinism
import HTTPTypes
import JSONText
import LoopbackClient

/// Sends the requests of a walkthrough.
struct WalkthroughClient {
  let baseURL: String
  /// The token that the control API requires.
  let controlToken: String?

  /// Sends one request and reads the answer as JSON.
  ///
  /// - Throws: ``CommandFailure`` if the server cannot be reached or the answer is not JSON.
  func send(
    _ method: String, _ target: String, header: (String, String)?, body: String?
  ) throws(CommandFailure) -> WalkthroughAnswer {
    guard let method = HTTPRequest.Method(method) else { throw .runtime("\(method) is not an HTTP method") }
    var headers: [(String, String)] = []
    if body != nil { headers.append(("Content-Type", "application/json")) }
    if let header { headers.append(header) }
    if let controlToken, target.hasPrefix("/__willcall/") {
      headers.append(("Authorization", "Bearer \(controlToken)"))
    }
    let response: ClientResponse
    do throws(ClientError) {
      response = try HTTPConnection.fetch(
        url: baseURL + target, method: method, headers: headers, body: body.map { Array($0.utf8) } ?? [])
    } catch {
      throw .runtime("cannot reach \(baseURL): \(error)")
    }
    do throws(JSONSyntaxError) {
      return WalkthroughAnswer(
        status: response.status, reason: response.reason, json: try JSONValue.parse(response.body),
        diagnosis: response["X-Willcall-Diagnosis"], date: response["Date"].flatMap(HTTPDate.instant(from:)))
    } catch {
      throw .runtime("\(baseURL) answered \(response.status) with something that is not JSON: is it WillCall?")
    }
  }
}
