import HTTPTypes
import HTTPWire

/// `GET openapi.json` and `GET control-openapi.json`: OpenAPI documents for the Partner API and the control API.
enum OpenAPIHandler {
  /// Answers with the Partner API's document; its server URL is the configured one, or else as the client named it.
  static func document(_ call: inout ControlCall) throws(ControlError) -> Response {
    guard let openAPI = call.configuration.openAPI else {
      throw ControlError(
        .notFound, "This server has no OpenAPI document.", path: call.request.target.path,
        expected: "a server with one",
        found: "one without")
    }
    return Response(json: openAPI(server(of: call)))
  }

  /// Answers with the document of the control API itself.
  static func controlDocument(_ call: inout ControlCall) throws(ControlError) -> Response {
    Response(json: ControlDocument(version: call.status.version, server: server(of: call)).json)
  }

  private static func server(of call: ControlCall) -> String {
    call.configuration.publicURL ?? "\(call.request.scheme)://\(call.request.host ?? "localhost")"
  }
}
