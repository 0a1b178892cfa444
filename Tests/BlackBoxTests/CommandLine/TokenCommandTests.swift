import Foundation
import Testing

/// `willcall token`, on the tokens that the documents print.
@Suite(.timeLimit(.minutes(5)))
struct TokenCommandTests {
  /// The order example's token: forty hexadecimal digits a key.
  static let order =
    "eyJiIjoiMDExODg1NjY5ODg2NTM5NiIsInQiOiJCQVVBTDR6bHR5SDJFUUlBQUFBQUFRQUFBQUIraHBYTThsQnpwQWxvVEdKVldZZDB2amxSdm"
    + "pta2FMTm4rK1FiIiwiY2siOiI5NWQxY2VmZThkOGNhOWZkMTQyOGMyOTM5ODg4MDFjNmYzOGM5MzYwIiwiZWsiOiI1ZGUxMzY3MDYzODAwMWZh"
    + "N2RjOGE2NDdjMjA3ZGMzNDlkMDRkMWM3IiwicnQiOiJyb3RhdGluZ19zeW1ib2xvZ3kifQ=="
  static let orderRawToken = "BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb"

  /// The Secure Render example's token: keys with hyphens.
  static let hyphenated =
    "eyJiIjoiMDg2NzM0NjQ3NjA0MTYxNmEiLCJ0IjoiQkFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFDR2tmNWxkZWZ3WEh3WmpvRmMzcnNEY0RINk"
    + "pyY2pqOW0yS0liKyIsImNrIjoiNjhhZjY5YTQtZjlhNi00ZTRhLTkxZmEtNDYwYmRhMTdmNDI3IiwiZWsiOiIwNmVjNTNjNy00OWU0LTQ3YTQt"
    + "ODgwMi01N2Y3M2RjM2FiZmMiLCJydCI6InJvdGF0aW5nX3N5bWJvbG9neSJ9"

  /// The delay example's token, which is scrambled.
  static let scrambled =
    "xxxxxBVRytNDM2NzkzODA2NDAwMTUwMSIsInQiOiJBMEZeyJiIjoiUFBQUFRQUvQjlDIiwiY2siOiJjY2M3YTdkYjI4OTEzNDFjNzA1MmVmOWJmO"
    + "WZhMThkYTNkOWN4IM2MGU2YzFjIiwicnQiOiJyb3RiwiZWsiOiJmM2I5ODhdGluZ19zeWxvZ3kifQTGIyZpbEZlYzAwNDY1NGE0NDUyMzljNGZlYT"
    + "gzNGQyNmhtSUNFWkVFBQUJhdWs4WVpLV2sGQEREVxdHg5ZVdm=="

