public import Determinism

/// Certificates, wallet tokens and members' billing methods.
extension BoxOffice {
  /// Gives out the key of the current day, and notes when.
  public mutating func giveOutKey(now: Instant) -> EncryptionKey {
    identifiers.key(ofDay: cards.certificates.giveOut(now: now).day)
  }

  /// The key of the newest certificate; `nil` if none has been given out.
  public var newestKey: EncryptionKey? {
    cards.certificates.entries.last.map { identifiers.key(ofDay: $0.day) }
  }

  /// Whether an `encryption_key` is valid now.
  public func standing(ofKey id: String, now: Instant) -> EncryptionKey.Standing {
    for entry in cards.certificates.entries.reversed() {
      let key = identifiers.key(ofDay: entry.day)
      if key.id == id { return now < entry.expiry ? .good(key) : .expired(since: entry.expiry) }
    }
    return .unknown
  }

  /// How long ago the certificate of an `encryption_key` was last given out; `nil` if it never was.
  public func certificateAge(ofKey id: String, now: Instant) -> Duration? {
    for entry in cards.certificates.entries.reversed() where identifiers.key(ofDay: entry.day).id == id {
      return entry.lastGivenOut.duration(to: now)
    }
    return nil
  }

  /// Adds a card to the wallet.
  ///
  /// - Parameter instrument: the card, with its number in clear.
  /// - Returns: the token for the card, and the card as it is stored.
  /// - Throws: ``Refusal/payment(_:)``.
  public mutating func addToWallet(
    _ instrument: PaymentInstrument, now: Instant
  ) throws(Refusal) -> (token: String, card: StoredCard) {
    let card = try checkedCard(instrument, now: now)
    var token: String
    repeat {
      cards.tokenCount += 1
      token = identifiers.walletToken(cards.tokenCount)
    } while cards.tokens[token] != nil
    cards.tokens.remember(card, for: token)
    return (token, card)
  }

  /// Adds a card to those a member has on file.
  ///
  /// - Parameter instrument: the card, decrypted or with one of the test numbers in clear.
  /// - Throws: ``Refusal/payment(_:)``.
  public mutating func addMethod(
    _ instrument: PaymentInstrument, holder: BillingMethod.Holder, member: BillingMethod.Member, now: Instant
  ) throws(Refusal) -> BillingMethod {
    if instrument.isClearCard, !PaymentProcessor.isTestNumber(instrument.number) {
      throw .payment(.unknownClearNumber)
    }
    let card = try checkedCard(instrument, now: now)
    cards.methodCount += 1
    let method = BillingMethod(
      id: identifiers.methodID(cards.methodCount), member: member, holder: holder, card: card)
    cards.methods.remember(method, for: method.id)
    return method
  }

  /// Puts a card on file for a member, replacing the member's oldest card; any others stay.
  ///
  /// The card is not checked: it may have expired.
  ///
  /// - Returns: the billing method, and whether the member had none.
  public mutating func putCard(
    _ card: StoredCard, of member: BillingMethod.Member
  ) -> (method: BillingMethod, isNew: Bool) {
    let earlier = methods(of: member).first
    if earlier == nil { cards.methodCount += 1 }
    let method = BillingMethod(
      id: earlier?.id ?? identifiers.methodID(cards.methodCount), member: member,
      holder: earlier?.holder ?? MemberOnFile.holder, card: card)
    cards.methods.remember(method, for: method.id)
    return (method, earlier == nil)
  }

  /// A member's billing methods, oldest first.
  ///
  /// Complexity: O(methods of the sandbox), of which there are at most 1,000.
  public func methods(of member: BillingMethod.Member) -> [BillingMethod] {
    cards.methods.entries.map(\.value).filter { $0.member == member }
  }

  private func checkedCard(_ instrument: PaymentInstrument, now: Instant) throws(Refusal) -> StoredCard {
    if let flaw = instrument.flaw { throw .payment(flaw) }
    let checked = CardCheck.card(
      instrument.number, issuer: instrument.issuer, expireMonth: instrument.expireMonth,
      expireYear: instrument.expireYear, now: now)
    switch checked {
    case .refused(let verdict): throw .payment(verdict)
    case .kept(let card): return card
    }
  }

  /// Assesses an instrument, looking up wallet tokens and billing methods among the stored cards.
  func assess(_ instrument: PaymentInstrument, now: Instant) -> PaymentProcessor.Assessment {
    if let flaw = instrument.flaw { return PaymentProcessor.Assessment(verdict: flaw) }
    if let method = instrument.method {
      guard let known = cards.method(method.id, of: method.member) else {
        return PaymentProcessor.Assessment(verdict: .unknownMethod(id: method.id))
      }
      return PaymentProcessor.assess(known.card, code: instrument.securityCode, now: now)
    }
    guard instrument.kind == .wallet else { return PaymentProcessor.assess(instrument, now: now) }
    guard let card = cards.card(behind: instrument.number) else {
      return PaymentProcessor.Assessment(verdict: .unknownWalletToken)
    }
    return PaymentProcessor.assess(card, code: instrument.securityCode, now: now)
  }
}
