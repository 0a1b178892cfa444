public import JSONText

/// What a rule may need to know about a request.
///
/// Everything except the operation is read only if a rule needs it, so it may be computed lazily.
public protocol RequestFacts {
  /// The operation's name.
  var operation: String { get }
  /// The account: `third_party_account_id`, or the header `x-user-id`.
  var account: String? { get }
  /// The body; `nil` if there is none, or it is not JSON.
  var body: JSONValue? { get }
  /// Whether the request is about the event with this id or alias.
  func concerns(event id: String) -> Bool
  /// Whether the request is about an event of this host.
  func concerns(host: String) -> Bool
  /// The value of a header; the name's case does not matter.
  func header(_ name: String) -> String?
}
