import Determinism
import HTTPTypes
public import HTTPWire
import PartnerVocabulary
public import Sandboxes

/// The Partner API: a function from a request to its answer.
///
/// This is the only place that defines the order of work: OPTIONS, route, key, sandbox, scenarios, handler, headers,
/// journal. A handler validates the whole request before it changes anything.
public final class PartnerService: Sendable {
  /// The sandboxes.
  public let directory: SandboxDirectory
  /// The configuration.
  public let configuration: PartnerConfiguration
  private let router: Router<PartnerRoute>

  /// Builds the route table and its contracts ahead of time; otherwise the first service does.
  public static func prepare() {
    _ = RouteTable.routes
  }

  /// Makes a service.
  ///
  /// - Throws: the router's error if the route table contradicts itself.
  public init(directory: SandboxDirectory, configuration: PartnerConfiguration) throws(RoutingError) {
    self.directory = directory
    self.configuration = configuration
    router = try RouteTable.router()
  }

  /// Answers a request.
  ///
  /// Takes microseconds and never blocks; longer work is left to whoever performs the reply.
  public func reply(to request: consuming Request) -> Reply {
    let arrived = RealInstant.now
    guard request.body.count > Operation.contentAtOnce else { return reply(to: request, arrived: arrived) }
    let long = request
    return .aside { [self] in reply(to: long, arrived: arrived) }
  }

  private func reply(to request: consuming Request, arrived: RealInstant) -> Reply {
    if let known = request.headRecollection?.reading as? Approach, let key = known.key {
      let sandbox = directory.sandbox(for: key)
      return perform(
        Visit(
          approach: known, request: request, sandbox: sandbox, number: sandbox.nextRequestNumber(), arrived: arrived))
    }
    if request.method == .options { return options(Stray(copy request, arrived: arrived)) }
    var operation: PartnerVocabulary.Operation?
    let approach: Approach
    let sandbox: Sandbox?
    do throws(APIError) {
      let (route, parameters) = try route(for: request)
      operation = route.operation
      sandbox = try self.sandbox(for: request, route.access, parameters)
      let key = if case .key = route.access { sandbox?.key } else { nil as String? }
      approach = Approach(route, parameters, key: key, request)
      if key != nil { request.headRecollection?.keep(approach) }
    } catch {
      let request = request
      return answer(Stray(request, operation, arrived: arrived)) { _ in
        Signpost.stands(at: request.target) ? self.signpost.answer(error, to: request) : Answer(error)
      }
    }
    guard let sandbox else {
      // A client asks for the time before there is any sandbox.
      return answer(Stray(request, operation, arrived: arrived)) { SafeTixConfigHandler.answer(at: $0) }
    }
    return perform(
      Visit(
        approach: approach, request: request, sandbox: sandbox, number: sandbox.nextRequestNumber(), arrived: arrived))
  }

  private func sandbox(
    for request: borrowing Request, _ access: PartnerRoute.Access, _ parameters: PathParameters
  ) throws(APIError) -> Sandbox? {
    switch access {
    case .key:
      let key = try APIKey.find(in: request)
      if directory.isTooLong(key) {
        var error = APIError(
          ErrorCatalogue.invalidInput,
          "The partner key: expected 1 to \(SandboxDirectory.keyLengthLimit) characters, found "
            + "\(key.unicodeScalars.count) characters")
        error.decision = .requestLength
        throw error
      }
      if key == SandboxDirectory.ownKey {
        throw APIError(
          ErrorCatalogue.invalidAPIKey, "The key - stands for the server's own journal; use any other text.")
      }
      guard directory.accepts(key) else {
        throw APIError(ErrorCatalogue.invalidAPIKey, "This server accepts only the keys it was started with.")
      }
      return directory.sandbox(for: key)
    case .poll(let parameter):
      let query = request.target.query
      let token =
        if let parameter { parameters[parameter] } else {
          try query.value("token", else: ErrorCatalogue.pollNotFound)
        }
      if let sandbox = token.flatMap(directory.sandbox(polledWith:)) { return sandbox }
      return try self.sandbox(for: request, .key, parameters)
    case .open:
      let token = try request.target.query.value("token", else: ErrorCatalogue.orderNotFound)
      guard let (sandbox, _) = token.flatMap(directory.order(token:)) else {
        throw APIError(ErrorCatalogue.orderNotFound, "No sandbox has an order with this token.")
      }
      return sandbox
    case .clock:
      let query = request.target.query
      if query.first("apikey") == nil, query.first("apiKey") == nil { return directory.mostRecentlyUsed }
      return try self.sandbox(for: request, .key, parameters)
    }
  }

  private func route(for request: borrowing Request) throws(APIError) -> (PartnerRoute, PathParameters) {
    switch router.match(request.method, request.target) {
    case .found(let route, let parameters):
      return (route, parameters)
    case .wrongMethod(let allowed):
      let list = allowed.map(\.rawValue).joined(separator: ", ")
      throw APIError(
        ErrorCatalogue.methodNotAllowed,
        RouteAdvice.sentence(for: request.target.segments, method: request.method.rawValue, allowed: list), allow: list)
    case .notFound:
      throw unknownPath(request)
    }
  }

  private var signpost: Signpost { Signpost(directory.settings.catalogue, hasPage: configuration.hasPage) }

  private func unknownPath(_ request: borrowing Request) -> APIError {
    let target = request.target
    return APIError(
      ErrorCatalogue.routeNotFound,
      Signpost.stands(at: target)
        ? signpost.sentence
        : RouteAdvice.sentence(for: target.path, target.segments, method: request.method.rawValue))
  }

  /// `OPTIONS`: the methods of a path, and browsers' preflight requests.
  private func options(_ stray: Stray) -> Reply {
    let target = stray.request.target
    var methods: [HTTPRequest.Method]
    if target.isAsterisk {
      methods = [.get, .head, .post, .put, .delete, .options]
    } else {
      methods = router.allowedMethods(for: target)
      if methods.isEmpty {
        let error = unknownPath(stray.request)
        return answer(stray) { _ in Answer(error) }
      }
    }
    if !methods.contains(.options) { methods.append(.options) }
    return answer(
      stray,
      adding: { fields in
        fields[.allow] = methods.map(\.rawValue).joined(separator: ", ")
        if self.configuration.cors.isPreflight(stray.request) {
          self.configuration.cors.decorate(&fields, for: stray.request, preflight: methods)
        }
      },
      { _ in
        var answer = Answer.noContent
        if self.configuration.cors.isPreflight(stray.request) { answer.decision = .crossOrigin }
        return answer
      })
  }
}
