/// Serves the connections of a server that begin with a TLS handshake.
///
/// The server knows no cryptography: whoever starts it brings this, or such connections are refused with an alert.
public protocol ConnectionSecurity: Sendable {
  /// Begins the server's side of one connection; nil if it cannot, for lack of memory.
  func begin() -> (any SecureSession)?
}

/// The encryption of one connection, without I/O: bytes of the peer in; plaintext, and bytes for the peer, out.
///
/// Used on one event loop only; every call returns within microseconds, except for those that finish a handshake.
public protocol SecureSession: AnyObject {
  /// Takes bytes from the peer.
  func received(_ bytes: UnsafeRawBufferPointer)

  /// Decrypts what has been received into `buffer`, and performs the handshake; to be called until there is no more.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> SecureOutcome

  /// Encrypts as much of `bytes` as fits one record.
  ///
  /// - Returns: how many bytes were taken; none before the handshake is complete.
  func write(_ bytes: UnsafeRawBufferPointer) -> Int

  /// Tells the peer that nothing follows; without that, it must take what it has received for cut off.
  func close()

  /// How many bytes for the peer there are.
  var outputCount: Int { get }

  /// Hands the bytes for the peer out, and forgets them.
  func takeOutput<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result

  /// Whether the handshake is complete.
  var isEstablished: Bool { get }

  /// The protocol agreed on during the handshake (RFC 7301), such as `http/1.1` or `h2`; nil if the client did not ask.
  var agreedProtocol: String? { get }
}

/// What there was to read.
public enum SecureOutcome: Sendable, Hashable {
  /// This many bytes of plaintext, at least one.
  case bytes(Int)

  /// Nothing before more bytes arrive.
  case needsMore

  /// The peer has said that nothing follows.
  case end

  /// The handshake or a record failed, for this reason; an alert may be ready for the peer.
  case failed(String)
}
