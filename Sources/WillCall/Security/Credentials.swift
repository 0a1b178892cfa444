#if TLS
  import Logging
  import TLSWire

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// What a server shows to its clients, and the authority that they have to trust for it.
  struct Credentials: Sendable {
    let server: TLSServer
    /// What has to be trusted, in PEM: the authority, or the certificates that came from outside.
    let trusted: [UInt8]
    /// The authority's certificate in PEM; `nil` if the certificate came from outside.
    let authority: [UInt8]?
    /// Where that is kept.
    let authorityPath: String?

    /// Reads or makes them.
    ///
    /// - Throws: ``StartError/security(_:)``.
    init(_ security: SecurityOptions, _ options: ServerOptions) throws(StartError) {
      // Certificates are judged by the clock of the machine, not by that of a sandbox.
      let now = Int64(time(nil))
      if let path = security.certificateFile {
        let identity = try Self.identity(path, security.keyFile ?? path, at: now)
        server = try Self.server(options) { () throws(TLSFault) in identity }
        trusted = Array(identity.certificates.map(\.pem).joined())
        authority = nil
        authorityPath = nil
        return
      }
      let folder = try AuthorityFolder(security.folder)
      let names = Self.names(of: options)
      let found = try folder.authority(for: names, at: now)
      if found.isNew {
        options.logger.notice(
          "made a local authority for https, which nothing trusts yet; willcall trust says how it can be",
          metadata: ["path": "\(folder.certificatePath)"])
      }
      if let name = names.first(where: { !found.authority.permits($0) }) {
        throw .security(
          "the local authority may not sign for \(name), because it was made without that name; make another with "
            + "willcall trust --new --allow-host \(name), and trust that instead")
      }
      trusted = found.authority.certificate.pem
      authority = trusted
      authorityPath = folder.certificatePath
      server = try Self.server(options) { () throws(TLSFault) in
        switch security.certificateFault {
        case nil: try found.authority.issue(for: names, at: now)
        case .expired: try found.authority.issue(for: names, at: now, isExpired: true)
        case .otherName: try found.authority.issue(for: ["wrong.host.invalid"], at: now)
        case .untrusted: try CertificateAuthority.make(for: names, at: now).issue(for: names, at: now)
        }
      }
    }

    /// All names of a server: those that every server has, and its own.
    static func names(of options: ServerOptions) -> [String] {
      let everywhere = ["0.0.0.0", "::"]
      let own = ([options.host] + options.allowedHosts).map(HostText.bare)
      return AuthorityFolder.standardNames
        + own.filter { !AuthorityFolder.standardNames.contains($0) && !everywhere.contains($0) }
    }

    private static func server(
      _ options: ServerOptions, _ identity: () throws(TLSFault) -> TLSIdentity
    ) throws(StartError) -> TLSServer {
      let protocols = (WillCall.hasHTTP2 && options.hasHTTP2 ? ["h2"] : []) + ["http/1.1", "http/1.0"]
      do throws(TLSFault) {
        return try TLSServer(try identity(), protocols: protocols)
      } catch {
        throw .security("\(error)")
      }
    }

    private static func identity(
      _ certificatePath: String, _ keyPath: String, at now: Int64
    ) throws(StartError) -> TLSIdentity {
      let certificateText = try FileSystem.read(certificatePath)
      let keyText = try FileSystem.read(keyPath)
      let certificates: [Certificate]
      do throws(TLSFault) {
        certificates = try Certificate.all(inPEM: certificateText)
      } catch {
        throw .security("\(certificatePath): \(error)")
      }
      let key: PrivateKey
      do throws(TLSFault) {
        key = try PrivateKey.first(inPEM: keyText)
      } catch {
        throw .security("\(keyPath): \(error)")
      }
      do throws(TLSFault) {
        return try TLSIdentity(certificates, key: key, at: now)
      } catch {
        throw .security("\(error == .mismatch ? keyPath : certificatePath): \(error)")
      }
    }
  }
#endif
