#if TLS
  import TLSWire
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a person has to know in order to trust the local authority.
package struct TrustFacts: Sendable {
  /// The file with its certificate in PEM.
  package let path: String
  /// The SHA-256 of the certificate, in pairs of digits.
  package let fingerprint: String
  /// When it ends.
  package let end: String
  /// Whether it has just been made.
  package let isNew: Bool
}

extension WillCall {
  /// Finds the local authority, or makes it if there is none.
  ///
  /// - Parameters:
  ///   - folder: where it is kept; `nil`: ``securityFolder``.
  ///   - names: what a new one may sign for, besides this machine and the vendor's hosts.
  ///   - isRenewed: whether a new one is made even if there is one.
  /// - Throws: ``StartError/security(_:)``, also if this build has no TLS.
  package static func trust(
    in folder: String?, names: [String], isRenewed: Bool
  ) throws(StartError) -> TrustFacts {
    #if TLS
      let place = try AuthorityFolder(folder)
      let now = Int64(time(nil))
      var options = ServerOptions()
      options.allowedHosts = names
      let all = Credentials.names(of: options)
      let found = isRenewed ? try place.renew(for: all, at: now) : try place.authority(for: all, at: now)
      if let name = all.first(where: { !found.authority.permits($0) }) {
        throw .security("the authority there may not sign for \(name); --new makes another in its place")
      }
      return TrustFacts(
        path: place.certificatePath, fingerprint: found.authority.certificate.fingerprint,
        end: found.authority.certificate.end, isNew: found.isNew)
    #else
      throw .security(withoutTLS)
    #endif
  }
}
