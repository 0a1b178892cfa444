import Backstage
import Dispatch
import HTTPTypes
import HTTPWire
import Testing

/// Control work never holds up the event loop that brings it: all but what takes microseconds is answered elsewhere.
@Suite(.timeLimit(.minutes(5))) struct LaneTests {
  private static let onLoop = DispatchSpecificKey<Bool>()

  @Test(arguments: [
    (HTTPRequest.Method.get, "metrics"), (.get, "openapi.json"), (.get, "control-openapi.json"), (.get, "clock"),
    (.post, "clock"), (.post, "reset"),
    (.get, "scenarios"), (.put, "scenarios"), (.get, "faults"), (.post, "faults"), (.delete, "faults"),
    (.get, "requests"), (.post, "verify"), (.get, "carts"), (.get, "orders"), (.post, "orders"), (.get, "events"),
    (.put, "events/3F00000000000001"), (.get, "state"), (.put, "state"),
  ])
  func workIsDoneElsewhere(method: HTTPRequest.Method, path: String) async throws {
    #expect(try await Self.isAnsweredOnLoop(method, path) == false)
  }

  @Test func healthIsAnsweredAtOnce() async throws {
    #expect(try await Self.isAnsweredOnLoop(.get, "health"))
  }

  private static func isAnsweredOnLoop(_ method: HTTPRequest.Method, _ path: String) async throws -> Bool {
    let stage = try Stage()
    let loop = DispatchQueue(label: "loop")
    loop.setSpecific(key: onLoop, value: true)
    let request = try Stage.request(
      method, "/__willcall/\(path)?apikey=my-key", "", ["Host": "localhost:8490"])
    return await withCheckedContinuation { continuation in
      loop.async {
        let outlet = Answered { _ in continuation.resume(returning: DispatchQueue.getSpecific(key: onLoop) == true) }
        stage.backstage.respond(to: request, on: outlet)
      }
    }
  }
}
