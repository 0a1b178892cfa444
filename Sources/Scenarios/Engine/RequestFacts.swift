public import JSONText

/// What a rule may want to know of a request.
///
/// Everything but the operation is asked for only if a rule needs it, so it may be found lazily.
public protocol RequestFacts {
  /// The operation's name.
  var operation: String { get }
  /// The account: `third_party_account_id`, or the header `x-user-id`.
  var account: String? { get }
  /// The body; `nil` if there is none, or it is not JSON.
  var body: JSONValue? { get }
  /// Whether the request is about the event with this id, or an alias of it.
  func concerns(event id: String) -> Bool
  /// Whether the request is about an event of this host.
  func concerns(host: String) -> Bool
  /// The value of a header; the name's case does not matter.
  func header(_ name: String) -> String?
}
