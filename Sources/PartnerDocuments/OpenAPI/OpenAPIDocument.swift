import HTTPTypes
import JSONText
import PartnerAPI
import PartnerWire

/// The Partner API as an OpenAPI 3.1 document, generated from the route table and the wire types that serve requests.
///
/// Each endpoint is listed under its first prefix; the control API is not included.
public struct OpenAPIDocument: Sendable {
  private let version: String
  private let server: String

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - version: WillCall's version.
  ///   - server: the URL at which clients reach the server, such as `http://localhost:8490`.
  public init(version: String, server: String) {
    self.version = version
    self.server = server
  }

  /// The document as JSON.
  public var json: [UInt8] {
    var writer = JSONWriter(reservingCapacity: 256 * 1024)
    writer.object { document in
      document.string("openapi", "3.1.0")
      document.object("info", writeInfo)
      document.array("servers") { list in
        list.object { $0.string("url", server) }
      }
      document.array("tags", OpenAPITag.write)
      document.object("paths", writePaths)
      document.object("components") { components in
        components.object("schemas", Self.writeSchemas)
        components.object("headers", Self.writeHeaders)
        components.object("securitySchemes", Self.writeSecuritySchemes)
      }
    }
    return writer.bytes
  }

  private func writeInfo(into info: inout JSONWriter) {
    info.string("title", "Ticketmaster Partner API, as WillCall emulates it")
    info.string("version", version)
    info.string(
      "description",
      """
      Generated from the tables that serve requests. The prefixes /partners-preprod/v1 and /partners-sandbox/v1 serve \
      what /partners/v1 does, and /marketplace-staging/v1 what /marketplace/v1 does. x-willcall-fidelity says how well \
      the documents support a call: documented (they state it), inferred (they imply it), invented (WillCall had \
      to choose). x-willcall-state says what a request needs beyond a body that fits the schema: each entry explains a \
      code or a text of a refusal. A parameter with allowEmptyValue counts as absent when it is \
      empty, and null as absent in bodies where it is allowed. A scenario can give any call any answer, and a \
      request that is not valid HTTP is answered with 400, 408, 413, 414 or \
      431 in the shape ErrorBody; neither is repeated for every call. WillCall is not made or endorsed by Ticketmaster.
      """)
    info.object("license") { license in
      license.string("name", "Apache-2.0")
      license.string("identifier", "Apache-2.0")
    }
  }

  private func writePaths(into paths: inout JSONWriter) {
    var order: [String] = []
    var routes: [String: [PartnerRoute]] = [:]
    for route in RouteTable.routes {
      guard let path = route.patterns.first else { continue }
      if routes[path] == nil { order.append(path) }
      routes[path, default: []].append(route)
    }
    for path in order {
      paths.object(path) { item in
        for route in routes[path] ?? [] {
          item.object(route.method.rawValue.lowercased()) { OpenAPIOperation(route, path: path).write(into: &$0) }
        }
      }
    }
  }

  private static func writeSchemas(into schemas: inout JSONWriter) {
    var collection = SchemaCollection()
    collection.add(PartnerErrorBody.bodyTable, .answer)
    collection.add(GatewayFaultBody.bodyTable, .answer)
    for route in RouteTable.routes {
      let operation = OpenAPIOperation(route, path: "")
      if let body = route.contract.body { collection.add(body.table, .request) }
      for table in operation.answers.flatMap(\.tables) { collection.add(table, .answer) }
    }
    for name in collection.names {
      guard let (table, direction) = collection.tables[name] else { continue }
      schemas.key(name)
      SchemaWriter(direction: direction).write(table, into: &schemas)
    }
  }

  private static func writeHeaders(into headers: inout JSONWriter) {
    for header in OpenAPIOperation.commonHeaders {
      headers.object(header.name) { entry in
        entry.string("description", header.about)
        entry.bool("required", header.isRequired)
        entry.object("schema") { SchemaWriter(direction: .parameter).write(header, into: &$0) }
      }
    }
  }

  private static func writeSecuritySchemes(into schemes: inout JSONWriter) {
    schemes.object("member") { scheme in
      scheme.string("type", "http")
      scheme.string("scheme", "bearer")
      scheme.string("description", "A member's access token. Each text stands for a different member.")
    }
    for (name, place, key) in [("apikey", "query", "apikey"), ("x-api-key", "header", "x-api-key")] {
      schemes.object(name) { scheme in
        scheme.string("type", "apiKey")
        scheme.string("in", place)
        scheme.string("name", key)
        scheme.string(
          "description",
          "The partner key. Any text of 1 to 200 characters has its own sandbox, unless --api-key limits the keys.")
      }
    }
  }
}
