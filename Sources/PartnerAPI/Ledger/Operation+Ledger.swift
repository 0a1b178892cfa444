import Ledger
import PartnerVocabulary

extension Operation {
  /// The operation as the ledger knows it; `nil` for those that partners do not call.
  ///
  /// The redemption page is opened by a buyer's browser, and the clock is read by an SDK, both without a key.
  var ledgerOperation: LedgerOperation? {
    switch self {
    case .redemption, .safeTixConfig: nil
    default: LedgerOperation(name: rawValue)
    }
  }
}
