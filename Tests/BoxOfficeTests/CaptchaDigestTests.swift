import Testing

@testable import BoxOffice

@Suite struct CaptchaDigestTests {
  // printf TEXT | sha256sum
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func textIsTheSHA256(token: String, text: String) {
    #expect(CaptchaDigest(of: token).text == text)
    #expect(CaptchaDigest(text) == CaptchaDigest(of: token))
  }

  @Test(arguments: [
    "", "abc", String(repeating: "0", count: 63), String(repeating: "0", count: 65), String(repeating: "A", count: 64),
    String(repeating: "0", count: 63) + "g", String(repeating: "0", count: 63) + "\u{E9}",
  ])
  func whatIsNoDigestIsRefused(text: String) {
    #expect(CaptchaDigest(text) == nil)
  }
}
