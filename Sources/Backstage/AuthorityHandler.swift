import HTTPTypes
import HTTPWire

/// `GET ca.pem`: the certificate that clients of https have to trust.
enum AuthorityHandler {
  /// Answers with the certificate of the local authority; phones and simulators fetch it from here.
  static func certificate(_ call: inout ControlCall) throws(ControlError) -> Response {
    guard let authority = call.configuration.authority else {
      throw ControlError(
        .notFound, "No local authority signs for this server.", path: call.request.target.path,
        expected: "a server started with --tls, and without --tls-cert", found: "another")
    }
    return Response(contentType: "application/x-pem-file", body: authority)
  }
}
