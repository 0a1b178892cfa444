import BoxOffice
package import HTTPWire
package import PartnerVocabulary

extension Sandbox {
  /// What must not be seen of its requests; the sandbox's lock must not be held where it is used.
  package var secrets: Secrets {
    Secrets(keys: [key]) { [weak self] digits in
      self?.withState { $0.boxOffice.hasIssued(digits) } ?? false
    }
  }

  /// A request as it may be remembered: without card data, if its operation is one of those that bring it.
  ///
  /// Every other request is remembered as it came, which costs nothing, and loses its secrets when it is shown.
  package func withoutCardData(_ request: Request, operation: Operation?) -> Request {
    switch operation {
    case .cartPayment, .walletToken, .memberBillingAdd, nil: break
    default: return request
    }
    // What is longer is not remembered anyway.
    if request.body.isEmpty || request.body.count > JournalEntry.contentLimit { return request }
    return secrets.withoutCardData(request)
  }
}
