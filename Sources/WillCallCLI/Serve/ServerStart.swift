import Logging
import WillCall

/// Starts the server of a command and says so where the options ask for it.
enum ServerStart {
  /// Starts it, logs version and seed, and writes the ready file.
  ///
  /// - Throws: ``CommandFailure``; then nothing runs.
  static func start(_ options: ServerOptions, readyFile: String?) async throws(CommandFailure) -> WillCallServer {
    let server: WillCallServer
    do throws(StartError) {
      server = try await WillCall.start(options)
    } catch {
      throw CommandFailure(error)
    }
    options.logger.notice("started", metadata: ["version": "\(WillCall.version)", "seed": "\(server.seed)"])
    MemoryReturn.start(logger: options.logger)
    guard let readyFile else { return server }
    do throws(CommandFailure) {
      try ReadyFile.write(readyFile, url: server.url, port: server.port)
    } catch {
      await server.stop()
      throw error
    }
    return server
  }
}
