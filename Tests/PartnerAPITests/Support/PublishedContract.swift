import HTTPTypes
import JSONText
import PartnerDocuments
import PartnerVocabulary

/// The OpenAPI document, to hold answers against.
struct PublishedContract: Sendable {
  /// The document as it is published.
  static let shared = PublishedContract()

  struct Operation: Sendable {
    let id: String
    let method: String
    let segments: [Substring]
    let responses: [String: Response]

    /// How many segments are parameters.
    var parameterCount: Int { segments.filter { $0.hasPrefix("{") }.count }
  }

  struct Response: Sendable {
    let requiredHeaders: [String]
    /// The codes that errors in the vendor's shape can have.
    let codes: [Int64]
    /// By media type.
    let schemas: [String: PublishedSchema]
  }

  let operations: [Operation]

  private init() {
    var operations: [Operation] = []
    let bytes = OpenAPIDocument(version: "0", server: "http://localhost:8490").json
    if let document = try? JSONValue.parse(bytes), let paths = document["paths"]?.members {
      for path in paths {
        let segments = "\(path.key)".split(separator: "/", omittingEmptySubsequences: false)
        for item in path.value.members {
          guard let responses = item.value["responses"]?.members else { continue }
          var found: [String: Response] = [:]
          for response in responses { found["\(response.key)"] = Self.response(response.value, in: document) }
          operations.append(
            Operation(
              id: item.value["operationId"]?.string ?? "", method: "\(item.key)", segments: segments, responses: found))
        }
      }
    }
    // What is spelled out goes before parameters.
    self.operations = operations.sorted { $0.parameterCount < $1.parameterCount }
  }

  private static func response(_ value: JSONValue, in document: JSONValue) -> Response {
    var headers: [String] = []
    if let members = value["headers"]?.members {
      for member in members {
        let target = member.value["$ref"]?.string.flatMap { document.value(at: String($0.dropFirst())) }
        if (target ?? member.value)["required"]?.bool == true { headers.append("\(member.key)") }
      }
    }
    var schemas: [String: PublishedSchema] = [:]
    if let members = value["content"]?.members {
      for member in members {
        if let schema = member.value["schema"] {
          schemas["\(member.key)"] = PublishedSchema(schema, in: document)
        }
      }
    }
    let codes = value["x-willcall-codes"].map { $0.elements.compactMap(\.integer) } ?? []
    return Response(requiredHeaders: headers, codes: codes, schemas: schemas)
  }

  /// The operation that a request is for; `nil` if the document has none.
  func operation(_ method: HTTPRequest.Method, _ target: String) -> Operation? {
    let segments = Self.mainPath(target.prefix { $0 != "?" }).split(separator: "/", omittingEmptySubsequences: false)
    return operations.first { operation in
      operation.method == method.rawValue.lowercased() && operation.segments.count == segments.count
        && zip(operation.segments, segments).allSatisfy { $0 == $1 || ($0.hasPrefix("{") && !$1.isEmpty) }
    }
  }

  /// The path under the prefix that the document uses.
  private static func mainPath(_ path: Substring) -> Substring {
    for (prefix, main) in [
      ("/partners-preprod/", "/partners/"), ("/partners-sandbox/", "/partners/"),
      ("/marketplace-staging/", "/marketplace/"),
    ] where path.hasPrefix(prefix) {
      return main + path.dropFirst(prefix.count)
    }
    return path
  }

  /// What in an answer is not as the document says, of requests that it knows.
  func problems(_ method: HTTPRequest.Method, _ target: String, _ answer: ServedAnswer) -> [String] {
    guard let operation = operation(method, target) else { return [] }
    let name = "\(operation.id) \(answer.status)"
    guard let response = operation.responses["\(answer.status)"] else {
      return ["\(name): the status is not documented: \(answer.text)"]
    }
    var problems = response.requiredHeaders.filter { answer.header($0) == nil }.map { "\(name): no \($0)" }
    let mediaType = answer.header("Content-Type").map { String($0.prefix { $0 != ";" }) }
    if response.schemas.isEmpty, answer.bytes.isEmpty { return problems }
    guard let mediaType, let schema = response.schemas[mediaType] else {
      return problems + ["\(name): \(mediaType ?? "no media type") is not documented"]
    }
    if mediaType == "application/json", let json = answer.json {
      problems += schema.problems(json).map { "\(name)\($0)" }
      if let code = json["error"]?["code"]?.integer, !response.codes.contains(code) {
        problems.append("\(name): code \(code) is not documented")
      }
    }
    return problems
  }
}
