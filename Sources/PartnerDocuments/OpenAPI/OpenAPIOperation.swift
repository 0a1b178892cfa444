import JSONText
import PartnerAPI
import PartnerVocabulary
import PartnerWire

/// One operation object of the document.
struct OpenAPIOperation {
  /// The header fields of every answer.
  static let commonHeaders = [
    WireField(
      "Date", .string, required: true, about: "The time of the sandbox.", source: "RFC 9110",
      example: "\"Tue, 01 Dec 2026 18:00:00 GMT\""),
    WireField(
      "X-Willcall-Request", .string, required: true, about: "The number of the request in the sandbox's journal.",
      source: "WillCall", example: "\"r1\""),
    WireField(
      "X-Willcall-Diagnosis", .string, about: "One sentence on what was wrong or special.", source: "WillCall",
      example: "\"The query needs cart_id.\""),
    WireField(
      "X-Willcall-Fidelity", .string, about: "How well the documents support the answer; absent if they state it.",
      source: "WillCall", example: "\"invented; see=errors/event-not-found\""),
  ]

  private let route: PartnerRoute
  private let path: String
  private var contract: RouteContract { route.contract }

  init(_ route: PartnerRoute, path: String) {
    self.route = route
    self.path = path
  }

  /// The answers that are not errors of the catalogue, including the 202 of polling.
  var answers: [ContractAnswer] {
    guard route.operation.mayPoll else { return contract.answers }
    return contract.answers + [
      ContractAnswer(202, note: "The answer comes later, at the polling URL.", .json(PollingWire.table))
    ]
  }

  /// The errors that the call can run into, including those that all calls of its kind share.
  var errors: [ErrorEntry] {
    var errors: [ErrorEntry] = []
    // A key can be too long, and a body can contain anything.
    switch route.access {
    case .key, .poll:
      errors += [ErrorCatalogue.invalidInput, ErrorCatalogue.missingAPIKey, ErrorCatalogue.invalidAPIKey]
    case .clock: errors += [ErrorCatalogue.invalidInput, ErrorCatalogue.invalidAPIKey]
    case .open: break
    }
    if contract.parameters.contains(where: { $0.field.name == "event_id" && $0.place == .path }) {
      errors.append(ErrorCatalogue.eventNotFound)
    }
    if contract.body != nil { errors.append(ErrorCatalogue.unsupportedEncoding) }
    if contract.membership != .none { errors.append(ErrorCatalogue.invalidAccessToken) }
    for entry in contract.errors where !errors.contains(entry) { errors.append(entry) }
    return errors
  }

  private var parameters: [ContractParameter] {
    contract.parameters + (route.operation.mayPoll ? [.forcePolling] : [])
  }

  /// Writes the members of the object.
  func write(into operation: inout JSONWriter) {
    let name = route.operation.rawValue
    operation.string("operationId", contract.variant.map { "\(name).\($0)" } ?? name)
    operation.string("summary", contract.summary)
    if let detail = contract.detail { operation.string("description", detail) }
    operation.array("tags") { $0.string(OpenAPITag.name(of: route.operation)) }
    if contract.isDeprecated { operation.bool("deprecated", true) }
    operation.string("x-willcall-operation", name)
    operation.string("x-willcall-fidelity", contract.fidelity.rawValue)
    operation.string("x-willcall-source", contract.source)
    writeDecisions(into: &operation)
    RequestState(contract, errors: errors).write(into: &operation)
    writeSecurity(into: &operation)
    if !parameters.isEmpty { operation.array("parameters", writeParameters) }
    if let body = contract.body { operation.object("requestBody") { write(body, into: &$0) } }
    operation.object("responses") { responses in
      for status in Set(answers.flatMap(\.statuses) + errors.map(\.status)).sorted() {
        responses.object("\(status)") { response in
          OpenAPIResponse(
            answers: answers.filter { $0.statuses.contains(status) }, errors: errors.filter { $0.status == status }
          ).write(into: &response)
        }
      }
    }
  }

  private func writeDecisions(into operation: inout JSONWriter) {
    let decisions = Decision.all.filter { $0.anchor.hasPrefix(route.operation.rawValue + "/") }
    if decisions.isEmpty { return }
    operation.array("x-willcall-decisions") { list in
      for decision in decisions {
        list.object { entry in
          entry.string("anchor", decision.anchor)
          entry.string("fidelity", decision.fidelity.rawValue)
          entry.string("sentence", decision.sentence)
        }
      }
    }
  }

  private func writeSecurity(into operation: inout JSONWriter) {
    operation.array("security") { list in
      switch route.access {
      case .open: break
      case .key, .poll, .clock:
        for isMember in [false, true] where contract.membership.allows(isMember) {
          for name in ["apikey", "x-api-key"] {
            list.object { scheme in
              scheme.array(name) { _ in }
              if isMember { scheme.array("member") { _ in } }
            }
          }
        }
      }
      switch route.access {
      // A valid polling token needs no key, and the time is available to everyone.
      case .poll, .clock: list.object { _ in }
      case .key, .open: break
      }
    }
  }

  private func writeParameters(into list: inout JSONWriter) {
    for parameter in parameters {
      for name in [parameter.field.name] + parameter.field.aliases {
        let isAlias = name != parameter.field.name
        list.object { entry in
          entry.string("name", name)
          entry.string("in", parameter.place.rawValue)
          entry.string(
            "description", isAlias ? "An older spelling of \(parameter.field.name)." : parameter.description)
          entry.bool("required", parameter.place == .path || (parameter.field.isRequired && !isAlias))
          if isAlias { entry.bool("deprecated", true) }
          // An empty value counts as absent.
          if parameter.place == .query, !parameter.field.isRequired { entry.bool("allowEmptyValue", true) }
          entry.object("schema") { SchemaWriter(direction: .parameter).write(parameter.field, into: &$0) }
          if !isAlias, !parameter.field.example.isEmpty {
            entry.key("example")
            entry.raw(Array(parameter.field.example.utf8))
          }
        }
      }
    }
  }

  private func write(_ body: ContractBody, into writer: inout JSONWriter) {
    writer.bool("required", true)
    writer.object("content") { content in
      content.object("application/json") { media in
        media.object("schema") { $0.string("$ref", "#/components/schemas/\(body.table.name)") }
        media.key("example")
        if let example = body.example {
          media.raw(Array(example.utf8))
        } else {
          body.table.writeExample(into: &media)
        }
      }
    }
  }
}

extension RouteContract.Membership {
  /// Whether the contract allows calls with a member's access token, or calls without one.
  fileprivate func allows(_ isMember: Bool) -> Bool {
    switch self {
    case .none: !isMember
    case .optional: true
    case .required: isMember
    }
  }
}

extension ContractAnswer {
  /// The wire types of its bodies.
  var tables: [WireTable] {
    bodies.compactMap { body in
      if case .json(let table) = body { table } else { nil }
    }
  }
}

extension ContractParameter {
  /// The field's own description, followed by the parameter's note.
  fileprivate var description: String { [field.about, note].compactMap { $0 }.joined(separator: " ") }
}
