import Foundation
import JSONText
import LoopbackClient
import Testing

/// docs/cards.md does what it says: a card is encrypted with the tools that a partner has at hand.
@Suite(.timeLimit(.minutes(5)))
struct CardDocumentTests {
  private static let name = "docs/cards.md"

  /// The document's script, for another server and another card.
  private func script(_ url: String, number: String = "4111111111111111", cin: String = "123") throws -> String {
    let block = try #require(Repository.blocks(of: "sh", in: Self.name).first)
    for text in ["http://localhost:8490", "seal 4111111111111111", "seal 123"] { try #require(block.contains(text)) }
    return block.replacing("http://localhost:8490", with: url)
      .replacing("seal 4111111111111111", with: "seal \(number)").replacing("seal 123", with: "seal \(cin)")
  }

  /// Runs a script in a folder of its own.
  private func run(_ script: String) throws -> Command {
    for tool in ["curl", "openssl"] {
      let found = try Command.run("/usr/bin/env", ["bash", "-c", "command -v \(tool)"])
      try #require(found.status == 0, "this test needs \(tool): apt-get install \(tool)")
    }
    let folder = try TemporaryFolder()
    try folder.write("cd '\(folder.path)'\n\(script)", to: "script")
    return try Command.run("/usr/bin/env", ["bash", "-eu", folder.file("script")])
  }

  @Test func theScriptPaysAsPrinted() throws {
    let server = try RunningServer()
    let result = try run(script(server.url))
    #expect(result.status == 0, "\(result.errors)")
    let answer = try JSONValue.parse(Array(result.output.utf8))
    #expect(answer.value(at: "/cart/totals/unpaid")?.numberText == "0.00", "\(result.output)")
    #expect(answer.value(at: "/cart/payments/0/card/issuer")?.string == "VISA")
    #expect(answer.value(at: "/cart/payments/0/card/number")?.string?.hasSuffix("*1111") == true)
  }

  /// The same script with what is wrong with it, and what is told.
  @Test(arguments: [
    ("-encrypt -pubin", "-encrypt -pkeyopt rsa_padding_mode:oaep -pubin", "20122", "PKCS#1 v1.5 padding"),
    ("openssl rand -hex 8", "openssl rand -hex 6", "20122", "16 characters of salt"),
    ("$ID", "paysys-dev.0.us.999", "20122", "No certificate of this sandbox has the encryption_key"),
    ("openssl base64 -A", "od -An -tx1 | tr -d ' \\n'", "20122", "base64 of 384 bytes"),
    ("seal 123", "seal 999", "20152", "cin 999"), ("seal 123", "seal 1234", "20152", "cin has 4 digits"),
    ("seal 4111111111111111", "seal 4000000000009995", "20129", "without funds"),
    ("seal 4111111111111111", "seal 4111111111111112", "20122", "Luhn"),
  ])
  func whatIsWrongIsRefusedAndTold(old: String, new: String, code: String, words: String) throws {
    let server = try RunningServer()
    let good = try script(server.url)
    try #require(good.contains(old))
    // Without -f curl would print the error instead of failing; -i shows the diagnosis.
    let result = try run(good.replacing(old, with: new).replacing("curl -sf -X PUT", with: "curl -si -X PUT"))
    #expect(result.output.contains("\"code\":\(code)"), "\(result.output)\(result.errors)")
    let diagnosis = result.output.split(separator: "\r\n").first { $0.hasPrefix("X-Willcall-Diagnosis: ") }
    #expect(diagnosis?.contains(words) == true, "\(result.output)")
    #expect(!result.output.contains("411111"))
  }

  /// Keys are made while others are served: nobody waits for them on an event loop.
  @Test func manyCanAskForTheFirstCertificateAtOnce() throws {
    let server = try RunningServer()
    let endpoint = server.endpoint
    let answers = try Crowd.run(8) { number in
      let partner = Partner(try HTTPConnection(to: endpoint, timeout: .seconds(30)), key: "k\(number % 2)")
      return try partner.get("/partners/v1/certificate").expecting(200).text
    }
    #expect(Set(answers).count == 2, "one certificate a sandbox")
    #expect(try server.stop() == 0)
  }
}
