public import Determinism
import HTTPTypes
import JSONText

/// The clock that drives every timestamp, hold and token of the sandbox, and the `Date` of its answers.
///
/// Each change is made at once: holds that run out because of it have ended when it returns. A clock only goes forward;
/// a reset sets it back.
extension PartnerSandbox {
  /// What the clock shows.
  public var now: Instant {
    get async throws(SandboxError) { try ClockChange(control(.get, "clock")).now }
  }

  /// Moves the clock forward.
  ///
  /// - Throws: ``SandboxError`` if the duration is negative.
  @discardableResult
  public func advance(_ duration: Duration) async throws(SandboxError) -> ClockChange {
    try await advance(duration.iso8601)
  }

  /// Moves the clock forward.
  ///
  /// - Parameter duration: ISO 8601, such as `PT5M` or `P3D`; a day has 24 hours.
  /// - Throws: ``SandboxError`` if it is no such duration, or negative.
  @discardableResult
  public func advance(_ duration: String) async throws(SandboxError) -> ClockChange {
    try change { $0.string("advance", duration) }
  }

  /// Moves the clock forward to an instant.
  ///
  /// - Throws: ``SandboxError`` if it has passed already.
  @discardableResult
  public func advance(to instant: Instant) async throws(SandboxError) -> ClockChange {
    try change { $0.string("set", instant.rfc3339) }
  }

  /// Makes the clock stand still.
  @discardableResult
  public func freeze() async throws(SandboxError) -> ClockChange { try change { $0.bool("freeze", true) } }

  /// Lets the clock run again as before.
  @discardableResult
  public func resume() async throws(SandboxError) -> ClockChange { try change { $0.bool("resume", true) } }

  /// Lets the clock run faster or slower than real time.
  ///
  /// - Parameter rate: sandbox seconds in a real second, 0 to 1,000,000.
  /// - Throws: ``SandboxError`` if the rate is out of bounds.
  @discardableResult
  public func run(at rate: Double) async throws(SandboxError) -> ClockChange { try change { $0.double("rate", rate) } }

  private func change(_ move: (inout JSONWriter) -> Void) throws(SandboxError) -> ClockChange {
    try ClockChange(control(.post, "clock", move))
  }
}
