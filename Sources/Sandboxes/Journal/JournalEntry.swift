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

  private let facts: JournalFacts
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

  /// The method.
  public var method: HTTPRequest.Method { request.method }

  /// The target without secrets; cheaper than ``shownRequest``.
  public var shownTarget: RequestTarget { secrets.shown(request.target) }

  /// The request without secrets.
  public var shownRequest: Request { secrets.shown(request) }

  /// The answer without secrets.
  public var shownResponse: Response { secrets.shown(response) }

  /// A fact of the request, such as its account, without secrets.
  public func shown(_ fact: KeyPath<JournalFacts, String?>) -> String? {
    facts[keyPath: fact].map { secrets.shown($0) }
  }
}