  @Test func theFieldsOfTheDocumentedTokenArePrinted() throws {
    let result = try Command.run(["token", "decode", Self.order])
    #expect(result.status == 0)
    #expect(
      result.outputLines == [
        "form     rotating token", "b        0118856698865396", "t        \(Self.orderRawToken)",
        "ck       95d1cefe8d8ca9fd1428c293988801c6f38c9360", "ek       5de13670638001fa7dc8a647c207dc349d04d1c7",
        "rt       rotating_symbology", "web      rotating PDF417", "iOS      rotating PDF417",
        "Android  rotating PDF417",
      ])
  }

  @Test func aTokenWithHyphensIsPrintedWithWhatSurprises() throws {
    let result = try Command.run(["token", "decode", Self.hyphenated])
    #expect(result.status == 0)
    #expect(result.outputLines.contains("ck       68af69a4-f9a6-4e4a-91fa-460bda17f427"))
    #expect(result.outputLines.contains("iOS      static PDF417"))
    #expect(result.outputLines.contains { $0.hasPrefix("note ") && $0.contains("hyphens") })
  }

  /// The passwords come from Python's `hmac` and the formula of RFC 6238 with SHA-1, six digits and 15 seconds.
  @Test(arguments: [
    ("1580000000", "623336::374652::1580000000"),
    ("2020-01-26T00:53:20Z", "623336::374652::1580000000"),
    ("1580000015", "476618::557831::1580000015"),
  ])
  func thePayloadIsWhatAnSDKDraws(time: String, codes: String) throws {
    let result = try Command.run(["token", "payload", Self.order, "--at", time])
    #expect(result.status == 0)
    #expect(result.output == "\(Self.orderRawToken)::\(codes)\n")
    #expect(result.errors.hasPrefix("PDF417 at 2020-01-26T00:53:"))
  }

  /// That a reader reads it is for `.ci/symbols`.
  @Test func theSymbolOfATokenFitsATerminal() throws {
    let dark = try Command.run(["token", "draw", Self.order, "--at", "1580000000"])
    #expect(dark.status == 0)
    #expect(dark.errors == "PDF417 at 2020-01-26T00:53:20Z, redrawn in 10 s\n")
    #expect(dark.outputLines.allSatisfy { $0.count == 71 })
    #expect(dark.outputLines.first?.allSatisfy { $0 == "█" } == true)
    let light = try Command.run(["token", "draw", Self.order, "--at", "1580000000", "--light"])
    #expect(light.outputLines.first?.allSatisfy { $0 == " " } == true)
    #expect(light.outputLines.count == dark.outputLines.count)
    let code = try Command.run(["token", "draw", "0118856698865396"])
    #expect(code.errors.hasPrefix("QR code at "))
    #expect(code.outputLines.allSatisfy { $0.count == 29 })
  }

  @Test func theSymbolIsWrittenAsSVG() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("code.svg")
    let result = try Command.run(["token", "draw", Self.order, "--at", "1580000000", "--svg", path])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let document = try String(contentsOfFile: path, encoding: .utf8)
    #expect(document.contains("<title>PDF417 at 2020-01-26T00:53:20Z, redrawn in 10 s</title>"))
    let failed = try Command.run(["token", "draw", Self.order, "--svg", "/no/such/folder/code.svg"])
    #expect(failed.status == 1)
    #expect(failed.errors.contains("/no/such/folder/code.svg"))
  }

  @Test(arguments: [
    ([scrambled], "not a token"), (["eyJydCI6ImJhcmNvZGUifQ=="], "b is missing"),
    ([String(repeating: "7", count: 6_000), "--as", "qr"], "too long"),
  ])
  func whatHasNoSymbolIsAFailure(arguments: [String], reason: String) throws {
    let result = try Command.run(["token", "draw"] + arguments)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(reason))
  }

  @Test func thePayloadOfNowCarriesNow() throws {
    let result = try Command.run(["token", "payload", Self.order])
    #expect(result.status == 0)
    let parts = result.output.split(separator: ":")
    #expect(parts.count == 4)
    #expect((parts.last.flatMap { Int($0.dropLast()) } ?? 0) > 1_600_000_000)
  }

  @Test func digitsAreAQRCode() throws {
    let result = try Command.run(["token", "payload", "012345678901"])
    #expect(result.status == 0)
    #expect(result.output == "012345678901\n")
    #expect(result.errors.hasPrefix("QR code"))
  }

  @Test(arguments: ["decode", "payload"], [scrambled, "garbage", "eyJ9", "12345", " ", "e30="])
  func whatIsNoTokenIsAFailureWithAReason(command: String, text: String) throws {
    let result = try Command.run(["token", command, text])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("willcall: not a token: "))
  }

  @Test(arguments: ["", "\n", "\r\n"], ["", " \t"])
  func aTokenMayComeFromStandardInput(end: String, start: String) throws {
    let decoded = try Command.run(["token", "decode", "-"], input: start + Self.order + end)
    #expect(decoded.status == 0)
    #expect(try decoded.output == Command.run(["token", "decode", Self.order]).output)
    let drawn = try Command.run(["token", "payload", "-", "--at", "1580000000"], input: start + Self.order + end)
    #expect(drawn.output == "\(Self.orderRawToken)::623336::374652::1580000000\n")
  }

  @Test(arguments: ["decode", "payload"], ["", " \n", "garbage", String(repeating: "A", count: 70_000)])
  func standardInputThatIsNoTokenIsAFailureWithAReason(command: String, text: String) throws {
    let result = try Command.run(["token", command, "-"], input: text)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1 && result.errors.hasPrefix("willcall: not a token: "))
  }

  /// Whoever sends a token must not rule the terminal of whoever reads it.
  @Test(arguments: [["token", "decode"], ["token", "payload"]])
  func controlCharactersAreReadAndNotObeyed(command: [String]) throws {
    let text = #"{"b":"0123\u001b[2J\n456\u202e","rt":"barcode"}"#
    let result = try Command.run(command + [Data(text.utf8).base64EncodedString()])
    #expect(result.status == 0)
    #expect(result.output.contains(#"0123\u{1B}[2J\u{A}456\u{202E}"#))
    #expect(result.output.unicodeScalars.allSatisfy { $0 == "\n" || (0x20..<0x7F).contains($0.value) })
  }
}
