import Foundation
import Hummingbird
import Logging

/// Answers Secure Render with what it was asked, as a web framework would: the yardstick of `Benchmarks/load/compare`.
@main
enum Main {
  static func main() async throws {
    let router = Router()
    router.post("marketplace/v1/securerender") { request, context in
      RenderResponse(try await request.decode(as: RenderRequest.self, context: context))
    }
    var logger = Logger(label: "echo")
    logger.logLevel = .critical
    let application = Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        // Not by print, which keeps the line back while nobody sees it on a terminal.
        let line = "listening on http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n"
        FileHandle.standardOutput.write(Data(line.utf8))
      },
      logger: logger)
    try await application.runService()
  }
}
