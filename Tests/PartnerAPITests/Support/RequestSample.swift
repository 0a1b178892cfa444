import HTTPTypes
import PartnerAPI
import PartnerVocabulary
import PartnerWire
import Testing

/// A request whose body is taken, member by member, so that a test can spoil one of them.
struct RequestSample: Sendable, CustomTestStringConvertible {
  let operation: PartnerVocabulary.Operation
  let method: HTTPRequest.Method
  /// `CART` stands for a cart.
  let path: String
  let event: String
  let headers: KeyValuePairs<String, String>
  /// JSON texts by their pointers; `CART` stands for a cart and `GRAND` for its total.
  let members: [String: String]

  init(
    _ operation: PartnerVocabulary.Operation, _ method: HTTPRequest.Method, _ path: String,
    event: String = EventID.paper, headers: KeyValuePairs<String, String> = [:], _ members: [String: String]
  ) {
    self.operation = operation
    self.method = method
    self.path = path
    self.event = event
    self.headers = headers
    self.members = members
  }

  var testDescription: String { operation.rawValue }

  /// A member as the tables state it.
  struct Member {
    /// Where it stands, under the name that is tried.
    let pointer: String
    /// Where it stands under its present name.
    let presentPointer: String
    let kind: WireField.Kind
  }

  /// All members that the operation's table states, under all their names.
  func documentedMembers() throws -> [Member] {
    let route = try #require(RouteTable.routes.first { $0.operation == operation && $0.method == method })
    return Self.members(of: try #require(route.contract.body).table, at: "")
  }

  private static func members(of table: WireTable, at pointer: String) -> [Member] {
    table.fields.flatMap { field in
      ([field.name] + field.aliases).flatMap { name in
        let place = "\(pointer)/\(name)"
        return [Member(pointer: place, presentPointer: "\(pointer)/\(field.name)", kind: field.kind)]
          + members(of: field.kind, at: place)
      }
    }
  }

  private static func members(of kind: WireField.Kind, at pointer: String) -> [Member] {
    switch kind {
    case .object(let table): members(of: table, at: pointer)
    case .array(of: let element, _, _):
      [Member(pointer: "\(pointer)/0", presentPointer: "\(pointer)/0", kind: element)]
        + members(of: element, at: "\(pointer)/0")
    default: []
    }
  }

  /// The body with one member, and what it stands for, replaced by a JSON text.
  func body(_ member: Member? = nil, _ text: String = "") -> String {
    var kept = members
    if let member {
      for place in [member.pointer, member.presentPointer] {
        kept = kept.filter { $0.key != place && !$0.key.hasPrefix("\(place)/") }
      }
      kept[member.pointer] = text
    }
    return Self.json(kept.map { ($0.key.split(separator: "/").map(String.init)[...], $0.value) })
  }

  private static func json(_ entries: [(path: ArraySlice<String>, text: String)]) -> String {
    if let whole = entries.first, entries.count == 1, whole.path.isEmpty { return whole.text }
    let groups = Dictionary(grouping: entries) { $0.path.first ?? "" }
    let members = groups.sorted { $0.key < $1.key }.map { name, entries in
      (name, json(entries.map { ($0.path.dropFirst(), $0.text) }))
    }
    if members.allSatisfy({ Int($0.0) != nil }) { return "[\(members.map(\.1).joined(separator: ","))]" }
    return "{\(members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
  }
}
