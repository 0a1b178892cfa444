public import HTTPTypes
public import HTTPWire

/// One request and its answer, as a sandbox remembers them.
///
/// Of the operations that bring card data the content is without it before an entry is made, and so is every diagnosis; all
/// else that is secret is taken out when it is read. See ``Secrets``.
@dynamicMemberLookup
public struct JournalEntry: Sendable {
  /// The longest content that is remembered, in bytes; of a longer one only the length is.
  public static let contentLimit = 64 * 1024

  private var facts: JournalFacts
  /// The request, with what secrets it still has.
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

  /// What is known of the exchange besides its messages.
  public subscript<Value>(dynamicMember member: KeyPath<JournalFacts, Value>) -> Value { facts[keyPath: member] }

  /// The method; `nil` if it was not a valid request.
  public var method: HTTPRequest.Method? { facts.hasLine ? request.method : nil }

  /// The target without secrets, `nil` if what came was no request; cheaper than ``shownRequest``.
  public var shownTarget: RequestTarget? { facts.hasLine ? secrets.shown(request.target) : nil }

  /// The request without secrets; method and target stand for nothing if ``method`` is `nil`.
  public var shownRequest: Request { secrets.shown(request) }

  /// The answer without secrets.
  public var shownResponse: Response { secrets.shown(response) }

  /// The entry, but for what became of the answer.
  func with(_ outcome: ExchangeOutcome) -> JournalEntry {
    var entry = self
    entry.facts.outcome = outcome
    return entry
  }

  /// A fact of the request, such as its account, without secrets.
  public func shown(_ fact: KeyPath<JournalFacts, String?>) -> String? {
    facts[keyPath: fact].map { secrets.shown($0) }
  }
}
