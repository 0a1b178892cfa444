/// How a client that mistakes the port for an https one is recognised, and what it is answered.
package enum TLSGreeting {
  /// The content type of a TLS handshake record, the first byte that every TLS client sends (RFC 8446 section 5.1).
  ///
  /// No method begins with it.
  package static let firstByte: UInt8 = 0x16

  /// A fatal alert in a TLS 1.0 record, a format that all versions read (RFC 8446 section 6).
  ///
  /// `unexpected_message` is accurate: a handshake came where none belongs. `handshake_failure` and `protocol_version`
  /// would send people looking at certificates and versions, and make some clients retry with another version.
  static let refusal: [UInt8] = [
    21, 3, 1,  // alert, version
    0, 2,  // two bytes
    2, 10,  // fatal, unexpected_message
  ]
}
