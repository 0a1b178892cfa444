public import HTTPTypes
public import HTTPWire

/// One request and its answer, as stored by a sandbox.
///
/// For operations that carry card data, the content is stripped of it before an entry is created, as is every
/// diagnosis; all other secrets are removed when the entry is read. See ``Secrets``.
@dynamicMemberLookup
public struct JournalEntry: Sendable {
  /// The maximum content that is stored, in bytes; for longer content, only the length is.
  public static let contentLimit = 64 * 1024

  private var facts: JournalFacts
  /// The request, with any secrets it still contains.
  private var request: Request
  /// The answer, which may repeat them.
  private var response: Response
  private let secrets: Secrets

  package init(_ facts: JournalFacts, _ request: Request, _ response: Response, _ secrets: Secrets) {
    self.secrets = secrets
    self.facts = facts
    self.request = request
    self.response = response
    if facts.longRequest != nil { self.request.body = [] }
    if facts.longResponse != nil { self.response.body = [] }
  }

  /// Gives access to the facts about the exchange besides its messages.
  public subscript<Value>(dynamicMember member: KeyPath<JournalFacts, Value>) -> Value { facts[keyPath: member] }

  /// The method; `nil` if it was not a valid request.
  public var method: HTTPRequest.Method? { facts.hasLine ? request.method : nil }

  /// The target without secrets; `nil` if the request was invalid; cheaper than ``shownRequest``.
  public var shownTarget: RequestTarget? { facts.hasLine ? secrets.shown(request.target) : nil }

  /// The request without secrets; method and target are meaningless if ``method`` is `nil`.
  public var shownRequest: Request { secrets.shown(request) }

  /// The answer without secrets.
  public var shownResponse: Response { secrets.shown(response) }

  /// The same entry with a different outcome.
  func with(_ outcome: ExchangeOutcome) -> JournalEntry {
    var entry = self
    entry.facts.outcome = outcome
    return entry
  }

  /// A fact about the request, such as its account, without secrets.
  public func shown(_ fact: KeyPath<JournalFacts, String?>) -> String? {
    facts[keyPath: fact].map { secrets.shown($0) }
  }
}
