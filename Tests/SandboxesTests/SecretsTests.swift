import Determinism
import HTTPTypes
import HTTPWire
import Testing

@testable import Sandboxes

/// What is taken out of texts, and what is left in them.
@Suite struct SecretsTests {
  private static let key = "Ab3dEf6hIj9lMn2pQr5tUv8x"
  private let secrets = Secrets(keys: [key, "my-tests"]) { $0 == "4588883206000011" }

  @Test(arguments: [
    ("4111111111111111", "***"), ("a4111111111111111b", "a***b"), ("n=4222222222222&x", "n=***&x"),
    ("378282246310005", "***"), ("6304000000000000000", "***"), ("3782 822463 10005", "***"),
    ("4111 1111-1111 1111", "***"), ("4111  1111 - 1111 1111.", "***."),
    ("4111\u{A0}1111\u{2011}1111\u{2009}1111", "***"),
    ("4111111111111111 12/30 123", "*** 12/30 123"), ("12-30 4111111111111111", "12-30 ***"),
    ("%34111111111111111", "***"), ("%2534111111111111111", "***"), ("%4111111111111111", "%***"),
    (#"\u0034111111111111111"#, "***"), (#"\\u0034\u0031\u00311111111111111"#, "***"),
    ("4111%201111%2D1111+1111", "***"), ("4111%C2%A01111 1111 1111", "***"),
    ("4111111111111111,5555555555554444", "***,***"),
  ])
  func cardNumbersAreTakenOut(text: String, shown: String) {
    #expect(secrets.shown(text) == shown)
  }

  @Test(arguments: [
    "", "no digits", "411111111111111", "4111111111111112", "41111111111111111111", "0000000000000000",
    "4111.1111.1111.1111", "4111\n1111\n1111\n1111", "2026-12-01 18:00:00", "000000000001", "3F00DE1A00000001",
    "12345678901234567890123456789", "4588883206000011", "39-30001/PHX", "%", "%4", #"\"#, #"\u00"#, "4111%", "%FF%00",
    // A UUID and digests that have a number with a right check digit in them.
    "c4111111-1111-1111-2bc4-aaaaaaaaaaaa", "wallet-wallet-4111111111111111aaaabbbbccccdddd",
    "traceparent: 00-4111111111111111aaaabbbbccccdddd-b7ad6b7169203331-01",
  ])
  func whatIsNoCardNumberStays(text: String) {
    #expect(secrets.shown(text) == text)
  }

  /// Digits of a card among anything else, each as it is or escaped in one of the ways there are.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func aNumberIsFoundAmongAnythingElse(seed: UInt64) {
    var source = SeededSource(seed: seed, purpose: SeededSource.Purpose(rawValue: 0x7365_6372))
    func pick(_ choices: [String]) -> String { choices[Int(source.next() % UInt64(choices.count))] }
    func noise() -> String {
      (0..<(source.next() % 20)).map { _ in
        pick(["a", "Z", "%", "\\", "\"", "{", ":", "é", "/", "=", "&", "\n", "%41"])
      }.joined()
    }
    var number = ""
    for (place, digit) in "4000056655665556".enumerated() {
      if place > 0, source.next() % 4 == 0 { number += pick([" ", "-", "+", "%20", "%2D", " - ", "\u{A0}"]) }
      number += pick([String(digit), String(digit), "%3\(digit)", "\\u003\(digit)", "%253\(digit)"])
    }
    let (before, after) = (noise() + "x", "y" + noise())
    let shown = secrets.shown(before + number + after)
    #expect(!shown.contains(number), "\(before)\(number)\(after)")
    #expect(shown.hasPrefix(before) && shown.hasSuffix(after) && shown.contains("***"), "\(shown)")
  }

  @Test func anIdThatTheServerIssuedHidesNothingBesideIt() {
    #expect(secrets.shown("4588883206000011 4111111111111111") == "4588883206000011 ***")
  }

