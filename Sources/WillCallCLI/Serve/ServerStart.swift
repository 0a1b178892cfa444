import Logging
import WillCall

/// Starts the server of a command, and announces it where the options say.
enum ServerStart {
  /// Starts it, logs version and seed, and writes the ready file.
  ///
  /// - Parameters:
  ///   - readyFile: the ready file that was requested.
  ///   - otherwise: the one to write if none was; where it cannot be written, a line in the log says so.
  /// - Throws: ``CommandFailure``; then nothing runs.
  static func start(
    _ options: ServerOptions, readyFile: String?, otherwise: String? = nil
  ) async throws(CommandFailure) -> WillCallServer {
    let server: WillCallServer
    do throws(StartError) {
      server = try await WillCall.start(options)
    } catch {
      if case .addressInUse(let reason) = error { throw .runtime(AddressHolder.explain(reason, options)) }
      throw CommandFailure(error)
    }
    options.logger.notice("started", metadata: ["version": "\(WillCall.version)", "seed": "\(server.seed)"])
    MemoryReturn.start(logger: options.logger)
    guard let file = readyFile ?? otherwise else { return server }
    do throws(CommandFailure) {
      try ReadyFile.write(file, url: server.url, port: server.port)
    } catch {
      if readyFile == nil {
        // A container's file system may be read-only, which matters only to someone looking for the file.
        options.logger.warning("\(error.message)")
      } else {
        await server.stop()
        throw error
      }
    }
    return server
  }
}
