import HTTPTypes
import JSONText

/// The control API as an OpenAPI 3.1 document, made from the route table that serves requests.
public struct ControlDocument: Sendable {
  private let version: String
  private let server: String

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - version: the version of WillCall.
  ///   - server: where clients reach it, such as `http://localhost:8490`.
  public init(version: String, server: String) {
    self.version = version
    self.server = server
  }

  /// The document as JSON.
  public var json: [UInt8] {
    var writer = JSONWriter(reservingCapacity: 64 * 1024)
    writer.object { document in
      document.string("openapi", "3.1.0")
      document.object("info", writeInfo)
      document.array("servers") { list in
        list.object { $0.string("url", server) }
      }
      document.array("tags") { list in
        list.object { tag in
          tag.string("name", "control")
          tag.string("description", "Moving time, inspecting state, setting up cases, resetting.")
        }
      }
      document.object("paths", Self.writePaths)
      document.object("components") { components in
        components.object("schemas", Self.writeSchemas)
        components.object("securitySchemes", Self.writeSecuritySchemes)
      }
    }
    return writer.bytes
  }

  private func writeInfo(into info: inout JSONWriter) {
    info.string("title", "The control API of WillCall")
    info.string("version", version)
    info.string(
      "description",
      """
      What a test does in addition to its app. docs/control-api.md explains it, docs/scenarios.md what scenarios \
      and faults can say, docs/fixtures.md what an event is made of. Unknown members of bodies are refused.
      """)
    info.object("license") { license in
      license.string("name", "Apache-2.0")
      license.string("identifier", "Apache-2.0")
    }
  }

  private static func writePaths(into paths: inout JSONWriter) {
    var order: [String] = []
    var routes: [String: [BackstageRoute]] = [:]
    for route in BackstageRoutes.all {
      if routes[route.path] == nil { order.append(route.path) }
      routes[route.path, default: []].append(route)
    }
    for path in order {
      paths.object(BackstageService.prefix + path) { item in
        for route in routes[path] ?? [] {
          item.object(route.method.rawValue.lowercased()) { ControlOperation(route).write(into: &$0) }
        }
      }
    }
  }

  private static func writeSchemas(into schemas: inout JSONWriter) {
    var components = ControlSchemas.error.components
    for route in BackstageRoutes.all {
      guard let contract = ControlContracts.contract(of: route) else { continue }
      var found: [ControlSchema] = contract.body.map { [$0] } ?? []
      for answer in contract.answers {
        for case .json(let schema) in answer.contents { found.append(schema) }
      }
      for schema in found { components.merge(schema.components) { first, _ in first } }
    }
    for (name, schema) in components.sorted(by: { $0.key < $1.key }) {
      schemas.object(name) { schema.write(into: &$0) }
    }
  }

  private static func writeSecuritySchemes(into schemes: inout JSONWriter) {
    schemes.object("control-token") { scheme in
      scheme.string("type", "http")
      scheme.string("scheme", "bearer")
      scheme.string("description", "The value of --control-token; not needed if the server has none.")
    }
  }
}
