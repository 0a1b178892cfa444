import Backstage
import BoxOffice
import Determinism
#if HTTP2
  import HTTP2Wire
#endif
import HTTPTypes
import HTTPWire
import Logging
import PartnerAPI
import PartnerDocuments
import Sandboxes
import SocketServer

/// A running server.
public final class WillCallServer: Sendable {
  /// The seed of every generated value: give it to another server to get the same answers.
  public let seed: UInt64
  let directory: SandboxDirectory
  /// The control API as this process uses it: all of it, whatever is served to others.
  let control: BackstageService
  private let server: Server
  private let status: ServiceStatus
  private let watch: ScenarioWatch
  /// Where the certificate of the local authority is that clients have to trust; `nil` without one.
  package let authorityPath: String?
  /// What clients of https have to trust, in PEM; `nil` without it.
  let trusted: [UInt8]?
  private let isSecure: Bool
  private let hasPage: Bool
  private let isOnLocalhost: Bool

  /// Loads the catalogue, then listens.
  init(_ options: ServerOptions) throws(StartError) {
    hasPage = options.hasControl
    isOnLocalhost = options.host == "localhost"
    let catalogue = try CatalogueLoader(options).load()
    seed = options.seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
    var settings = SandboxSettings(
      catalogue: catalogue, seed: seed, startTime: options.startTime, clockRate: options.clockRate,
      keys: options.apiKeys.isEmpty ? nil : Set(options.apiKeys), realTime: RealTime().now)
    let shelf = try ScenarioShelf(options)
    settings.library = shelf.library
    directory = SandboxDirectory(settings: settings)
    directory.waive(options.waivers)
    watch = ScenarioWatch(shelf, directory: directory, logger: options.logger)
    status = ServiceStatus(version: WillCall.version, realTime: settings.realTime)
    let security = try SecureTransport(options)
    isSecure = security.isOn
    trusted = security.trusted
    authorityPath = security.authorityPath
    var configuration = PartnerConfiguration()
    configuration.publicURL = options.publicURL
    configuration.cors = CORSPolicy(origins: options.corsOrigins)
    configuration.originRefused = RefusedOrigins(logger: options.logger).note
    configuration.givesHints = options.givesHints
    configuration.hasPage = options.hasControl
    configuration.cardEncryption = CardKeys()
    if let observer = options.requestObserver {
      settings.audience.observe { happening in RequestRecord(happening).map(observer) }
    }
    if let folder = options.consoleFolder { try ConsoleFolder(path: folder).check() }
    let partner: PartnerService
    let backstage: BackstageService
    do throws(RoutingError) {
      partner = try PartnerService(directory: directory, configuration: configuration)
      backstage = try BackstageService(
        directory: directory, status: status,
        configuration: BackstageConfiguration(
          hasControl: options.hasControl, controlToken: options.controlToken,
          allowedHosts: [options.host] + options.allowedHosts,
          allowsSingleLabelHosts: options.allowsSingleLabelHosts, zoneRule: ZoneRules.rule(of:),
          openAPI: { OpenAPIDocument(version: WillCall.version, server: $0).json },
          consoleFile: options.consoleFolder.map(ConsoleFolder.init)?.read, publicURL: options.publicURL,
          authority: security.authority))
      control =
        try options.hasControl && options.controlToken == nil
        ? backstage
        : BackstageService(
          directory: directory, status: status, configuration: BackstageConfiguration(zoneRule: ZoneRules.rule(of:)))
    } catch {
      throw .inconsistent("\(error)")
    }
    var listeners = [Listener.tcp(host: options.host, port: options.port)]
    if let path = options.unixPath { listeners.append(.unix(path: path)) }
    var transport = ServerConfiguration(listeners: listeners, logger: options.logger)
    transport.limits = options.limits
    security.apply(to: &transport)
    #if HTTP2
      if options.hasHTTP2 {
        transport.multiplexed = { limits, faultResponse in HTTP2Machine(limits: limits, faultResponse: faultResponse) }
      }
    #endif
    transport.faultResponse = { fault, fragment in
      let isForPartner = !(fragment.target.map(BackstageService.serves) ?? false)
      var response = partner.respond(to: fault, fragment: fragment, isForPartner: isForPartner)
      if case .tunnelRefused(let sentence) = fault {
        // Whoever asks a proxy shows people its answer as it is.
        response.fields[.contentType] = "text/plain; charset=utf-8"
        response.body = Array("\(sentence)\n".utf8)
      }
      return response
    }
    do throws(SocketError) {
      server = try Server.start(
        transport, handler: FrontDoor(partner: partner, backstage: backstage, observer: options.requestObserver))
    } catch {
      throw error.isAddressInUse ? .addressInUse("\(error)") : .cannotListen("\(error)")
    }
    watch.start()
    status.enter(.ready)
  }

  /// Where it listens, one URL for each listener: `http://127.0.0.1:8490`, then `http+unix:PATH`.
  ///
  /// That of the host `localhost` is 127.0.0.1; the same port of ::1 is served as well.
  public var urls: [String] { server.addresses.map(\.url) }

  /// Where it speaks https, one URL for each TCP listener; none without ``ServerOptions/security``.
  public var secureURLs: [String] { isSecure ? urls.compactMap(Self.secured) : [] }

  /// The base URL of https for clients on this machine; `nil` without ``ServerOptions/security``.
  public var secureURL: String? { isSecure ? Self.secured(url) : nil }

  private static func secured(_ url: String) -> String? {
    url.hasPrefix("http://") ? "https" + url.dropFirst("http".count) : nil
  }

  /// The base URL for clients on this machine: the TCP listener's, or 127.0.0.1 or ::1 if that is on every interface.
  public var url: String { server.addresses.first?.clientURL ?? "" }

  /// Where a browser on this machine finds the page that shows the sandboxes; `nil` without a control API.
  public var pageURL: String? {
    guard hasPage else { return nil }
    return isOnLocalhost ? "http://localhost:\(port)/" : url + "/"
  }

  /// The TCP port actually used.
  public var port: UInt16 {
    for case .tcp(_, let port) in server.addresses { return port }
    return 0
  }

  /// Finishes the requests in progress, bounded by the `drainTimeout` of ``ServerOptions/limits``, and stops listening.
  public func stop() async {
    status.enter(.draining)
    await server.stop()
  }
}
