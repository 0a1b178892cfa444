import HTTPTypes
import HTTPWire

/// `GET openapi.json`: the Partner API for machines.
enum OpenAPIHandler {
  /// The document, with the server as the client names it unless it was told how it is reached.
  static func document(_ call: inout ControlCall) throws(ControlError) -> Response {
    let named = "\(call.request.target.scheme ?? "http")://\(call.request.host ?? "localhost")"
    let server = call.configuration.publicURL ?? named
    guard let openAPI = call.configuration.openAPI else {
      throw ControlError(
        .notFound, "This server has no OpenAPI document.", path: call.request.target.path,
        expected: "a server with one",
        found: "one without")
    }
    return Response(json: openAPI(server))
  }
}
