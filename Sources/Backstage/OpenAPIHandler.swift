import HTTPWire
import PartnerAPI

/// `GET openapi.json`: the Partner API for machines.
enum OpenAPIHandler {
  /// The document, with the server as the client names it unless it was told how it is reached.
  static func document(_ call: inout ControlCall) throws(ControlError) -> Response {
    let named = "\(call.request.target.scheme ?? "http")://\(call.request.host ?? "localhost")"
    let server = call.configuration.publicURL ?? named
    return Response(json: OpenAPIDocument(version: call.status.version, server: server).json)
  }
}
