import Backstage
import HTTPWire

/// An outlet for requests that are answered with a response.
struct Answered: ControlOutlet {
  let take: @Sendable (Response) -> Void

  init(_ take: @escaping @Sendable (Response) -> Void) {
    self.take = take
  }

  func answer(_ response: Response) {
    take(response)
  }

  func stream(head: Response) -> any EventSink {
    take(head)
    return Listening()
  }
}
