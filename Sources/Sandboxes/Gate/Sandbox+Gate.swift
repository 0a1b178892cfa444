import BoxOffice
public import Determinism
import Ledger

extension Sandbox {
  /// Scans a code at the gate, admits its holder if it is valid, and notifies listeners.
  ///
  /// Complexity: O(tokens issued + tickets), outside the lock.
  ///
  /// - Parameters:
  ///   - payload: What was read off the screen.
  ///   - at: When; `nil`: now.
  ///   - gate: Where.
  ///   - isRescan: Whether a ticket that was used may enter again.
  public func scan(_ payload: String, at: Instant? = nil, gate: String? = nil, isRescan: Bool = false) -> GateScan {
    let (keeper, now) = withState { (state, now) in
      (GateKeeper(office: state.boxOffice, issues: state.issues, issuer: tokenIssuer), now)
    }
    var scan = keeper.judge(payload, at: at ?? now, gate: gate)
    if scan.verdict == .admit { scan = enter(scan, isRescan: isRescan) }
    if scan.verdict == .admit, let ticket = scan.sold?.ticket { note(.admitted(barcode: ticket.barcode), at: now) }
    tell(at: now, .scan(scan))
    return scan
  }

  /// Records that a ticket's holder entered, unless somebody already has.
  private func enter(_ scan: GateScan, isRescan: Bool) -> GateScan {
    guard let ticket = scan.sold?.ticket else { return scan }
    return withState { state in
      let earlier = state.admissions[ticket]
      if earlier != nil, !isRescan { return scan.used(earlier) }
      state.admissions[ticket] = Admission(at: scan.at, gate: scan.gate)
      return scan
    }
  }
}
