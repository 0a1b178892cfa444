import BoxOffice
package import HTTPWire
package import PartnerVocabulary

extension Sandbox {
  /// What must be hidden in the sandbox's requests; must not be called while the sandbox's lock is held.
  package var secrets: Secrets {
    Secrets(keys: [key]) { [state] digits in state.withLock { $0.boxOffice.hasIssued(digits) } }
  }

  /// Removes card data from a request that is to be stored, if its operation is one that carries it.
  ///
  /// Any other request is stored unchanged, which costs nothing; its secrets are removed when it is shown.
  package func removeCardData(from request: inout Request, operation: Operation?) {
    switch operation {
    case .cartPayment, .walletToken, .memberBillingAdd, nil: break
    default: return
    }
    // Longer content is not stored anyway.
    if request.body.isEmpty || request.body.count > JournalEntry.contentLimit { return }
    request.body = secrets.withoutCardData(request.body)
  }
}
