public import HTTPWire

/// Where the answer to one control request goes.
public protocol ControlOutlet: Sendable {
  /// Answers with a response; called once, on any thread.
  func answer(_ response: Response)

  /// Answers with a stream whose first piece is the body of `head`; called instead of ``answer(_:)``.
  func stream(head: Response) -> any EventSink
}
