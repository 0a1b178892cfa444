#if TLS
  import Foundation
  import Testing

  /// The local authority: made once, for its owner, and for a few names; and certificates from outside.
  @Suite(.timeLimit(.minutes(5)))
  struct LocalAuthorityTests {
    private static func openssl(_ arguments: [String]) throws -> Command {
      try Command.run("/usr/bin/env", ["openssl"] + arguments)
    }

    private static func mode(_ path: String) throws -> Int {
      try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private static func trust(_ arguments: [String], in folder: TemporaryFolder) throws -> Command {
      try Command.run(["trust", "--tls-folder", folder.file("own")] + arguments)
    }

    @Test func trustMakesItOnceAndSaysWhereItIs() throws {
      let folder = try TemporaryFolder()
      let first = try Self.trust([], in: folder)
      #expect(first.status == 0)
      #expect(
        first.outputLines.first == "a new authority, which nothing trusts yet: \(folder.file("own/authority/ca.pem"))")
      let again = try Self.trust([], in: folder)
      #expect(again.outputLines.first == "the authority: \(folder.file("own/authority/ca.pem"))")
      #expect(again.outputLines.dropFirst() == first.outputLines.dropFirst())
      #expect(try Self.mode(folder.file("own")) == 0o700)
      #expect(try Self.mode(folder.file("own/authority/ca-key.pem")) == 0o600)
      let printed = try Self.openssl([
        "x509", "-in", folder.file("own/authority/ca.pem"), "-noout", "-fingerprint", "-sha256",
      ])
      let fingerprint = try #require(printed.output.split(separator: "=").last).trimmingCharacters(in: .newlines)
      #expect(first.output.contains("sha-256: \(fingerprint)\n"))
      for place in ["macOS", "Debian", "Java", "Node", "Python", "iOS simulator", "Android emulator"] {
        #expect(first.output.contains("\n\(place)"))
      }
      let new = try Self.trust(["--new"], in: folder)
      #expect(new.status == 0 && !new.output.contains(fingerprint))
    }

    /// Lines that a shell can be given.
    @Test func itsLinesForPythonAndNodeAreTrue() throws {
      let folder = try TemporaryFolder()
      let odd = folder.file("it's here")
      let secure = try RunningServer(["--tls", "--tls-folder", odd], listeners: 2)
      let lines = try Command.run(["trust", "--tls-folder", odd]).outputLines
      let node = try #require(lines.firstIndex(of: "Node:"))
      let export = lines[node + 1]
      let result = try Command.run(
        "/bin/sh",
        [
          "-c",
          "\(export)\ncurl -q -sS --cacert \"$NODE_EXTRA_CA_CERTS\" https://localhost:\(secure.port)/__willcall/health",
        ])
      #expect(result.status == 0, "\(result.errors)")
    }

    @Test func aNameThatItMayNotSignForIsToldOfAtStart() throws {
      let folder = try TemporaryFolder()
      #expect(try Self.trust([], in: folder).status == 0)
      let arguments = [
        "serve", "--port", "0", "--tls", "--tls-folder", folder.file("own"), "--allow-host", "late.test",
      ]
      let refused = try Command.run(arguments)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("willcall trust --new --allow-host late.test"))
      #expect(try Self.trust(["--new", "--allow-host", "late.test"], in: folder).status == 0)
      #expect(try RunningServer(Array(arguments.dropFirst(3)), listeners: 2).stop() == 0)
    }

    /// Whoever has its key gains nothing for other names, by any client that checks constraints.
    @Test(arguments: [("evil.example", false), ("app.ticketmaster.com", true)])
    func itsKeySignsForNothingElse(name: String, isGood: Bool) throws {
      let folder = try TemporaryFolder()
      #expect(try Self.trust([], in: folder).status == 0)
      let authority = folder.file("own/authority")
      try folder.write("subjectAltName=DNS:\(name)\n", to: "names")
      let steps: [[String]] = [
        [
          "req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder.file("k"), "-out", folder.file("r"), "-subj",
          "/O=x",
        ],
        [
          "x509", "-req", "-in", folder.file("r"), "-CA", "\(authority)/ca.pem", "-CAkey", "\(authority)/ca-key.pem",
          "-set_serial", "1", "-days", "1", "-extfile", folder.file("names"), "-out", folder.file("c"),
        ],
      ]
      for step in steps {
        let result = try Self.openssl(step)
        #expect(result.status == 0, "\(result.errors)")
      }
      let verdict = try Self.openssl(["verify", "-CAfile", "\(authority)/ca.pem", folder.file("c")])
      #expect((verdict.status == 0) == isGood, "\(verdict.output)\(verdict.errors)")
      if !isGood { #expect((verdict.output + verdict.errors).contains("permitted subtree violation")) }
    }

    @Test func othersMayNotReadTheKey() throws {
      let folder = try TemporaryFolder()
      #expect(try Self.trust([], in: folder).status == 0)
      let key = folder.file("own/authority/ca-key.pem")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
      let refused = try Self.trust([], in: folder)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("chmod 600 '\(key)'"))
    }

    /// Of several that start at once, one makes it, and all have the same.
    @Test func severalServersMakeOne() throws {
      let folder = try TemporaryFolder()
      let processes = try (0..<6).map { _ in
        try ChildProcess(Binary.path, ["trust", "--tls-folder", folder.file("own")])
      }
      for process in processes { #expect(try process.wait() == 0) }
      let outputs = processes.map { $0.output.text.split(separator: "\n") }
      #expect(Set(outputs.map { $0[1] }).count == 1)
      #expect(outputs.filter { $0[0].hasPrefix("a new authority") }.count == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("own")) == ["authority"])
    }

    @Test(arguments: [
      (["WILLCALL_TLS_FOLDER": "/a", "XDG_DATA_HOME": "/x"], "/a/authority"),
      (["XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/willcall/authority"),
      (["XDG_DATA_HOME": "not/absolute", "HOME": "/h"], "/h/.local/share/willcall/authority"),
    ])
    func itsFolderIsWhereSystemsKeepSuchThings(environment: [String: String], expected: String) throws {
      let folder = try TemporaryFolder()
      let under = environment.mapValues { $0.hasPrefix("/") ? folder.path + $0 : $0 }
      let result = try Command.run(["trust"], environment: under)
      #expect(result.output.contains(folder.path + expected + "/ca.pem"), "\(result.errors)")
    }

    // MARK: - Certificates from outside

    private static func make(_ kind: [String], _ name: String, days: Int = 2, in folder: TemporaryFolder) throws {
      let result = try openssl(
        ["req", "-x509"] + kind + [
          "-nodes", "-days", "\(days)", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
          "-keyout", folder.file("\(name).key"), "-out", folder.file("\(name).pem"),
        ])
      #expect(result.status == 0, "\(result.errors)")
    }

    @Test(arguments: [
      ["-newkey", "rsa:2048"], ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"], ["-newkey", "ed25519"],
    ])
    func aCertificateFromOutsideIsShown(kind: [String]) throws {
      let folder = try TemporaryFolder()
      try Self.make(kind, "own", in: folder)
      for options in [
        ["--tls-cert", folder.file("own.pem"), "--tls-key", folder.file("own.key")],
        ["--tls-cert", folder.file("both.pem")],
      ] {
        try folder.write(folder.text("own.key") + folder.text("own.pem"), to: "both.pem")
        let server = try RunningServer(options, listeners: 2)
        let answer = try SecureServer.curl(
          "https://localhost:\(server.port)/__willcall/health", ["--cacert", folder.file("own.pem")])
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try server.partner("-").get("/__willcall/ca.pem").status == 404)
        #expect(try server.stop() == 0)
      }
      #expect(!folder.has("authority"))
    }

    @Test func filesThatDoNotFitAreToldOf() throws {
      let folder = try TemporaryFolder()
      let elliptic = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
      try Self.make(elliptic, "own", in: folder)
      try Self.make(elliptic, "other", in: folder)
      try folder.write("no PEM at all\n", to: "empty.pem")
      try folder.write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", to: "broken.pem")
      let secret = try Self.openssl([
        "ec", "-aes256", "-passout", "pass:secret", "-in", folder.file("own.key"), "-out", folder.file("secret.key"),
      ])
      #expect(secret.status == 0, "\(secret.errors)")
      let own = folder.file("own.pem")
      let cases: [([String], String)] = [
        (["--tls-key", folder.file("own.key")], "--tls-key: give its certificate too, with --tls-cert"),
        (["--tls-cert", own, "--tls-fault", "expired"], "--tls-fault: "),
        (["--tls-cert", folder.file("none.pem")], "none.pem: "),
        (["--tls-cert", folder.file("empty.pem")], "empty.pem: there is no certificate in PEM in it"),
        (["--tls-cert", folder.file("broken.pem")], "broken.pem: its certificate cannot be read"),
        (["--tls-cert", own], "own.pem: there is no private key in PEM in it"),
        (["--tls-cert", own, "--tls-key", folder.file("other.key")], "other.key: the private key is not the one"),
        (["--tls-cert", own, "--tls-key", folder.file("secret.key")], "secret.key: its private key has a pass phrase"),
        (["--tls-fault", "late"], "--tls-fault"),
      ]
      for (options, words) in cases {
        let refused = try Command.run(["serve", "--port", "0"] + options)
        #expect(refused.status == 2, "\(options)")
        #expect(refused.errors.contains(words), "\(options): \(refused.errors)")
        #expect(refused.output == "")
      }
    }
  }
#endif
