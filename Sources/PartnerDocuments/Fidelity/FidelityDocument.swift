import HTTPTypes
import PartnerAPI
import PartnerVocabulary
import PartnerWire

/// `docs/fidelity.md`: every behaviour with its label, made from the tables that serve requests.
public enum FidelityDocument {
  /// The document in Markdown, without the last line break.
  public static var text: String {
    ([preamble] + calls + secureRender + errors + examples).joined(separator: "\n")
  }

  private static let preamble = """
    # How truly each call is emulated

    <!-- Made by `willcall fidelity`. A test compares; do not edit. -->

    *documented*: the vendor's documents say so. *inferred*: they imply it. *invented*: they are silent, and WillCall had
    to choose. Answers that rest on more than the documents name their row in `X-Willcall-Fidelity`.
    """

  // MARK: Calls

  private static var calls: [String] {
    var lines = ["", "## Calls", "", "| operation | behaviour | label | source |", "|---|---|---|---|"]
    var named: Set<String> = []
    for route in RouteTable.routes {
      let contract = route.contract
      let path = route.patterns.first ?? ""
      lines.append(
        row(
          "`\(route.operation.rawValue)`", "`\(route.method.rawValue) \(path)`: \(contract.summary)",
          contract.fidelity.rawValue, contract.source))
      guard named.insert(route.operation.rawValue).inserted else { continue }
      for decision in Decision.all where decision.operationName == route.operation.rawValue {
        lines.append(row(decision, inferredFrom: contract.source))
      }
    }
    for decision in Decision.all where !named.contains(decision.operationName) {
      lines.append(row(decision, inferredFrom: "Partner API"))
    }
    return lines
  }

  private static func row(_ decision: Decision, inferredFrom source: String) -> String {
    row(
      "`\(decision.anchor)`", decision.sentence, decision.fidelity.rawValue,
      decision.fidelity == .invented ? "WillCall" : source)
  }

  private static var secureRender: [String] {
    [
      "", "## Why Secure Render refuses a ticket", "", "| `error` | `code` | label | source |", "|---|---|---|---|",
    ]
      + SecureRenderWire.Failure.examples.map { failure in
        row(
          "`\(failure.text)`", "\(failure.code)", failure.fidelity.rawValue,
          failure.fidelity == .invented ? "WillCall" : "SafeTix, Secure Render")
      }
  }

  // MARK: Errors

  private static var errors: [String] {
    var lines = [
      "", "## Errors", "", "Scenarios can give every call every one of them but the last.", "",
      "| error | status | code | text | label | source | calls |", "|---|---|---|---|---|---|---|",
    ]
    for entry in ErrorCatalogue.all {
      var operations: [String] = []
      for route in RouteTable.routes where OpenAPIOperation(route, path: "").errors.contains(entry) {
        if !operations.contains(route.operation.rawValue) { operations.append(route.operation.rawValue) }
      }
      let code =
        switch entry.shape {
        case .partner: "\(entry.code)"
        case .gateway(let code): code
        }
      lines.append(
        row(
          "`\(entry.name)`", "\(entry.status)", code, entry.message, entry.fidelity.rawValue, entry.source,
          summary(operations)))
    }
    let fault = ErrorCatalogue.wireFault(status: 400, sentence: "")
    lines.append(
      row(
        "`\(fault.name)`", "400 to 505", "the status", "the name of the status", fault.fidelity.rawValue, fault.source,
        "a request that breaks HTTP or a limit of the server"))
    return lines
  }

  /// The calls that an error is listed with; most of them are one word.
  private static func summary(_ operations: [String]) -> String {
    let all = Set(RouteTable.routes.map(\.operation.rawValue))
    if operations.isEmpty { return "by scenario, or before a route is known" }
    if operations.count > all.count / 2 {
      let others = all.subtracting(operations).sorted()
      return others.isEmpty ? "all" : "all but \(others.joined(separator: ", "))"
    }
    return operations.joined(separator: ", ")
  }

  // MARK: Examples

  private static var examples: [String] {
    [
      "", "## Where the documents' examples and the answers differ", "",
      "Each example of the documents is replayed and the structures are compared; `[]` is any element of an array, `*` all below.",
      "",
      "| example | difference | paths | reason |", "|---|---|---|---|",
    ]
      + ExampleDifference.all.map { difference in
        row(
          difference.example, difference.kind.rawValue, difference.paths.map { "`\($0)`" }.joined(separator: ", "),
          difference.reason)
      }
  }

  private static func row(_ cells: String...) -> String {
    "| "
      + cells.map { cell in cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
      .joined(separator: " | ") + " |"
  }
}

extension Decision {
  /// The operation that the anchor names.
  var operationName: String { String(anchor.prefix { $0 != "/" }) }
}
