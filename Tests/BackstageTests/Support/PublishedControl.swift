import HTTPTypes
import JSONText

@testable import Backstage

/// The control API's document, to hold answers against.
struct PublishedControl: Sendable {
  /// The document as it is published.
  static let shared = PublishedControl()

  private struct Operation: Sendable {
    let method: String
    let segments: [Substring]
    /// By status; the schema of JSON, if there is one.
    let responses: [String: PublishedSchema?]
  }

  private let operations: [Operation]

  private init() {
    var operations: [Operation] = []
    let bytes = ControlDocument(version: "0", server: "http://localhost:8490").json
    if let document = try? JSONValue.parse(bytes), let paths = document["paths"]?.members {
      for path in paths {
        let segments = "\(path.key)".split(separator: "/", omittingEmptySubsequences: false)
        for item in path.value.members {
          guard let responses = item.value["responses"]?.members else { continue }
          var found: [String: PublishedSchema?] = [:]
          for response in responses {
            let schema = response.value["content"]?["application/json"]?["schema"]
            found["\(response.key)"] = .some(schema.map { PublishedSchema($0, in: document) })
          }
          operations.append(Operation(method: "\(item.key)", segments: segments, responses: found))
        }
      }
    }
    // What is spelled out goes before parameters.
    self.operations = operations.sorted {
      $0.segments.count { $0.hasPrefix("{") } < $1.segments.count { $0.hasPrefix("{") }
    }
  }

  /// What in an answer is not as the document says, of requests that it knows.
  func problems(_ method: HTTPRequest.Method, _ target: String, _ answer: Answer) -> [String] {
    let segments = target.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
    let path = operations.first { operation in
      operation.segments.count == segments.count
        && zip(operation.segments, segments).allSatisfy { $0 == $1 || ($0.hasPrefix("{") && !$1.isEmpty) }
    }
    let verb = method.rawValue.lowercased()
    guard let operation = operations.first(where: { $0.segments == path?.segments && $0.method == verb }) else {
      return []
    }
    guard let schema = operation.responses["\(answer.status)"] else {
      return ["\(method) \(target): \(answer.status) is not documented"]
    }
    guard let schema, let json = answer.json else { return [] }
    return schema.problems(json).map { "\(method) \(target) \(answer.status) \($0)" }
  }
}
