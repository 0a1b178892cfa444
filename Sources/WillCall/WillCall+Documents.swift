import Backstage
import PartnerDocuments

/// Documents that are made from the code.
extension WillCall {
  /// The Partner API as an OpenAPI 3.1 document in JSON.
  ///
  /// - Parameter server: where clients reach it, such as `http://localhost:8490`.
  public static func openAPI(server: String) -> String {
    String(decoding: OpenAPIDocument(version: version, server: server).json, as: UTF8.self)
  }

  /// The control API as an OpenAPI 3.1 document in JSON.
  ///
  /// - Parameter server: where clients reach it, such as `http://localhost:8490`.
  public static func controlOpenAPI(server: String) -> String {
    String(decoding: ControlDocument(version: version, server: server).json, as: UTF8.self)
  }

  /// What `docs/fidelity.md` holds, without the last line break.
  public static var fidelityTable: String { FidelityDocument.text }
}
