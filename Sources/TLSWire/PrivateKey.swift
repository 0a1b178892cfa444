#if TLS
  import COpenSSL

  // Unchecked, because the pointer is opaque: OpenSSL's keys may be used on several threads at once.
  /// A private key; never changed once it is made.
  public final class PrivateKey: @unchecked Sendable {
    let pointer: OpaquePointer

    private init(owning pointer: OpaquePointer) {
      self.pointer = pointer
    }

    deinit { EVP_PKEY_free(pointer) }

    /// Makes a key on the curve P-256, which every client since Java 7, iOS 9 and Android 4.4 takes.
    ///
    /// - Throws: ``TLSFault/failed(_:)``.
    public static func make() throws(TLSFault) -> PrivateKey {
      Library.prepare()
      guard let pointer = copenssl_make_key() else { throw .failed(Library.takeError().reason) }
      return PrivateKey(owning: pointer)
    }

    /// Reads the first private key of a text in PEM, of any kind that TLS can use.
    ///
    /// - Throws: ``TLSFault/noKey``, ``TLSFault/encryptedKey`` or ``TLSFault/badKey(_:)``.
    public static func first(inPEM text: [UInt8]) throws(TLSFault) -> PrivateKey {
      // Where a pass phrase is asked for, none is given; without a function the library would ask at the terminal.
      var isEncrypted = false
      let pointer = withUnsafeMutablePointer(to: &isEncrypted) { flag in
        Library.reading(text) { memory in
          ERR_clear_error()
          return PEM_read_bio_PrivateKey(memory, nil, { _, _, _, flag in noPassPhrase(flag) }, flag)
        }
      }
      if let pointer { return PrivateKey(owning: pointer) }
      let error = Library.takeError()
      guard text.contains(Array("PRIVATE KEY-----".utf8)) else { throw .noKey }
      throw isEncrypted ? .encryptedKey : .badKey(error.reason)
    }

    /// The key in PEM (PKCS#8), without a pass phrase.
    public var pem: [UInt8] {
      Library.writing { PEM_write_bio_PKCS8PrivateKey($0, pointer, nil, nil, 0, nil, nil) }
    }
  }

  /// Notes that a pass phrase is asked for.
  private func noPassPhrase(_ flag: UnsafeMutableRawPointer?) -> Int32 {
    flag?.storeBytes(of: true, as: Bool.self)
    return -1
  }
#endif
