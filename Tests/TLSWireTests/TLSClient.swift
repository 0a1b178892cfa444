#if TLS
  import COpenSSL
  import TLSWire

  extension TLSMachine {
    /// Takes the bytes for the peer.
    func takeOutput() -> [UInt8] { takeOutput { Array($0) } }
  }

  /// A client made with OpenSSL, which trusts one authority, against a ``TLSMachine`` in memory.
  final class TLSClient {
    let machine: TLSMachine
    private let context: OpaquePointer?
    private let session: OpaquePointer?
    private let input = copenssl_memory()
    private let output = copenssl_memory()

    init(
      _ server: TLSServer, trusting authority: Certificate, host: String = "localhost",
      versions: ClosedRange<Int32> = TLS1_2_VERSION...TLS1_3_VERSION, protocols: [UInt8] = []
    ) {
      machine = TLSMachine(server)!
      let context = SSL_CTX_new(TLS_client_method())
      _ = copenssl_set_versions(context, versions.lowerBound, versions.upperBound)
      authority.pem.withUnsafeBytes { bytes in
        let memory = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
        let certificate = PEM_read_bio_X509(memory, nil, nil, nil)
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate)
        X509_free(certificate)
        BIO_free(memory)
      }
      SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
      if !protocols.isEmpty { SSL_CTX_set_alpn_protos(context, protocols, UInt32(protocols.count)) }
      let session = SSL_new(context)
      self.context = context
      self.session = session
      SSL_set_bio(session, input, output)
      SSL_set_connect_state(session)
      _ = copenssl_set_host(session, host)
      SSL_set1_host(session, host)
    }

    deinit {
      SSL_free(session)
      SSL_CTX_free(context)
    }

    /// Whether the client has finished its handshake.
    var isEstablished: Bool { SSL_is_init_finished(session) == 1 }

    /// The version agreed on, such as `TLSv1.3`.
    var version: String { String(cString: SSL_get_version(session)) }

    /// Why the client does not trust the server; 0 if it does.
    var verdict: Int { SSL_get_verify_result(session) }

    /// What the client makes of what has arrived; nil at the end of what the server says, or after a failure.
    func read() -> [UInt8]? {
      var text: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 20_000)
      while true {
        ERR_clear_error()
        let count = SSL_read(session, &buffer, Int32(buffer.count))
        if count > 0 {
          text += buffer[..<Int(count)]
        } else {
          return SSL_get_error(session, count) == SSL_ERROR_WANT_READ || !text.isEmpty ? text : nil
        }
      }
    }

    /// Whether the server has said that nothing follows.
    var hasEnded: Bool { SSL_get_shutdown(session) & SSL_RECEIVED_SHUTDOWN != 0 }

    func write(_ text: String) {
      ERR_clear_error()
      _ = SSL_write(session, text, Int32(text.utf8.count))
    }

    func close() { SSL_shutdown(session) }

    /// Bytes for the server.
    func takeOutput() -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: copenssl_pending(output))
      if !bytes.isEmpty { BIO_read(output, &bytes, Int32(bytes.count)) }
      return bytes
    }

    /// Carries bytes from the server to the client.
    func receive(_ bytes: [UInt8]) {
      if !bytes.isEmpty { BIO_write(input, bytes, Int32(bytes.count)) }
    }

    /// Carries bytes both ways, some at a time, until nobody says anything; what the server has read, and how it ended.
    @discardableResult
    func converse(piece: Int = .max) -> (text: [UInt8], last: TLSMachine.Outcome) {
      var text: [UInt8] = []
      var last = TLSMachine.Outcome.needsMore
      while true {
        if !isEstablished { _ = SSL_do_handshake(session) }
        let bytes = takeOutput()
        for start in stride(from: 0, to: bytes.count, by: min(piece, max(1, bytes.count))) {
          bytes[start..<min(bytes.count, start + min(piece, bytes.count))].withUnsafeBytes { machine.received($0) }
          last = drain(into: &text)
        }
        let answer = machine.takeOutput()
        receive(answer)
        if bytes.isEmpty, answer.isEmpty { return (text, last) }
      }
    }

    private func drain(into text: inout [UInt8]) -> TLSMachine.Outcome {
      var buffer = [UInt8](repeating: 0, count: 1000)
      while true {
        let outcome = buffer.withUnsafeMutableBytes { machine.read(into: $0) }
        guard case .bytes(let count) = outcome else { return outcome }
        text += buffer[..<count]
      }
    }
  }
#endif
