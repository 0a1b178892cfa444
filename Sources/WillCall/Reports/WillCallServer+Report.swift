import Backstage

extension WillCallServer {
  /// What all clients did against the rules of the integration, until now; also once the server has stopped.
  ///
  /// - Parameters:
  ///   - base: where requests are to be repeated, as curl commands say it; `nil`: where the server listens.
  ///   - countsWarnings: whether a broken warning makes the verdict `not ready` as well.
  public func report(base: String? = nil, countsWarnings: Bool = false) -> RunReport {
    RunReport(LedgerReport(of: directory, base: base ?? url, countsWarnings: countsWarnings))
  }
}
