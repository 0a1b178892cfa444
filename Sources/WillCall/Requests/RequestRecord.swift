public import Determinism
import HTTPTypes
import HTTPWire
import PartnerAPI
import PartnerVocabulary
import Sandboxes

/// A request and what was answered, for observers of a server; it contains no secrets.
public struct RequestRecord: Sendable {
  /// Its id, such as `r17`: the value of `X-Willcall-Request`; `nil` for a request of the control API.
  public let id: String?
  /// When it was answered, by the sandbox's clock.
  public let time: Instant
  /// What was asked for, such as `cart.reserve`; `nil` if the path and the method name nothing, or the control API.
  public let operation: String?
  /// The method and the path, without query; `nil` if it was not a valid request.
  public let line: String?
  /// The status code that the client saw; `nil` if no status line left.
  public let status: Int?
  /// What became of the answer, such as `answered` or `lost`.
  public let outcome: String
  /// How long it took to make the answer, in real time; `nil` if it was not measured.
  public let duration: Duration?
  /// The partner key as it is shown; `nil` if no sandbox was reached.
  public let sandbox: String?
  /// The scenario that fired, as `scenario/rule`.
  public let scenario: String?
  /// Why the answer is what it is.
  public let diagnosis: String?
  private let messages: Messages

  private indirect enum Messages: Sendable {
    case recorded(JournalEntry)
    case control(Request, Response)
  }

  /// A request that a sandbox has in its journal; `nil` for anything else that happened.
  init?(_ happening: Happening) {
    guard case .request(let entry) = happening.kind else { return nil }
    self.init(entry, sandbox: happening.key == SandboxDirectory.ownKey ? nil : happening.key)
  }

  /// An entry of a journal.
  ///
  /// - Parameter key: the sandbox's key; `nil`: it is in the server's own journal.
  init(_ entry: JournalEntry, sandbox key: String?) {
    id = entry.id
    time = entry.time
    operation = entry.operation?.rawValue
    line = entry.method.map { "\($0.rawValue) \(entry.shownTarget?.path ?? "")" }
    status = entry.status?.code
    outcome = entry.outcome.rawValue
    duration = entry.method == nil ? nil : entry.duration
    sandbox = key.map(Sandbox.mask)
    scenario = entry.scenario
    diagnosis = entry.diagnosis
    messages = .recorded(entry)
  }

  /// A request of the control API.
  init(control request: Request, _ response: Response, at time: Instant, duration: Duration) {
    let secrets = Secrets(keys: APIKey.all(in: request))
    let (request, response) = (secrets.shown(request), secrets.shown(response))
    id = nil
    self.time = time
    operation = nil
    line = "\(request.method.rawValue) \(request.target.path)"
    status = response.status.code
    outcome = ExchangeOutcome.answered.rawValue
    self.duration = duration
    (sandbox, scenario, diagnosis) = (nil, nil, nil)
    messages = .control(request, response)
  }

  /// The header fields of the request, as they came.
  public var requestFields: [(name: String, value: String)] {
    switch messages {
    case .recorded(let entry): Self.list(entry.shownRequest.fields)
    case .control(let request, _): Self.list(request.fields)
    }
  }

  /// The header fields of the answer.
  public var responseFields: [(name: String, value: String)] {
    switch messages {
    case .recorded(let entry): Self.list(entry.shownResponse.fields)
    case .control(_, let response): Self.list(response.fields)
    }
  }

  /// The event named in the path; `nil` if there is none.
  public var event: String? { entry?.shown(\.event) }

  /// The account named in the request: `third_party_account_id` or `x-user-id`; `nil` if there is none.
  public var account: String? { entry?.shown(\.account) }

  /// The content of the request as text; empty if there is none, or if it was over 64 KiB.
  public var requestBody: String {
    switch messages {
    case .recorded(let entry): String(decoding: entry.shownRequest.body, as: UTF8.self)
    case .control(let request, _): String(decoding: request.body, as: UTF8.self)
    }
  }

  /// The content of the answer as text; empty if there is none, or if it was over 64 KiB.
  public var responseBody: String {
    switch messages {
    case .recorded(let entry): String(decoding: entry.shownResponse.body, as: UTF8.self)
    case .control(_, let response): String(decoding: response.body, as: UTF8.self)
    }
  }

  private var entry: JournalEntry? {
    if case .recorded(let entry) = messages { entry } else { nil }
  }

  private static func list(_ fields: FieldSection) -> [(name: String, value: String)] {
    fields.map { ($0.name.rawName, $0.value) }
  }
}
