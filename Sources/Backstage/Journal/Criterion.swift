import HTTPTypes
import HTTPWire
import JSONText
import PartnerVocabulary
import Sandboxes

/// One thing that must be so of a request for a verification to count it.
enum Criterion {
  case operation(PartnerVocabulary.Operation)
  case status(StatusPattern, JSONValue)
  case account(String)
  case event(String)
  case header(HTTPField.Name, String)
  case body(String, JSONValue)

  /// An entry, whose secrets are blotted out and whose body is parsed when a criterion first looks at them.
  struct Subject {
    let entry: JournalEntry
    lazy var request: Request = entry.shownRequest
    lazy var content: JSONValue? = try? JSONValue.parse(request.body)

    init(_ entry: JournalEntry) {
      self.entry = entry
    }
  }

  /// A criterion that was not met: what was asked for and what there was, both as JSON.
  struct Failure {
    let name: String
    let expected: [UInt8]
    let found: [UInt8]
    let isAboutOperation: Bool
  }

  /// Why an entry does not meet the criterion; `nil` if it does.
  func failure(of subject: inout Subject, eventID: (String) -> String) -> Failure? {
    let entry = subject.entry
    switch self {
    case .operation(let operation):
      return entry.operation == operation
        ? nil
        : failure(
          "operation", Self.json(operation.rawValue), Self.json(entry.operation?.rawValue), isAboutOperation: true)
    case .status(let pattern, let value):
      let found = entry.status.code
      return pattern.matches(found) ? nil : failure("status", value.serialized(), Array("\(found)".utf8))
    case .account(let account):
      return entry.account == account ? nil : failure("account", Self.json(account), Self.json(entry.shown(\.account)))
    case .event(let event):
      let isMeant = entry.event.map { eventID($0) == eventID(event) } ?? false
      return isMeant ? nil : failure("event", Self.json(event), Self.json(entry.shown(\.event)))
    case .header(let name, let text):
      let found = subject.request.fields[name]
      return found == text ? nil : failure("header \(name.rawName)", Self.json(text), Self.json(found))
    case .body(let pointer, let value):
      let found = subject.content?.value(at: pointer)
      if let found, found.semanticallyEquals(value) { return nil }
      return failure("body \(pointer)", value.serialized(), found?.serialized() ?? Self.json(nil))
    }
  }

  private func failure(
    _ name: String, _ expected: [UInt8], _ found: [UInt8], isAboutOperation: Bool = false
  ) -> Failure {
    Failure(name: name, expected: expected, found: found, isAboutOperation: isAboutOperation)
  }

  private static func json(_ text: String?) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 64)
    if let text { writer.string(text) } else { writer.null() }
    return writer.bytes
  }
}
