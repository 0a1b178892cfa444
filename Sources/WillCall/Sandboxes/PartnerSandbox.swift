import Backstage
import HTTPTypes
import JSONText
public import Sandboxes

/// The private world of one partner key: its clock, seats, orders, scenarios, journal and ledger.
///
/// A test gets its own by naming a key, and shares nothing with other tests at the same server:
///
/// ```swift
/// let world = try server.sandbox("refund-test")
/// let app = MyApp(baseURL: world.url, apiKey: world.key)
/// try await world.advance("P3D")
/// ```
///
/// It does what the control API does, in the same words, without a connection; `docs/control-api.md` has the details.
public struct PartnerSandbox: Sendable {
  /// The partner key that clients send as `apikey` or `x-api-key`.
  public let key: String
  /// The base URL for clients on this machine, such as `http://127.0.0.1:49152`.
  public let url: String
  let server: WillCallServer

  /// Resets parts of it to what the server's seed makes of them: the same requests then get the same answers again.
  ///
  /// - Parameter parts: what to reset; everything unless said otherwise.
  public func reset(_ parts: Set<SandboxPart> = Set(SandboxPart.allCases)) async throws(SandboxError) {
    try control(.post, "reset") { body in
      body.array("parts") { list in
        for part in SandboxPart.allCases where parts.contains(part) { list.string(part.rawValue) }
      }
    }
  }

  /// How its clients followed the rules of the integration until now.
  ///
  /// - Parameter countsWarnings: whether a broken warning makes the verdict `not ready` as well.
  public func report(countsWarnings: Bool = false) async -> RunReport {
    let sandbox = server.directory.sandbox(for: key)
    return RunReport(
      LedgerReport(
        sandbox.ledgerTotals, of: [sandbox], in: server.directory, base: url, countsWarnings: countsWarnings))
  }
}
