extension String {
  /// Lends the text's UTF-8, where `withUTF8` would ask for a copy that may be changed.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let lent = utf8.withContiguousStorageIfAvailable(body) { return lent }
    // A bridged text, as there are on Darwin.
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
