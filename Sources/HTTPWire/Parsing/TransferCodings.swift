/// The transfer codings of a request in order, collected from all of its Transfer-Encoding lines (RFC 9112 §6.1).
struct TransferCodings {
  private var endsInChunked = false
  private var chunkedBeforeLast = false
  private var hasOther = false
  private var hasEmpty = false

  mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
    for element in value.split(separator: .comma, omittingEmptySubsequences: false) {
      let coding = element.trimmingBlanks
      chunkedBeforeLast = chunkedBeforeLast || endsInChunked
      endsInChunked = coding.equalsIgnoringCase("chunked")
      hasEmpty = hasEmpty || coding.isEmpty
      hasOther = hasOther || !endsInChunked
    }
  }

  /// Accepts `chunked` alone, the only coding that this server decodes.
  func check() throws(RequestFault) {
    if hasEmpty { throw .transferEncodingInvalid }
    if chunkedBeforeLast { throw .chunkedNotLast }
    if hasOther { throw .transferCodingUnknown }
  }
}

/// The options of the Connection fields that this server honours (RFC 9110 §7.6.1).
struct ConnectionOptions {
  private(set) var close = false
  private(set) var keepAlive = false

  mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
    for element in value.split(separator: .comma) {
      let option = element.trimmingBlanks
      if option.equalsIgnoringCase("close") { close = true }
      if option.equalsIgnoringCase("keep-alive") { keepAlive = true }
    }
  }
}

extension BidirectionalCollection<UInt8> {
  /// The bytes without leading and trailing spaces and tabs.
  fileprivate var trimmingBlanks: SubSequence {
    let trimmed = drop(while: \.isBlank)
    guard let last = trimmed.lastIndex(where: { !$0.isBlank }) else { return trimmed }
    return trimmed[...last]
  }
}
