public import HTTPTypes
public import HTTPWire

/// One request and its answer, as a sandbox remembers them.
///
/// Card data is blotted out before an entry is made, keys and bearer tokens when it is read; see ``Redaction``.
@dynamicMemberLookup
public struct JournalEntry: Sendable {
  /// The longest content that is remembered, in bytes; of a longer one only the length is.
  public static let contentLimit = 64 * 1024

  private let facts: JournalFacts
  /// The request, whose card data is blotted out but whose key is not.
  private var request: Request
  /// The answer, which may repeat the key.
  private var response: Response

  package init(_ facts: JournalFacts, _ request: Request, _ response: Response) {
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
  public var shownTarget: RequestTarget { Redaction.shown(request.target) }

  /// The request without secrets.
  public var shownRequest: Request { Redaction.shown(request, operation: facts.operation) }

  /// The answer without secrets.
  public var shownResponse: Response { Redaction.shown(response) }
}
