#if TLS
  import TLSWire

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// The folder in which the local authority lives: its certificate and, for its owner alone, its key.
  struct AuthorityFolder {
    /// Names and addresses of this machine that every authority may sign for; 10.0.2.2 is what an Android emulator calls
    /// it, host.docker.internal what a container does.
    static let standardNames = ["localhost", "127.0.0.1", "::1", "10.0.2.2", "host.docker.internal"] + VendorHosts.all

    /// An authority, and whether it has just been made.
    struct Found {
      let authority: CertificateAuthority
      let isNew: Bool
    }

    private let parent: String
    private var folder: String { "\(parent)/authority" }

    /// Where its certificate is.
    var certificatePath: String { "\(folder)/ca.pem" }
    private var keyPath: String { "\(folder)/ca-key.pem" }

    /// - Throws: ``StartError/security(_:)`` if there is no place for it.
    init(_ path: String?) throws(StartError) {
      guard let path = path ?? WillCall.securityFolder else {
        throw .security("there is no folder for the local authority; name one with --tls-folder or WILLCALL_TLS_FOLDER")
      }
      parent = path
    }

    /// The authority, made for these names if there is none yet.
    ///
    /// Of several processes that make it at once, one wins, and the others take what it has made.
    ///
    /// - Throws: ``StartError/security(_:)``.
    func authority(for names: [String], at now: Int64) throws(StartError) -> Found {
      if access(folder, F_OK) == 0 { return Found(authority: try read(at: now), isNew: false) }
      let isNew = try make(for: names, at: now, replacing: false)
      return Found(authority: try read(at: now), isNew: isNew)
    }

    /// Makes an authority for these names in place of the one that is there, which nobody should trust any longer.
    ///
    /// - Throws: ``StartError/security(_:)``.
    func renew(for names: [String], at now: Int64) throws(StartError) -> Found {
      _ = try make(for: names, at: now, replacing: access(folder, F_OK) == 0)
      return Found(authority: try read(at: now), isNew: true)
    }

    private func read(at now: Int64) throws(StartError) -> CertificateAuthority {
      var facts = stat()
      guard stat(keyPath, &facts) == 0 else {
        throw .security("\(keyPath): \(Self.reason()); make a new authority with willcall trust --new")
      }
      guard facts.st_mode & 0o077 == 0 else {
        throw .security("\(keyPath): others may read the authority's key; make it yours alone: chmod 600 '\(keyPath)'")
      }
      let files = (try Self.bytes(certificatePath), try Self.bytes(keyPath))
      do throws(TLSFault) {
        guard let certificate = try Certificate.all(inPEM: files.0).first else { throw .noCertificate }
        return try CertificateAuthority(certificate: certificate, key: try PrivateKey.first(inPEM: files.1), at: now)
      } catch {
        throw .security("\(folder): \(error); make a new authority with willcall trust --new")
      }
    }

    /// Writes both files into a new folder, which then takes its place as a whole.
    ///
    /// - Returns: whether it is this one; without `replacing`, another process may have been faster.
    private func make(for names: [String], at now: Int64, replacing: Bool) throws(StartError) -> Bool {
      let authority: CertificateAuthority
      do throws(TLSFault) {
        authority = try CertificateAuthority.make(for: names, at: now)
      } catch {
        throw .security("\(error)")
      }
      try Self.makeFolders(parent)
      let draft = try Self.temporaryFolder(in: parent)
      var isPlaced = false
      defer { if !isPlaced { Self.removeFolder(draft) } }
      try Self.write(authority.keyPEM, to: "\(draft)/ca-key.pem", mode: 0o600)
      try Self.write(authority.certificate.pem, to: "\(draft)/ca.pem", mode: 0o644)
      if replacing {
        let old = try Self.temporaryFolder(in: parent)
        // Onto an empty folder a folder can be renamed.
        guard rename(folder, old) == 0 else {
          let reason = Self.reason()
          Self.removeFolder(old)
          throw .security("\(folder): \(reason)")
        }
        Self.removeFolder(old)
      }
      isPlaced = rename(draft, folder) == 0
      guard isPlaced || errno == ENOTEMPTY || errno == EEXIST else { throw .security("\(folder): \(Self.reason())") }
      return isPlaced
    }

    /// Makes a folder and those above it; the last one is for its owner alone.
    private static func makeFolders(_ path: String) throws(StartError) {
      if access(path, F_OK) == 0 { return }
      let parts = path.split(separator: "/")
      for count in parts.indices.dropLast() {
        mkdir((path.hasPrefix("/") ? "/" : "") + parts[...count].joined(separator: "/"), 0o755)
      }
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .security("\(path): \(reason())") }
    }

    /// A new, empty folder with mode 0700.
    private static func temporaryFolder(in parent: String) throws(StartError) -> String {
      var name = Array("\(parent)/.authority.XXXXXX".utf8CString)
      guard mkdtemp(&name) != nil else { throw .security("\(parent): \(reason())") }
      return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder that holds nothing but the files of an authority.
    private static func removeFolder(_ path: String) {
      for name in ["ca.pem", "ca-key.pem"] { unlink("\(path)/\(name)") }
      rmdir(path)
    }

    private static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(StartError) {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      guard descriptor >= 0, let file = fdopen(descriptor, "w") else { throw .security("\(path): \(reason())") }
      let count = fwrite(bytes, 1, bytes.count, file)
      guard fclose(file) == 0, count == bytes.count else { throw .security("\(path): \(reason())") }
    }

    private static func bytes(_ path: String) throws(StartError) -> [UInt8] {
      do throws(StartError) {
        return try FileSystem.read(path)
      } catch {
        throw .security("\(error)")
      }
    }

    private static func reason() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
  }
#endif
