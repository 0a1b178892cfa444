#if TLS
  import Testing

  /// `exec --tls` has its command trust the server's https, whatever the command is written in.
  @Suite(.timeLimit(.minutes(10)))
  struct SecureExecTests {
    private static let path = "/partners/v1/events/3F005105D843DFA3/availability?apikey="

    private static func run(_ command: [String], _ arguments: [String] = [], environment: [String: String] = [:]) throws
      -> Command
    {
      let folder = try TemporaryFolder()
      return try Command.run(
        ["exec", "--tls", "--tls-folder", folder.path] + arguments + ["--"] + command, environment: environment)
    }

    @Test func theCommandIsToldWhereAndBelieves() throws {
      let result = try Self.run([
        "/bin/sh", "-c",
        #"curl -q -sS "$TICKETMASTER_BASE_URL\#(Self.path)$WILLCALL_APIKEY" && echo && echo "$WILLCALL_URL $WILLCALL_PROXY""#,
      ])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("\"inventory\""))
      let last = try #require(result.outputLines.last)
      #expect(last.hasPrefix("https://") && last.contains(" http://"))
    }

    @Test func pythonBelieves() throws {
      let script = """
        import os, urllib.request
        url = os.environ["TICKETMASTER_BASE_URL"] + "\(Self.path)" + os.environ["WILLCALL_APIKEY"]
        print(urllib.request.urlopen(url).status)
        """
      let result = try Self.run(["python3", "-c", script])
      #expect(result.output == "200\n", "\(result.errors)")
    }

    @Test(.enabled(if: Tool.isThere("node")))
    func nodeBelieves() throws {
      let script = """
        require("https").get(process.env.TICKETMASTER_BASE_URL + "\(Self.path)" + process.env.WILLCALL_APIKEY,
          answer => { console.log(answer.statusCode); answer.resume() })
        """
      let result = try Self.run(["node", "-e", script])
      #expect(result.output == "200\n", "\(result.errors)")
    }

    @Test(.enabled(if: Tool.isThere("javac")))
    func javaBelieves() throws {
      let folder = try TemporaryFolder()
      try folder.write(
        """
        import java.net.URI;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse;

        class Ask {
          public static void main(String[] arguments) throws Exception {
            var url = System.getenv("TICKETMASTER_BASE_URL") + "\(Self.path)" + System.getenv("WILLCALL_APIKEY");
            var answer = HttpClient.newHttpClient().send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            System.out.println(answer.statusCode());
          }
        }
        """, to: "Ask.java")
      let result = try Self.run(["java", folder.file("Ask.java")])
      #expect(result.output == "200\n", "\(result.errors)")
    }

    /// What the command trusted before, it still trusts; nothing stays behind.
    @Test func whatWasTrustedStaysSo() throws {
      let folder = try TemporaryFolder()
      let made = try Command.run(
        "/usr/bin/env",
        [
          "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=company", "-keyout",
          folder.file("key"), "-out", folder.file("company.pem"),
        ])
      #expect(made.status == 0, "\(made.errors)")
      let result = try Self.run(
        [
          "/bin/sh", "-c",
          #"openssl crl2pkcs7 -nocrl -certfile "$REQUESTS_CA_BUNDLE" | openssl pkcs7 -print_certs -noout; echo "$JAVA_TOOL_OPTIONS""#,
        ],
        environment: [
          "SSL_CERT_FILE": folder.file("company.pem"), "TMPDIR": folder.path, "JAVA_TOOL_OPTIONS": "-Down=1",
        ])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("company") && result.output.contains("WillCall"))
      #expect(result.output.contains("-Down=1 -Djavax.net.ssl.trustStore="))
      #expect(try folder.names() == ["company.pem", "key"])
    }

    /// An app with the vendor's address in it needs the proxy alone.
    @Test func anUnchangedAppIsLedHere() throws {
      let result = try Self.run([
        "/bin/sh", "-c",
        #"HTTPS_PROXY=$WILLCALL_PROXY curl -q -sS "https://app.ticketmaster.com\#(Self.path)$WILLCALL_APIKEY""#,
      ])
      #expect(result.output.contains("\"inventory\""), "\(result.errors)")
    }

    @Test func withoutTLSNothingIsSet() throws {
      let result = try Command.run(
        ["exec", "--", "/bin/sh", "-c", "echo $TICKETMASTER_BASE_URL $SSL_CERT_FILE $NODE_EXTRA_CA_CERTS"],
        environment: ["SSL_CERT_FILE": "", "NODE_EXTRA_CA_CERTS": ""])
      #expect(result.output.hasPrefix("http://") && !result.output.contains("pem"))
    }
  }
#endif
