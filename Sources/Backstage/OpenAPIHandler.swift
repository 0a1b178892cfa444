import HTTPTypes
import HTTPWire

/// `GET openapi.json` and `GET control-openapi.json`: the Partner API and the control API for machines.
enum OpenAPIHandler {
  /// The document, with the server as the client names it unless it was told how it is reached.
  static func document(_ call: inout ControlCall) throws(ControlError) -> Response {
    guard let openAPI = call.configuration.openAPI else {
      throw ControlError(
        .notFound, "This server has no OpenAPI document.", path: call.request.target.path,
        expected: "a server with one",
        found: "one without")
    }
    return Response(json: openAPI(server(of: call)))
  }

  /// The document of the control API itself.
  static func controlDocument(_ call: inout ControlCall) throws(ControlError) -> Response {
    Response(json: ControlDocument(version: call.status.version, server: server(of: call)).json)
  }

  private static func server(of call: ControlCall) -> String {
    call.configuration.publicURL ?? "\(call.request.target.scheme ?? "http")://\(call.request.host ?? "localhost")"
  }
}