  @Test(arguments: [
    (#"{"cvv":"123"}"#, #"{"cvv":"***"}"#), ("cvv=123&a=b", "cvv=***&a=b"), ("a?CVC2=1", "a?CVC2=***"),
    ("card[security-code]=1&x", "card[security-code]=***&x"), ("<cvv>123</cvv><a>", "<cvv>***</cvv><a>"),
    (#"{"cid" : 12, "x""#, #"{"cid" : ***, "x""#), (#"{'pin':1,'cvn':'12"#, #"{'pin':1,'cvn':'***"#),
    (#"{"cin":{"a":[1]},"b":2"#, #"{"cin":***,"b":2"#), (#"{"csc": "1\"2", "#, #"{"csc": "***", "#),
    ("cvv%3D123%26x", "cvv%3D***%26x"), (#""{\"cvv\":\"123\"}"#, #""{\"cvv\":\"***\"}"#),
    ("; name=\"cvv\"\r\n\r\n123\r\n--x", "; name=\"cvv\"\r\n\r\n***\r\n--x"),
    ("number=fake-valid-visa-nonce&cvv=", "number=fake-valid-visa-nonce&cvv="), ("number=41", "number=***"),
    ("order_number=39-20827&acid=1&cvvs=2&civil=3", "order_number=39-20827&acid=1&cvvs=2&civil=3"),
    ("apikey=my-tests&apiKey=Zz3dEf6hIj9lMn2pQr5tUv8x", "apikey=my-tests&apiKey=***"),
  ])
  func valuesAreTakenOutByTheirNames(text: String, shown: String) {
    #expect(secrets.shown(text, .everyName) == shown)
  }

  @Test func theServersOwnWordsAreNotJudgedByNames() {
    #expect(secrets.shown("cvv: 123, number=41") == "cvv: 123, number=41")
  }

  @Test(arguments: [
    (key, "***"), ("/a/\(key)/b", "/a/***/b"), ("x\(key)y", "x***y"), ("%41b3dEf6hIj9lMn2pQr5tUv8x", "***"),
    (#"\u0041b3dEf6hIj9lMn2pQr5tUv8x"#, "***"), ("Identifier : Zz3dEf6hIj9lMn2pQr5tUv8x\"", "Identifier : ***\""),
    ("my-tests", "my-tests"), ("Ab3dEf6hIj9lMn2pQr5tUv8", "Ab3dEf6hIj9lMn2pQr5tUv8"),
  ])
  func keysThatLookRealAreTakenOut(text: String, shown: String) {
    #expect(secrets.shown(text) == shown)
  }

  // MARK: Sentences

  @Test(arguments: [
    ("There is no event a-name-4111111...; there are A.", "There is no event a-name-***...; there are A."),
    ("There is no event 4111111 today.", "There is no event *** today."),
    ("There is no event 411111.", "There is no event 411111."),
    ("There is no event 5111111.", "There is no event 5111111."),
    ("no cart xAb3dEf6hIj9l.", "no cart x***."), ("no cart xAb3dEf6.", "no cart xAb3dEf6."),
    (
      "line 1, column 9: /payment/card/cin: expected a string, found 12.5",
      "/payment/card/cin: expected a string, found ***"
    ),
    ("/card/cvv: expected 3 digits, found \"12\". cartId is old.", "found ***. cartId is old."),
    ("/payment/card/cin: expected a string, found an object", "found an object"),
    ("/payment/amount: expected a string, found 12.5", "found 12.5"),
  ])
  func whatASentenceHasCutIsTakenOut(sentence: String, end: String) throws {
    let request = try Request(.get, "/partners/v1/events/a-name-%34111111111111111/availability")
    let shown = secrets.shown(diagnosis: sentence, of: request)
    #expect(shown.hasSuffix(end), "\(shown)")
  }

  @Test func aSentenceThatRepeatsALongValueIsCut() {
    let shown = secrets.shown(diagnosis: String(repeating: "x", count: 100_000), of: nil)
    #expect(shown.utf8.count < 3000)
  }

  // MARK: Messages

  @Test func jsonStaysJSONAndWhatHasNoSecretsStaysAsItIs() throws {
    var request = try Request(.post, "/p?a=1", body: Array(#"{ "a" : 1.0, "b":"\u0041" }"#.utf8))
    #expect(secrets.shown(request).body == request.body)
    request.body = Array(#"{ "a" : 4111111111111111, "cvv": null, "pan": 7, "5555555555554444": [true, "x"] }"#.utf8)
    let shown = String(decoding: secrets.shown(request).body, as: UTF8.self)
    #expect(shown == #"{"a":"***","cvv":null,"pan":"***","***":[true,"x"]}"#)
  }

  @Test(arguments: [
    (
      "{ \"card\" : { \"cin\" : \"123\",\n \"number\": \"fake-valid-visa-nonce\" } }",
      "{ \"card\" : { \"cin\" : \"***\",\n \"number\": \"fake-valid-visa-nonce\" } }"
    ),
    (
      #"{"a": [4111111111111111, 1], "b": "x 4111 1111 1111 1111\ty", "cvv": {"c": [1]}, "pan": null, "d": 1}"#,
      #"{"a": ["***", 1], "b": "x ***\ty", "cvv": "***", "pan": null, "d": 1}"#
    ),
    (#"{"b": "\u0034111111111111111", "c": "\u0041"}"#, #"{"b": "***", "c": "\u0041"}"#),
    (#"{ "a" : 1.0 }"#, #"{ "a" : 1.0 }"#), ("4111111111111111", #""***""#),
    // A name that is secret itself.
    (#"{ "5555555555554444" : [ true ] }"#, #"{"***":[true]}"#),
    ("cvv=1", "***"), (#"{"a": 1"#, "***"),
  ])
  func cardDataIsTakenOutAndTheRestStaysAsSent(content: String, kept: String) {
    #expect(String(decoding: secrets.withoutCardData(Array(content.utf8)), as: UTF8.self) == kept)
  }

  @Test(arguments: [
    ("/4111111111111111?x=4111+1111+1111+1111&cvv=1", "/***?x=***&cvv=***"), ("/a/b?c=d", "/a/b?c=d"),
    ("http://4111111111111111/a", "http://***/a"),
  ])
  func targetsStayTargets(target: String, shown: String) throws {
    #expect(secrets.shown(try RequestTarget(target)).raw == shown)
  }

  /// A text of one kind again and again must not cost more than its length.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "1 ", "4111111111111111 ", "4111111111111111a", "apikey:", "apikey={", "number:fake-", "%25", #"\u0034"#, "cvv={",
      "'",
      "\r\n\r\n", "Ab3dEf6", "a4111111111111111-",
    ])
  func longTextsTakeNoLonger(piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    _ = secrets.shown(text, .everyName)
  }
}
