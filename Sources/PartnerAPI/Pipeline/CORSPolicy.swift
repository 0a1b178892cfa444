import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Scenarios

/// Which browser apps may call the API (the Fetch standard's CORS protocol).
public struct CORSPolicy: Sendable {
  private let origins: Set<String>
  /// Kept apart from the origins because every answer needs it.
  private let allowsAll: Bool

  /// Makes a policy from the allowed origins; `*` allows every origin, an empty list turns CORS off.
  public init(origins: [String]) {
    self.origins = Set(origins)
    allowsAll = origins.contains("*")
  }

  /// Why the browser withholds an answer from a page; `nil` if it does not, or if no page of another origin is asking.
  ///
  /// The sentence names the option that allows the page to read it.
  func refusal(of request: Request) -> (origin: String, sentence: String)? {
    guard !allowsAll, let origin = request.fields.first(Self.origin).map(ResponseHeaders.safe), !origin.isEmpty,
      allowed(origin: origin) == nil, !Self.isOwn(origin, request.host)
    else { return nil }
    let shown = origin.count > 100 ? "\(origin.prefix(100))..." : origin
    return (
      shown,
      "The origin \(shown) is not allowed, so browsers hide this answer from its pages; allow it with --cors \(shown)."
    )
  }

  /// Whether a page has the server's own origin; http and https are the same here, as a proxy may sit in front.
  private static func isOwn(_ origin: String, _ host: String?) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return ["http://\(host)", "https://\(host)"].contains(origin.lowercased())
  }

  private static let origin = RareName("Origin")

  /// Whether a request may come from a browser's page.
  func concerns(_ request: borrowing FieldSection) -> Bool { request.first(Self.origin) != nil }

  /// Whether browser apps are allowed at all.
  var isOn: Bool { !origins.isEmpty }

  private func allowed(_ request: Request) -> String? { request.fields.first(Self.origin).flatMap(allowed) }

  private func allowed(origin: String) -> String? {
    if allowsAll { return "*" }
    return origins.contains(origin) ? origin : nil
  }

  /// Whether a request is a preflight that this policy answers.
  func isPreflight(_ request: Request) -> Bool {
    request.method == .options && request.fields[.accessControlRequestMethod] != nil && allowed(request) != nil
  }

  /// Adds the CORS headers to an answer.
  ///
  /// - Parameter methods: what the path allows; `nil` unless the request is a preflight.
  func decorate(_ fields: inout FieldSection, for request: Request, preflight methods: [HTTPRequest.Method]?) {
    guard isOn else { return }
    addVary(to: &fields)
    guard let origin = allowed(request) else { return }
    fields[.accessControlAllowOrigin] = origin
    guard let methods else {
      fields[.accessControlExposeHeaders] = Self.exposed
      return
    }
    fields[.accessControlAllowMethods] = methods.map(\.rawValue).joined(separator: ", ")
    fields[.accessControlAllowHeaders] =
      request.fields[.accessControlRequestHeaders] ?? "content-type, x-api-key, x-user-id, authorization"
    fields[.accessControlMaxAge] = "600"
  }

  /// Adds the CORS headers to the answer to a request that violated HTTP or a limit.
  ///
  /// If the request failed before its origin was read, the allowed origin is used, provided there is exactly one.
  ///
  /// - Parameter request: the header fields, as far as they are known.
  func decorate(_ fields: inout FieldSection, forFault request: FieldSection) {
    guard isOn else { return }
    addVary(to: &fields)
    let origin = request[.origin] ?? (origins.count == 1 ? origins.first : nil)
    guard let origin = origin.flatMap(allowed) else { return }
    fields[.accessControlAllowOrigin] = origin
    fields[.accessControlExposeHeaders] = Self.exposed
  }

  private func addVary(to fields: inout FieldSection) {
    guard !allowsAll, fields[.vary]?.hasSuffix("Origin") != true else { return }
    fields[.vary] = fields[.vary].map { "\($0), Origin" } ?? "Origin"
  }

  private static let exposed =
    """
    X-Willcall-Request, X-Willcall-Diagnosis, X-Willcall-Fidelity, X-Willcall-Scenario, Date, \
    Ratelimit-Quota-Allowed, Ratelimit-Quota-Used, Ratelimit-Quota-Available, Ratelimit-Expiry, \
    X-TM-CAPTCHA-V2-SITEKEY, X-TM-CAPTCHA-V2-STOKEN, X-TM-CAPTCHA-REQUIRED
    """
}
