public import Determinism

// What is known of polling, of quotas, and of requests that are not as they should be.
extension ExchangeFact {
  /// What most exchanges have nothing of.
  struct Oddities: Part {
    var pollToken: String?
    var pollWait: Int?
    var quotaExpires: Instant?
    var fingerprint: UInt64?
    var otherForms: [String] = []
    var foreignContentType: String?
    var unknownFields: [String] = []
    var keySlip: KeySlip?
  }

  /// The token of a polling URL, issued or requested: the pipeline where it keeps the answer, and polling.
  public var pollToken: String? {
    get { oddities?.pollToken }
    set { oddities.change { $0.pollToken = newValue } }
  }

  /// How many seconds the answer says to wait, nil for an answer other than 202: the poll.
  public var pollWait: Int? {
    get { oddities?.pollWait }
    set { oddities.change { $0.pollWait = newValue } }
  }

  /// When the quota starts again, as a 429 says.
  public var quotaExpires: Instant? {
    get { oddities?.quotaExpires }
    set { oddities.change { $0.quotaExpires = newValue } }
  }

  /// A hash of method, target and body, equal for equal requests: `SeededSource.fold`, only for refusals.
  public var fingerprint: UInt64? {
    get { oddities?.fingerprint }
    set { oddities.change { $0.fingerprint = newValue } }
  }

  /// Outdated forms that the request uses, one sentence each: the call's `OtherForms`.
  public var otherForms: [String] {
    get { oddities?.otherForms ?? [] }
    set { oddities.change { $0.otherForms = newValue } }
  }

  /// The value of `Content-Type`, if there is a body and the type is not JSON: the request.
  public var foreignContentType: String? {
    get { oddities?.foreignContentType }
    set { oddities.change { $0.foreignContentType = newValue } }
  }

  /// Fields that appear in no documentation: the reader's unread members.
  public var unknownFields: [String] {
    get { oddities?.unknownFields ?? [] }
    set { oddities.change { $0.unknownFields = newValue } }
  }

  /// Where the key was, if it was in the wrong place: `APIKey`, or the advice for an unknown path.
  public var keySlip: KeySlip? {
    get { oddities?.keySlip }
    set { oddities.change { $0.keySlip = newValue } }
  }
}
