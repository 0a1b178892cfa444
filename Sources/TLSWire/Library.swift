#if TLS
  import COpenSSL

  /// OpenSSL as a whole: its start, and the errors that each thread collects.
  enum Library {
    /// Makes the library ready; costs nothing after the first time.
    static func prepare() { _ = isReady }

    private static let isReady = copenssl_prepare() == 1

    /// Takes the oldest error of this thread, which is the cause, and forgets the rest.
    static func takeError() -> (code: UInt, reason: String) {
      let code = ERR_get_error()
      ERR_clear_error()
      return (code, ERR_reason_error_string(code).map { String(cString: $0) } ?? "unknown error")
    }

    /// Runs `body` with a memory BIO that holds a text.
    static func reading<Result>(_ text: [UInt8], _ body: (OpaquePointer?) -> Result) -> Result {
      prepare()
      return text.withUnsafeBytes { bytes in
        let memory = BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count))
        defer { BIO_free(memory) }
        return body(memory)
      }
    }

    /// What `body` writes to a memory BIO.
    static func writing(_ body: (OpaquePointer?) -> Void) -> [UInt8] {
      let memory = copenssl_memory()
      defer { BIO_free(memory) }
      body(memory)
      return take(from: memory)
    }

    /// Takes all that a memory BIO holds.
    static func take(from memory: OpaquePointer?) -> [UInt8] {
      let count = copenssl_pending(memory)
      guard count > 0 else { return [] }
      return [UInt8](unsafeUninitializedCapacity: count) { buffer, taken in
        taken = max(0, Int(BIO_read(memory, buffer.baseAddress, Int32(clamping: count))))
      }
    }
  }
#endif
