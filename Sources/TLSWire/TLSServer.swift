#if TLS
  import COpenSSL

  // Unchecked, because the pointers are opaque: a context that is no longer changed may be used on several threads at
  // once, and the list of protocols is only read.
  /// What all connections of a server have in common; shared by threads.
  public final class TLSServer: @unchecked Sendable {
    let context: OpaquePointer
    private let protocols: UnsafeMutablePointer<ProtocolList>

    /// Prepares a server for TLS 1.2 and 1.3.
    ///
    /// - Parameters:
    ///   - identity: what it shows to clients.
    ///   - protocols: what it speaks inside, the best first (RFC 7301); a client that names others is refused.
    /// - Throws: ``TLSFault/failed(_:)``.
    public init(_ identity: TLSIdentity, protocols names: [String]) throws(TLSFault) {
      Library.prepare()
      ERR_clear_error()
      guard let context = SSL_CTX_new(TLS_server_method()) else { throw .failed(Library.takeError().reason) }
      self.context = context
      protocols = .allocate(capacity: 1)
      protocols.initialize(to: ProtocolList(names))
      copenssl_set_modes(context)
      var isGood = copenssl_set_versions(context, TLS1_2_VERSION, TLS1_3_VERSION) == 1
      for (place, certificate) in identity.certificates.enumerated() {
        isGood =
          isGood
          && (place == 0
            ? SSL_CTX_use_certificate(context, certificate.pointer)
            : copenssl_add_chain_certificate(context, certificate.pointer)) == 1
      }
      isGood = isGood && SSL_CTX_use_PrivateKey(context, identity.key.pointer) == 1
      guard isGood else { throw .failed(Library.takeError().reason) }
      SSL_CTX_set_alpn_select_cb(context, chooseProtocol, protocols)
    }

    deinit {
      SSL_CTX_free(context)
      protocols.deinitialize(count: 1)
      protocols.deallocate()
    }
  }

  /// Protocols as they are on the wire: each name behind its length.
  private struct ProtocolList {
    let bytes: [UInt8]

    init(_ names: [String]) {
      bytes = names.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
    }
  }

  /// Chooses the first of the server's protocols that the client knows.
  private func chooseProtocol(
    _: OpaquePointer?, chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, length: UnsafeMutablePointer<UInt8>?,
    offered: UnsafePointer<UInt8>?, offeredLength: UInt32, list: UnsafeMutableRawPointer?
  ) -> Int32 {
    guard let chosen, let length, let list else { return SSL_TLSEXT_ERR_NOACK }
    let bytes = list.assumingMemoryBound(to: ProtocolList.self).pointee.bytes
    return bytes.withUnsafeBufferPointer { own in
      var found: UnsafeMutablePointer<UInt8>?
      let result = SSL_select_next_proto(
        &found, length, own.baseAddress, UInt32(own.count), offered, offeredLength)
      guard result == OPENSSL_NPN_NEGOTIATED, let found else { return SSL_TLSEXT_ERR_ALERT_FATAL }
      // Into the server's list, which lives as long as its context.
      chosen.pointee = UnsafePointer(found)
      return SSL_TLSEXT_ERR_OK
    }
  }
#endif
