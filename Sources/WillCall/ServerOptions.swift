public import Determinism
public import HTTPWire
public import Ledger
public import Logging

/// How a server is started; the command line fills it in.
public struct ServerOptions: Sendable {
  /// The interface to listen on: an address, a name, or `localhost`, which is both 127.0.0.1 and ::1.
  public var host = "localhost"
  /// The TCP port; 0 picks a free one.
  public var port: UInt16 = 8490
  /// A Unix socket to listen on as well.
  public var unixPath: String?
  /// The base of absolute links in bodies; `nil`: as the request names the server.
  public var publicURL: String?
  /// Folders of fixtures; a later file replaces an earlier one with the same id.
  public var fixtureFolders: [String] = []
  /// Whether the built-in catalogue is loaded.
  public var hasBuiltInFixtures = true
  /// Scenarios in force from the start, by name or path; later ones win.
  public var scenarios: [String] = []
  /// Folders of scenarios that can be used by name.
  public var scenarioFolders: [String] = []
  /// The keys that are accepted; empty: any that is not empty.
  public var apiKeys: [String] = []
  /// The seed of every generated value; `nil`: drawn at the start.
  public var seed: UInt64?
  /// The instant at which sandboxes start; `nil`: real time.
  public var startTime: Instant?
  /// How fast sandbox time runs; 0 is frozen.
  public var clockRate: Double = 1
  /// Origins of browser apps that may call the Partner API and read its answers; `*`: all; none: CORS is off.
  ///
  /// The control API is not for them; see ``allowedHosts``.
  public var corsOrigins = ["*"]
  /// Whether answers carry diagnosis and fidelity headers.
  public var givesHints = true
  /// Whether the control API is served; health always is.
  public var hasControl = true
  /// A folder from which the page's files are read anew at each request; `nil`: they are the ones compiled in.
  package var consoleFolder: String?
  /// Whether clients may speak HTTP/2, if this build can: see ``WillCall/hasHTTP2``.
  public var hasHTTP2 = true
  /// The bearer token that the control API requires, if any.
  public var controlToken: String?
  /// Names in `Host` that the control API accepts besides IP literals, `localhost` and ``host``.
  public var allowedHosts: [String] = []
  /// Whether the control API accepts every `Host` without a dot, such as a service's in a network of containers.
  public var allowsSingleLabelHosts = false
  /// The rules that are waived for every client, and why.
  public var waivers: [Waiver] = []
  /// The limits of the server.
  public var limits = Limits()
  /// How the server speaks https as well; `nil`: it speaks http alone.
  ///
  /// Keys and certificates are made with real randomness and by the real clock, whatever ``seed`` and ``startTime``.
  public var security: SecurityOptions?
  /// Called for each request once it is answered; `nil` costs nothing.
  ///
  /// Called on any thread, several at once perhaps; it must return within microseconds.
  public var requestObserver: (@Sendable (RequestRecord) -> Void)?
  /// Where log lines go.
  public var logger = Logger(label: "willcall") { _ in SwiftLogNoOpLogHandler() }

  /// Where a server with these defaults is.
  public static let standardURL = "http://localhost:8490"

  /// The defaults of `willcall serve`.
  public init() {}
}
