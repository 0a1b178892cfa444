import HTTPTypes
import HTTPWire
import JSONText
import PartnerVocabulary
import Sandboxes

/// A criterion that a request must meet for a verification to count it.
enum Criterion {
  case operation(PartnerVocabulary.Operation)
  case outcome(ExchangeOutcome)
  case status(StatusPattern, JSONValue)
  case account(String)
  case event(String)
  case header(HTTPField.Name, String)
  case body(JSONPointer, text: String, JSONValue)

  /// An entry whose secrets are masked and whose body is parsed when a criterion first needs them.
  struct Subject {
    let entry: JournalEntry
    lazy var request: Request = entry.shownRequest
    lazy var content: JSONValue? = try? JSONValue.parse(request.body)

    init(_ entry: JournalEntry) {
      self.entry = entry
    }
  }

  /// A criterion that was not met: the expected and the actual value, both as JSON.
  struct Failure {
    let name: String
    let expected: [UInt8]
    let found: [UInt8]
  }

  /// Whether it is about which operation was called.
  var isAboutOperation: Bool {
    if case .operation = self { true } else { false }
  }

  /// Whether an entry meets the criterion.
  func isMet(by subject: inout Subject, eventID: (String) -> String) -> Bool {
    let entry = subject.entry
    switch self {
    case .operation(let operation): return entry.operation == operation
    case .outcome(let outcome): return entry.outcome == outcome
    case .status(let pattern, _): return entry.status.map { pattern.matches($0.code) } ?? false
    case .account(let account): return entry.account == account
    case .event(let event): return entry.event.map { eventID($0) == eventID(event) } ?? false
    case .header(let name, let text): return subject.request.fields[name] == text
    case .body(let pointer, _, let value):
      return subject.content?.value(at: pointer)?.semanticallyEquals(value) ?? false
    }
  }

  /// What an entry that does not meet the criterion has instead.
  func failure(of subject: inout Subject) -> Failure {
    let entry = subject.entry
    switch self {
    case .operation(let operation):
      return Failure("operation", Self.json(operation.rawValue), Self.json(entry.operation?.rawValue))
    case .outcome(let outcome):
      return Failure("outcome", Self.json(outcome.rawValue), Self.json(entry.outcome.rawValue))
    case .status(_, let value):
      return Failure("status", value.serialized(), entry.status.map { Array("\($0.code)".utf8) } ?? Self.json(nil))
    case .account(let account): return Failure("account", Self.json(account), Self.json(entry.shown(\.account)))
    case .event(let event): return Failure("event", Self.json(event), Self.json(entry.shown(\.event)))
    case .header(let name, let text):
      return Failure("header \(name.rawName)", Self.json(text), Self.json(subject.request.fields[name]))
    case .body(let pointer, let text, let value):
      let found = subject.content?.value(at: pointer)
      return Failure("body \(text)", value.serialized(), found?.serialized() ?? Self.json(nil))
    }
  }

  private static func json(_ text: String?) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 64)
    if let text { writer.string(text) } else { writer.null() }
    return writer.bytes
  }
}

extension Criterion.Failure {
  fileprivate init(_ name: String, _ expected: [UInt8], _ found: [UInt8]) {
    self.init(name: name, expected: expected, found: found)
  }
}
