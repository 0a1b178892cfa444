#if TLS
  import SocketServer
  import TLSWire

  /// Encrypts the connections of a server: what OpenSSL does, in the words of the server.
  struct ServerSecurity: ConnectionSecurity {
    let server: TLSServer

    func begin() -> (any SecureSession)? { TLSMachine(server).map(Session.init(machine:)) }

    private final class Session: SecureSession {
      private let machine: TLSMachine

      init(machine: TLSMachine) {
        self.machine = machine
      }

      var isEstablished: Bool { machine.isEstablished }

      var agreedProtocol: String? { machine.agreedProtocol }

      func received(_ bytes: UnsafeRawBufferPointer) { machine.received(bytes) }

      func read(into buffer: UnsafeMutableRawBufferPointer) -> SecureOutcome {
        switch machine.read(into: buffer) {
        case .bytes(let count): .bytes(count)
        case .needsMore: .needsMore
        case .end: .end
        case .failed(let failure): .failed(failure.sentence)
        }
      }

      func write(_ bytes: UnsafeRawBufferPointer) -> Int { machine.write(bytes) }

      func close() { machine.close() }

      var outputCount: Int { machine.outputCount }

      func takeOutput<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { machine.takeOutput(body) }
    }
  }

  extension TLSMachine.Failure {
    /// What happened, and what to do about it.
    fileprivate var sentence: String {
      isDistrust ? "the client does not trust the certificate (\(reason)); willcall trust says how it can" : reason
    }
  }
#endif
