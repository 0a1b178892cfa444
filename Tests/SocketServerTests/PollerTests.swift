import Dispatch
import Testing

@testable import SocketServer

@Suite(.timeLimit(.minutes(5))) struct PollerTests {
  private final class Token: Sendable {
    let gone: DispatchSemaphore

    init(_ gone: DispatchSemaphore) {
      self.gone = gone
    }

    deinit {
      gone.signal()
    }
  }

  /// Activates a poller whose alarm and turn end refer to it, as an event loop's do.
  private func run(_ poller: any Poller, with token: Token) {
    poller.activate(
      alarm: { withExtendedLifetime((poller, token)) {} }, turnEnd: { withExtendedLifetime((poller, token)) {} })
    poller.enqueue { poller.shutDown {} }
  }

  @Test(arguments: [true, false])
  func aPollerThatWasShutDownLetsGoOfWhatItCalls(isPortable: Bool) async throws {
    let gone = DispatchSemaphore(value: 0)
    run(isPortable ? DispatchPoller(label: "test") : PollerChoice.make(label: "test"), with: Token(gone))
    #expect(try await blocking { gone.wait(timeout: .now() + .seconds(20)) } == .success)
  }
}
