import HTTPTypes
import JSONText

/// One operation object of the control API's document.
struct ControlOperation {
  private let route: BackstageRoute
  private let contract: ControlContract?

  init(_ route: BackstageRoute) {
    self.route = route
    contract = ControlContracts.contract(of: route)
  }

  private var pathParameters: [String] {
    route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The statuses of errors: those that any request can get, those that a body can cause, and the route's own.
  private var errors: [Int] {
    if route.isOpen { return [] }
    var errors: Set<Int> = [400, 401, 403, 404]
    if contract?.body != nil { errors.formUnion([415, 422]) }
    return errors.union(contract?.errors ?? []).sorted()
  }

  /// Writes the members of the object.
  func write(into operation: inout JSONWriter) {
    operation.string("operationId", id)
    operation.string("summary", contract?.summary ?? route.path)
    operation.array("tags") { $0.string("control") }
    operation.array("security") { list in
      list.object { _ in }
      if !route.isOpen { list.object { $0.array("control-token") { _ in } } }
    }
    operation.array("parameters", writeParameters)
    if let body = contract?.body {
      operation.object("requestBody") { request in
        request.bool("required", contract?.isBodyOptional == false)
        request.object("content") { Self.write(.json(body), into: &$0) }
      }
    }
    operation.object("responses", writeResponses)
  }

  /// An id made of the method and the path, such as `getFaultsFault`.
  private var id: String {
    let words = route.path.split { !$0.isLetter }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return route.method.rawValue.lowercased() + words.joined()
  }

  private func writeParameters(into list: inout JSONWriter) {
    for name in pathParameters { Self.write(name, place: "path", into: &list) }
    for name in route.query { Self.write(name, place: "query", into: &list) }
    if route.isStream {
      list.object { entry in
        entry.string("name", "Last-Event-ID")
        entry.string("in", "header")
        entry.string("description", "The id of the newest event that the client has seen; it is told what came since.")
        entry.bool("required", false)
        entry.object("schema") { $0.string("type", "string") }
      }
    }
    if route.isOpen { return }
    for (name, place) in [("apikey", "query"), ("x-api-key", "header")] {
      list.object { entry in
        entry.string("name", name)
        entry.string("in", place)
        entry.string("description", "The key of the sandbox; the only sandbox by default.")
        entry.bool("required", false)
        entry.object("schema") { schema in
          schema.string("type", "string")
          schema.integer("maxLength", 200)
        }
      }
    }
  }

  private static func write(_ name: String, place: String, into list: inout JSONWriter) {
    let parameter = ControlContracts.parameters[name]
    list.object { entry in
      entry.string("name", name)
      entry.string("in", place)
      entry.string("description", parameter?.about ?? name)
      entry.bool("required", place == "path")
      entry.object("schema") { (parameter?.schema ?? .text).write(into: &$0) }
    }
  }

  private func writeResponses(into responses: inout JSONWriter) {
    for answer in contract?.answers ?? [] {
      responses.object("\(answer.status)") { response in
        response.string("description", answer.note)
        if answer.contents.isEmpty { return }
        response.object("content") { media in
          for content in answer.contents { Self.write(content, into: &media) }
        }
      }
    }
    for status in errors {
      responses.object("\(status)") { response in
        response.string("description", Self.meanings[status] ?? "An error.")
        response.object("content") { Self.write(.json(ControlSchemas.error), into: &$0) }
      }
    }
  }

  private static let meanings: [Int: String] = [
    400: "The request is not JSON, or its query or key is wrong.", 401: "The control token is missing or wrong.",
    403: "The Host or the Origin is not allowed.", 404: "Not found, or there is no control API.",
    409: "Not possible in the current state.",
    415: "The body is compressed.", 422: "The JSON is not what the path expects.", 503: "The limit is reached.",
  ]

  private static func write(_ content: ControlContract.Content, into writer: inout JSONWriter) {
    writer.object(content.mediaType) { media in
      media.object("schema") { schema in
        if case .json(let body) = content { body.write(into: &schema) } else { schema.string("type", "string") }
      }
    }
  }
}
