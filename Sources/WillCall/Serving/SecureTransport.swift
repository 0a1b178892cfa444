import HTTPWire
import SocketServer

/// What https adds to a server; nothing if it speaks http alone.
struct SecureTransport {
  /// The certificate in PEM that clients have to trust, if a local authority signs.
  let authority: [UInt8]?
  /// What clients have to trust, in PEM; `nil` without https.
  let trusted: [UInt8]?
  /// Where that is kept.
  let authorityPath: String?
  private let security: (any ConnectionSecurity)?

  /// Reads or makes what the options ask for.
  ///
  /// - Throws: ``StartError/security(_:)``, also if this build has no TLS.
  init(_ options: ServerOptions) throws(StartError) {
    guard let asked = options.security else {
      (authority, trusted, authorityPath, security) = (nil, nil, nil, nil)
      return
    }
    #if TLS
      let credentials = try Credentials(asked, options)
      authority = credentials.authority
      trusted = credentials.trusted
      authorityPath = credentials.authorityPath
      security = ServerSecurity(server: credentials.server)
    #else
      _ = asked
      throw .security(WillCall.withoutTLS)
    #endif
  }

  /// Whether connections may be encrypted.
  var isOn: Bool { security != nil }

  /// Has a server encrypt, and take the place of the vendor's hosts for clients of a proxy.
  func apply(to configuration: inout ServerConfiguration) {
    guard let security else { return }
    configuration.security = security
    configuration.tunnelFault = { authority in
      VendorHosts.contain(authority) ? nil : .tunnelRefused(VendorHosts.refusal(of: authority))
    }
  }
}
