import Dispatch
import PartnerAPI

/// WillCall: a Ticketmaster Partner API on localhost.
///
/// Embed a server in a test with one line:
///
/// ```swift
/// let server = try await WillCall.start(port: 0)
/// defer { Task { await server.stop() } }
/// ```
public enum WillCall {
  /// Whether this build speaks HTTP/2, by the trait of that name.
  public static var hasHTTP2: Bool {
    #if HTTP2
      true
    #else
      false
    #endif
  }

  /// Prepares what every server needs on other threads, so that a server started soon is ready sooner.
  public static func prepare() {
    let queue = DispatchQueue.global(qos: .userInitiated)
    queue.async { _ = CatalogueLoader.builtIn }
    queue.async {
      PartnerService.prepare()
      _ = ScenarioLoader.builtIn
    }
  }

  /// Starts a server on a port of the loopback interface, with the defaults.
  ///
  /// - Parameter port: the TCP port; 0 picks a free one.
  /// - Throws: ``StartError``.
  public static func start(port: UInt16) async throws(StartError) -> WillCallServer {
    var options = ServerOptions()
    options.port = port
    return try await start(options)
  }

  /// Starts a server.
  ///
  /// - Throws: ``StartError``.
  public static func start(_ options: ServerOptions) async throws(StartError) -> WillCallServer {
    try WillCallServer(options)
  }
}
