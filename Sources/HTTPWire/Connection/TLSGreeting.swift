/// What a client says that takes the port for one of https, and what it is told.
enum TLSGreeting {
  /// The content type of a TLS record that shakes hands, the first byte of every such client (RFC 8446 section 5.1).
  ///
  /// No method begins with it.
  static let firstByte: UInt8 = 0x16

  /// A fatal alert in a record of TLS 1.0, whose form all versions read (RFC 8446 section 6).
  ///
  /// `unexpected_message` says what is so: a handshake came where none belongs. `handshake_failure` and
  /// `protocol_version` would send people to look at certificates and versions, and some clients to try again with another
  /// version.
  static let refusal: [UInt8] = [
    21, 3, 1,  // alert, version
    0, 2,  // two bytes
    2, 10,  // fatal, unexpected_message
  ]
}
