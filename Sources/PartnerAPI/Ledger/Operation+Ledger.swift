import Ledger
import PartnerVocabulary

extension Operation {
  /// The operation as the ledger knows it; `nil` of what is not the partner's to call.
  ///
  /// The page of a redemption is opened by a buyer's browser, and the clock is asked for by an SDK, without a key.
  var ledgerOperation: LedgerOperation? {
    switch self {
    case .redemption, .safeTixConfig: nil
    default: LedgerOperation(name: rawValue)
    }
  }
}
