#if TLS
  import COpenSSL

  /// The server's side of one TLS connection, without I/O: bytes of the peer in; plaintext, and bytes for the peer, out.
  ///
  /// Used by one thread at a time. The handshake is part of reading.
  public final class TLSMachine {
    /// What there was to read.
    public enum Outcome: Sendable, Hashable {
      /// This many bytes of plaintext, at least one.
      case bytes(Int)
      /// Nothing before more bytes arrive.
      case needsMore
      /// The peer has said that nothing follows (close_notify).
      case end
      /// The handshake or a record failed; an alert is in the output.
      case failed(Failure)
    }

    /// Why a connection failed.
    public struct Failure: Error, Sendable, Hashable {
      /// The library's words, such as `no shared cipher`.
      public let reason: String
      /// Whether the peer said that it does not trust the certificate.
      public let isDistrust: Bool
    }

    private let server: TLSServer
    private let session: OpaquePointer
    private let input: OpaquePointer
    private let output: OpaquePointer

    /// Begins a connection, of which nothing has arrived.
    ///
    /// - Returns: nil if there is no memory for it.
    public init?(_ server: TLSServer) {
      guard let session = SSL_new(server.context) else { return nil }
      let (input, output) = (copenssl_memory(), copenssl_memory())
      guard let input, let output else {
        BIO_free(input)
        BIO_free(output)
        SSL_free(session)
        return nil
      }
      self.server = server
      self.session = session
      self.input = input
      self.output = output
      // The session owns both from here on.
      SSL_set_bio(session, input, output)
      SSL_set_accept_state(session)
    }

    deinit { SSL_free(session) }

    /// Whether the handshake is complete.
    public var isEstablished: Bool { SSL_is_init_finished(session) == 1 }

    /// Takes bytes from the peer.
    public func received(_ bytes: UnsafeRawBufferPointer) {
      guard !bytes.isEmpty else { return }
      BIO_write(input, bytes.baseAddress, Int32(clamping: bytes.count))
    }

    /// Performs the handshake as far as it goes, and decrypts into `buffer`; to be called until there is no more.
    public func read(into buffer: UnsafeMutableRawBufferPointer) -> Outcome {
      // Trying in vain costs the library as much as half a request.
      if isEstablished, !hasPeerEnded, copenssl_has_more(session, input) == 0 { return .needsMore }
      ERR_clear_error()
      let count = SSL_read(session, buffer.baseAddress, Int32(clamping: buffer.count))
      if count > 0 { return .bytes(Int(count)) }
      switch SSL_get_error(session, count) {
      case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .needsMore
      case SSL_ERROR_ZERO_RETURN: return .end
      default:
        let error = Library.takeError()
        return .failed(Failure(reason: error.reason, isDistrust: Self.distrust.contains(Int32(error.code & 0x7F_FFFF))))
      }
    }

    /// Encrypts as much of `bytes` as fits one record.
    ///
    /// - Returns: how many bytes were taken; none before the handshake is complete, or after a failure.
    public func write(_ bytes: UnsafeRawBufferPointer) -> Int {
      guard isEstablished, !bytes.isEmpty else { return 0 }
      ERR_clear_error()
      return max(0, Int(SSL_write(session, bytes.baseAddress, Int32(clamping: bytes.count))))
    }

    /// Tells the peer that nothing follows (close_notify); what it sends is still read.
    public func close() {
      guard isEstablished else { return }
      ERR_clear_error()
      SSL_shutdown(session)
      ERR_clear_error()
    }

    private var hasPeerEnded: Bool { SSL_get_shutdown(session) & SSL_RECEIVED_SHUTDOWN != 0 }

    /// How many bytes for the peer there are.
    public var outputCount: Int { copenssl_pending(output) }

    /// Hands the bytes for the peer out, and forgets them.
    public func takeOutput<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      var bytes: UnsafeMutablePointer<CChar>?
      let count = copenssl_bytes(output, &bytes)
      defer { copenssl_forget(output) }
      return body(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// The protocol agreed on (RFC 7301), such as `http/1.1`; nil if the client did not ask.
    public var agreedProtocol: String? {
      var name: UnsafePointer<UInt8>?
      var length: UInt32 = 0
      SSL_get0_alpn_selected(session, &name, &length)
      guard let name, length > 0 else { return nil }
      return String(decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
    }

    /// The alerts by which clients say that they do not trust a certificate (RFC 8446 section 6.2).
    private static let distrust: Set<Int32> = [
      SSL_R_SSLV3_ALERT_BAD_CERTIFICATE, SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN, SSL_R_TLSV1_ALERT_UNKNOWN_CA,
      SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED,
    ]
  }
#endif
