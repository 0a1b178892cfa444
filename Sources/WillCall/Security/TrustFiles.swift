#if TLS
  import TLSWire

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// The files by which a command trusts a server: most languages replace what they trust by what a variable names, so
  /// these hold what they trusted before, too.
  enum TrustFiles {
    /// Variables that replace what OpenSSL, Python's requests, curl and the AWS tools trust.
    private static let replacing = ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "AWS_CA_BUNDLE"]
    /// The variable that adds to what Node trusts.
    private static let adding = "NODE_EXTRA_CA_CERTS"
    private static let java = "JAVA_TOOL_OPTIONS"
    private static let names = ["bundle.pem", "node.pem", "truststore.p12"]

    /// Where systems keep what they trust: Debian and Alpine, Fedora, openSUSE, macOS and OpenBSD.
    private static let systemFiles = [
      "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
      "/etc/ssl/cert.pem",
    ]

    /// Writes them into a new folder.
    ///
    /// - Parameters:
    ///   - own: what the server adds, in PEM.
    ///   - environment: the value of a variable of the command.
    /// - Throws: ``StartError/security(_:)``.
    static func write(_ own: [UInt8], _ environment: (String) -> String?) throws(StartError) -> TrustedEnvironment {
      let bundle = joined(replacing.compactMap(environment), orFirst: systemFiles) + own
      let node = joined([environment(adding)].compactMap(\.self), orFirst: []) + own
      let store: [UInt8]
      do throws(TLSFault) {
        store = try TrustStore.pkcs12(
          of: Certificate.readable(inPEM: bundle), password: TrustedEnvironment.password)
      } catch {
        throw .security("\(error)")
      }
      let folder = try makeFolder(environment("TMPDIR") ?? "/tmp")
      let paths = names.map { "\(folder)/\($0)" }
      do throws(StartError) {
        for (path, bytes) in zip(paths, [bundle, node, store]) { try write(bytes, to: path) }
      } catch {
        remove(folder)
        throw error
      }
      let options =
        [
          "-Djavax.net.ssl.trustStore=\(paths[2])", "-Djavax.net.ssl.trustStoreType=PKCS12",
          "-Djavax.net.ssl.trustStorePassword=\(TrustedEnvironment.password)",
        ].map { $0.contains(" ") ? "\"\($0)\"" : $0 }
      let javaOptions = ([environment(java)].compactMap(\.self) + options).joined(separator: " ")
      return TrustedEnvironment(
        variables: replacing.map { ($0, paths[0]) } + [(adding, paths[1]), (java, javaOptions)], folder: folder)
    }

    /// Removes the folder.
    static func remove(_ folder: String) {
      for name in names { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }

    /// What readable files hold, each once; if there are none, the first of the others that can be read.
    private static func joined(_ paths: [String], orFirst others: [String]) -> [UInt8] {
      var seen: Set<String> = []
      let texts = paths.filter { seen.insert($0).inserted }.compactMap(text)
      return texts.isEmpty ? others.lazy.compactMap(text).first ?? [] : Array(texts.joined())
    }

    /// A file that ends its last line.
    private static func text(_ path: String) -> [UInt8]? {
      guard let bytes = try? FileSystem.read(path) else { return nil }
      return bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
    }

    private static func makeFolder(_ parent: String) throws(StartError) -> String {
      var name = Array("\(parent)/willcall-trust.XXXXXX".utf8CString)
      guard mkdtemp(&name) != nil else { throw .security("\(parent): \(reason())") }
      return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(StartError) {
      guard let file = fopen(path, "we") else { throw .security("\(path): \(reason())") }
      let count = fwrite(bytes, 1, bytes.count, file)
      guard fclose(file) == 0, count == bytes.count else { throw .security("\(path): \(reason())") }
    }

    private static func reason() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
  }
#endif
