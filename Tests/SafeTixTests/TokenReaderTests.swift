import JSONText
import SafeTix
import Testing

@Suite struct TokenReaderTests {
  private static let hex = "95d1cefe8d8ca9fd1428c293988801c6f38c9360"
  private static let uuid = "68af69a4-f9a6-4e4a-91fa-460bda17f427"

  private func read(json: String) -> TokenReader.Reading {
    TokenReader.read(Base64.string(Array(json.utf8)))
  }

  @Test func readsThePrintedOrderToken() {
    let reading = TokenReader.read(PrintedTokens.order)
    #expect(reading.form == .rotating)
    #expect(
      reading.token
        == EntryToken(
          barcode: "0118856698865396", rawToken: "BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb",
          customerKey: Self.hex, eventKey: "5de13670638001fa7dc8a647c207dc349d04d1c7", renderType: .rotatingSymbology))
    #expect([reading.web, reading.iOS, reading.android] == [.rotatingPDF417, .rotatingPDF417, .rotatingPDF417])
    #expect(reading.warnings.isEmpty)
  }

  @Test func warnsOfThePrintedSecureRenderToken() {
    let reading = TokenReader.read(PrintedTokens.secureRender)
    #expect(reading.form == .rotating)
    #expect(reading.token?.barcode == "0867346476041616a")
    #expect(reading.token?.customerKey == Self.uuid)
    #expect([reading.web, reading.iOS, reading.android] == [.rotatingPDF417, .staticPDF417, .rotatingPDF417])
    #expect(reading.warnings.count == 4)
    #expect(reading.warnings.first == "ck has hyphens, like a UUID: the iOS SDK draws a static PDF417 of b instead.")
  }

  @Test func refusesThePrintedScrambledToken() {
    let reading = TokenReader.read(PrintedTokens.scrambled)
    guard case .notToken(let reason) = reading.form else {
      Issue.record("the scrambled token was read as \(reading.form)")
      return
    }
    #expect(reason.contains("base64"))
    #expect(reading.token == nil)
    #expect([reading.web, reading.iOS, reading.android] == [.error, .error, .error])
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var json: String
    var form: TokenReader.Form
    var web: TokenReader.Rendering
    var iOS: TokenReader.Rendering
    var android: TokenReader.Rendering
    var warnings = 0
    var testDescription: String { json }

    init(
      _ json: String, _ form: TokenReader.Form, _ web: TokenReader.Rendering, _ iOS: TokenReader.Rendering,
      _ android: TokenReader.Rendering, warnings: Int = 0
    ) {
      (self.json, self.form, self.web, self.iOS, self.android) = (json, form, web, iOS, android)
      self.warnings = warnings
    }
  }

  /// What the published SDKs do with each form.
  @Test(arguments: [
    Row(
      #"{"b":"1","t":"T","ck":"ab","ek":"cd","rt":"rotating_symbology"}"#, .rotating, .rotatingPDF417, .rotatingPDF417,
      .rotatingPDF417),
    Row(
      #"{"t":"T","ck":"ab","rt":"rotating_symbology"}"#, .rotating, .rotatingPDF417, .rotatingPDF417, .rotatingPDF417),
    Row(#"{"t":"T","ck":"AB"}"#, .rotating, .rotatingPDF417, .rotatingPDF417, .rotatingPDF417),
    Row(#"{"b":"1","t":"TM::03::abc9","ck":"ab"}"#, .versionThree, .rotatingPDF417, .rotatingPDF417, .rotatingPDF417),
    Row(#"{"b":"1","rt":"rotating_symbology"}"#, .staticBarcode, .staticPDF417, .staticPDF417, .staticPDF417),
    Row(
      #"{"b":"1","ck":"ab","ek":"cd","rt":"rotating_symbology"}"#, .staticBarcode, .staticPDF417, .staticPDF417,
      .staticPDF417),
    Row(#"{"b":"1","rt":"barcode"}"#, .staticBarcode, .qrCode, .qrCode, .qrCode),
    Row(#"{"b":"1","t":"T","ck":"ab","rt":"barcode"}"#, .staticBarcode, .qrCode, .qrCode, .qrCode),
    Row(#"{"b":"1"}"#, .staticBarcode, .staticPDF417, .qrCode, .qrCode),
    Row(#"{"b":"1","rt":null,"unknown":[1]}"#, .staticBarcode, .staticPDF417, .qrCode, .qrCode),
    Row(#"{"b":"1","rt":"BARCODE"}"#, .staticBarcode, .qrCode, .qrCode, .error, warnings: 1),
    Row(
      #"{"b":"1","t":"T","ck":"ab","rt":"ROTATING_SYMBOLOGY"}"#, .rotating, .rotatingPDF417, .error, .error, warnings: 1
    ),
    Row(
      #"{"b":"1","t":"T","ck":"a-","ek":"cd","rt":"rotating_symbology"}"#, .rotating, .rotatingPDF417, .staticPDF417,
      .rotatingPDF417, warnings: 3),
    Row(
      #"{"t":"T","ck":"xyz","rt":"rotating_symbology"}"#, .rotating, .rotatingPDF417, .error, .rotatingPDF417,
      warnings: 3),
    Row(
      #"{"b":"1","t":"T","ck":"ab","ek":"c-","rt":"rotating_symbology"}"#, .rotating, .rotatingPDF417, .rotatingPDF417,
      .rotatingPDF417, warnings: 3),
  ])
  func drawsAsTheSDKsDo(_ row: Row) {
    let reading = read(json: row.json)
    #expect(reading.form == row.form)
    #expect(reading.web == row.web)
    #expect(reading.iOS == row.iOS)
    #expect(reading.android == row.android)
    #expect(reading.warnings.count == row.warnings)
  }

  @Test(arguments: ["964537283421", "123456789012345678", "0867346476041616a", "0867346476041616Z"])
  func takesDigitsForABarcode(text: String) {
    let reading = TokenReader.read(text)
    #expect(reading.form == .rawDigits)
    #expect(reading.token == EntryToken(barcode: text))
    #expect([reading.web, reading.iOS, reading.android] == [.qrCode, .qrCode, .qrCode])
  }

  @Test(arguments: [
    ("", "base64, but not of JSON: line 1, column 1: the text is empty"),
    (
      "12345678901",
      "not a barcode of 12 to 18 digits, and not base64: base64 comes in groups of four characters; this text has 11"
    ),
    (
      "1234567890123456789",
      "not a barcode of 12 to 18 digits, and not base64: base64 comes in groups of four characters; this text has 19"
    ),
    (
      "123456789012ab",
      "not a barcode of 12 to 18 digits, and not base64: base64 comes in groups of four characters; this text has 14"
    ),
    (
      "eyJi-w==",
      "not a barcode of 12 to 18 digits, and not base64: \"-\" at offset 4 is from the URL-safe alphabet; tokens use + and /"
    ),
    (
      "eyJiIjoiMSJ9\n",
      "not a barcode of 12 to 18 digits, and not base64: byte 10 at offset 12 is a line break; tokens are one line"
    ),
    (Base64.string(Array("[]".utf8)), "the token's JSON, line 1, column 1: expected an object, found an array"),
    (
      Base64.string(Array(#"{"b":7}"#.utf8)),
      "the token's JSON, line 1, column 6: /b: expected a string, found a number"
    ),
    (
      Base64.string(Array(#"{"b":"1","b":"2"}"#.utf8)),
      #"base64, but not of JSON: line 1, column 10: duplicate key "b""#
    ),
    (Base64.string(Array("{}".utf8)), "it has neither b, nor both t and ck"),
    (Base64.string(Array(#"{"t":"x","rt":"rotating_symbology"}"#.utf8)), "it has neither b, nor both t and ck"),
    (Base64.string(Array(#"{"t":"x","ck":"ab","rt":"barcode"}"#.utf8)), "rt is barcode but b is missing"),
    (
      Base64.string(Array(#"{"b":"1","rt":"nfc"}"#.utf8)), #"rt is "nfc"; the SDKs know rotating_symbology and barcode"#
    ),
  ])
  func saysWhyATextIsNoToken(text: String, reason: String) {
    let reading = TokenReader.read(text)
    #expect(reading.form == .notToken(reason))
    #expect([reading.web, reading.iOS, reading.android] == [.error, .error, .error])
  }

  @Test func readsWhatTheIssuerMakes() {
    let issuer = TokenIssuer(seed: 3)
    for style in TokenStyle.allCases {
      var writer = JSONWriter()
      issuer.writeToken(barcode: "964537283421", ticket: 1, device: 2, event: 3, issue: 4, style: style, into: &writer)
      let reading = TokenReader.read(String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self))
      #expect(
        reading.token == issuer.token(barcode: "964537283421", ticket: 1, device: 2, event: 3, issue: 4, style: style))
      #expect(reading.form == (style == .barcodeOnly ? .staticBarcode : .rotating))
      #expect(reading.warnings.isEmpty == (style != .documentationExample))
    }
  }
}
