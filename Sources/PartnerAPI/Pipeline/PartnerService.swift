import Determinism
import HTTPTypes
public import HTTPWire
import PartnerVocabulary
public import Sandboxes

/// The Partner API: one function from a request to its answer.
///
/// The order of work is written down here and nowhere else: OPTIONS, route, key, sandbox, scenarios, handler, headers,
/// journal. A handler validates the whole request before it changes anything.
public final class PartnerService: Sendable {
  /// The sandboxes.
  public let directory: SandboxDirectory
  /// How it answers.
  public let configuration: PartnerConfiguration
  private let router: Router<PartnerRoute>
  private let requestsWithoutSandbox = RequestCounter()

  /// Makes the route table and all that it states, which the first service would make otherwise.
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
  /// Takes microseconds and never blocks; what takes longer is left to whoever performs the reply.
  public func reply(to request: Request) -> Reply {
    let arrived = ContinuousClock.now
    guard request.body.count > Operation.contentAtOnce else { return reply(to: request, arrived: arrived) }
    return .aside { [self] in reply(to: request, arrived: arrived) }
  }

  private func reply(to request: Request, arrived: ContinuousClock.Instant) -> Reply {
    if request.method == .options { return .now(options(request), .plain) }
    do throws(APIError) {
      let (route, parameters) = try route(for: request)
      guard let sandbox = try sandbox(for: request, route.access, parameters) else {
        return .now(respondWithoutSandbox(to: request), .plain)
      }
      return perform(
        Visit(
          route: route, parameters: parameters, request: request, sandbox: sandbox,
          number: sandbox.nextRequestNumber(), arrived: arrived))
    } catch {
      return .now(refuse(error, request), .plain)
    }
  }

  /// Answers something found wrong on the wire, in the vendor's error shape.
  ///
  /// - Parameter fields: the header fields of the request, as far as they are known.
  public func respond(to fault: RequestFault, fields: FieldSection = FieldSection()) -> Response {
    let entry = ErrorCatalogue.wireFault(status: fault.status.code, sentence: fault.status.reasonPhrase)
    var response = refuse(APIError(entry, fault.sentence), nil)
    configuration.cors.decorate(&response.fields, forFault: fields)
    return response
  }

  /// The answer to a request that reached no sandbox.
  private func refuse(_ error: APIError, _ request: Request?) -> Response {
    respond(with: Answer(error), to: request, at: directory.timeWithoutSandbox())
  }

  /// An answer that no sandbox has in its journal.
  private func respond(with given: Answer, to request: Request?, at now: Instant) -> Response {
    let answer = given.withoutSecrets(secretsWithoutSandbox(request), of: request)
    let response = answer.response(
      at: now, requestID: requestsWithoutSandbox.next(), to: request, configuration: configuration)
    configuration.unrecorded?(
      UnrecordedAnswer(
        time: now, request: request.map { secretsWithoutSandbox($0).shown($0) }, response: response,
        diagnosis: answer.sentence))
    return response
  }

  /// What must not be seen of a request that reached no sandbox: the keys that it names, and those of the server.
  private func secretsWithoutSandbox(_ request: Request?) -> Secrets {
    Secrets(keys: (request.map(APIKey.all) ?? []) + (directory.settings.keys ?? []))
  }

  private func sandbox(
    for request: Request, _ access: PartnerRoute.Access, _ parameters: PathParameters
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
      guard directory.accepts(key) else {
        throw APIError(ErrorCatalogue.invalidAPIKey, "This server accepts only the keys it was started with.")
      }
      return directory.sandbox(for: key)
    case .poll(let parameter):
      let token = parameter.map { parameters[$0] } ?? request.target.query.first("token")
      if let sandbox = token.flatMap(directory.sandbox(polledWith:)) { return sandbox }
      return try self.sandbox(for: request, .key, parameters)
    case .open:
      guard let (sandbox, _) = request.target.query.first("token").flatMap(directory.order(token:)) else {
        throw APIError(ErrorCatalogue.orderNotFound, "No sandbox has an order with this token.")
      }
      return sandbox
    case .clock:
      let query = request.target.query
      if query.first("apikey") == nil, query.first("apiKey") == nil { return directory.mostRecentlyUsed }
      return try self.sandbox(for: request, .key, parameters)
    }
  }

  /// The time, asked for before there is any sandbox.
  private func respondWithoutSandbox(to request: Request) -> Response {
    let now = directory.timeWithoutSandbox()
    return respond(with: SafeTixConfigHandler.answer(at: now), to: request, at: now)
  }

  private func route(for request: Request) throws(APIError) -> (PartnerRoute, PathParameters) {
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

  private func unknownPath(_ request: Request) -> APIError {
    APIError(
      ErrorCatalogue.routeNotFound,
      RouteAdvice.sentence(
        for: request.target.path, request.target.segments, method: request.method.rawValue))
  }

  /// `OPTIONS`: the methods of a path, and the preflight of a browser.
  private func options(_ request: Request) -> Response {
    var methods: [HTTPRequest.Method]
    if request.target.isAsterisk {
      methods = [.get, .head, .post, .put, .delete, .options]
    } else {
      methods = router.allowedMethods(for: request.target)
      if methods.isEmpty {
        return refuse(unknownPath(request), request)
      }
    }
    if !methods.contains(.options) { methods.append(.options) }
    var response = respond(with: .noContent, to: request, at: directory.timeWithoutSandbox())
    response.fields[.allow] = methods.map(\.rawValue).joined(separator: ", ")
    if configuration.cors.isPreflight(request) {
      configuration.cors.decorate(&response.fields, for: request, preflight: methods)
    }
    return response
  }
}
