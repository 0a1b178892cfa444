import HTTPTypes
import HTTPWire
import JSONText
public import PartnerVocabulary
import Sandboxes

/// What clients asked, and what they were answered.
extension PartnerSandbox {
  /// The requests in the journal, oldest first, without secrets: the newest thousand, and about 2 MiB of them.
  ///
  /// - Parameter operation: only those of one operation; `nil`: all.
  public func requests(_ operation: PartnerVocabulary.Operation? = nil) async -> [RequestRecord] {
    server.directory.sandbox(for: key).journal.entries.compactMap { entry in
      operation == nil || entry.operation == operation ? RequestRecord(entry, sandbox: key) : nil
    }
  }

  /// Makes sure that clients called an operation as often as they should.
  ///
  /// ```swift
  /// try await world.verify(.ordersOpen, .exactly(1), account: "12313131")
  /// ```
  ///
  /// - Parameters:
  ///   - operation: the operation; `nil`: any.
  ///   - count: how often; at least once unless said otherwise.
  ///   - status: only answers of this status.
  ///   - event: only calls about this event, by any of its ids.
  ///   - account: only calls of this account.
  ///   - header: only requests with these header fields.
  ///   - body: only requests whose body has these JSON values at these JSON Pointers, such as `["/amount": "57.00"]`.
  /// - Throws: ``SandboxError`` if they did not; it tells the calls that came nearest, and what they lacked.
  public func verify(
    _ operation: PartnerVocabulary.Operation?, _ count: ExpectedCount = .atLeast(1), status: Int? = nil,
    event: String? = nil, account: String? = nil, header: [String: String] = [:], body: [String: String] = [:]
  ) async throws(SandboxError) {
    let response = try ask(.post, "verify") { claim in
      if let operation { claim.string("operation", operation.rawValue) }
      claim.object("where") { conditions in
        if let status { conditions.integer("status", status) }
        if let event { conditions.string("event", event) }
        if let account { conditions.string("account", account) }
        if !header.isEmpty {
          conditions.object("header") { fields in
            for (name, value) in header.sorted(by: { $0.key < $1.key }) { fields.string(name, value) }
          }
        }
        if !body.isEmpty {
          conditions.object("body") { values in
            for (pointer, json) in body.sorted(by: { $0.key < $1.key }) {
              // What is no JSON is meant as a string.
              let isJSON = (try? JSONValue.parse(Array(json.utf8))) != nil
              if isJSON { values.raw(pointer, Array(json.utf8)) } else { values.string(pointer, json) }
            }
          }
        }
      }
      claim.object("times") { $0.integer(count.member.name, count.member.count) }
    }
    if response.status == .ok { return }
    guard response.status == .notAcceptable else { throw SandboxError(response) }
    throw SandboxError(unmet: response, operation?.rawValue ?? "any call", count)
  }
}

extension SandboxError {
  /// Reads the answer of `verify` to a claim that does not hold.
  fileprivate init(unmet response: Response, _ calls: String, _ count: ExpectedCount) {
    let answer = try? JSONValue.parse(response.body)
    var faults: [Fault] = []
    for miss in answer?["nearMisses"].map({ Array($0.elements) }) ?? [] {
      let id = miss["id"]?.string ?? ""
      for failure in miss["failed"].map({ Array($0.elements) }) ?? [] {
        faults.append(
          Fault(
            path: "\(id) \(failure["criterion"]?.string ?? "")", expected: failure["expected"]?.text ?? "",
            found: failure["found"]?.text ?? ""))
      }
    }
    self.init("\(calls) was expected \(count), and found \(answer?["count"]?.integer ?? 0) times.", faults)
  }
}
