import Backstage

extension WillCallServer {
  /// How all clients followed the rules of the integration until now; also available after the server has stopped.
  ///
  /// - Parameters:
  ///   - base: where requests are to be repeated, as curl commands say it; `nil`: where the server listens.
  ///   - countsWarnings: whether a broken warning makes the verdict `not ready` as well.
  public func report(base: String? = nil, countsWarnings: Bool = false) -> RunReport {
    RunReport(LedgerReport(of: directory, base: base ?? url, countsWarnings: countsWarnings))
  }
}
