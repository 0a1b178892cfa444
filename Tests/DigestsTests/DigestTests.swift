import Digests
import Foundation
import Testing

/// SHA-1, SHA-256 and HMAC against published vectors, and against the system's `openssl`.
@Suite struct DigestTests {
  struct Vector: Sendable {
    let message: String
    let times: Int
    let sha1: String
    let sha256: String
  }

  /// The examples of FIPS 180 and of NIST's example values.
  @Test(arguments: [
    Vector(
      message: "", times: 1, sha1: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
      sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Vector(
      message: "abc", times: 1, sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    Vector(
      message: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", times: 1,
      sha1: "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
      sha256: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    Vector(
      message: "a", times: 1_000_000, sha1: "34aa973cd4c4daa4f61eeb2bdbad27316534016f",
      sha256: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func publishedDigests(vector: Vector) {
    let message = Array(String(repeating: vector.message, count: vector.times).utf8)
    #expect(Self.hex(SHA1.digest(of: message)) == vector.sha1)
    #expect(Self.hex(SHA256.digest(of: message)) == vector.sha256)
  }

  struct Keyed: Sendable {
    let key: [UInt8]
    let message: [UInt8]
    let code: String
  }

  /// RFC 2202 section 3, cases 1, 2, 3 and 6.
  @Test(arguments: [
    Keyed(
      key: [UInt8](repeating: 0x0B, count: 20), message: Array("Hi There".utf8),
      code: "b617318655057264e28bc0b6fb378c8ef146be00"),
    Keyed(
      key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8),
      code: "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
    Keyed(
      key: [UInt8](repeating: 0xAA, count: 20), message: [UInt8](repeating: 0xDD, count: 50),
      code: "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
    Keyed(
      key: [UInt8](repeating: 0xAA, count: 80),
      message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      code: "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
  ])
  func publishedCodesWithSHA1(keyed: Keyed) {
    #expect(Self.hex(HMAC<SHA1>(key: keyed.key).code(of: keyed.message)) == keyed.code)
  }

  /// RFC 4231 sections 4.2, 4.3, 4.4 and 4.7.
  @Test(arguments: [
    Keyed(
      key: [UInt8](repeating: 0x0B, count: 20), message: Array("Hi There".utf8),
      code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Keyed(
      key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8),
      code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Keyed(
      key: [UInt8](repeating: 0xAA, count: 20), message: [UInt8](repeating: 0xDD, count: 50),
      code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Keyed(
      key: [UInt8](repeating: 0xAA, count: 131),
      message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      code: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
  ])
  func publishedCodesWithSHA256(keyed: Keyed) {
    #expect(Self.hex(HMAC<SHA256>(key: keyed.key).code(of: keyed.message)) == keyed.code)
  }

  /// Every length up to two blocks and a bit, so that the padding falls into every place.
  @Test(arguments: ["sha1", "sha256"])
  func openssl(algorithm: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let messages = (0...130).map { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) } }
    let paths = messages.indices.map { folder.appendingPathComponent("\($0)").path }
    for (path, message) in zip(paths, messages) { try Data(message).write(to: URL(fileURLWithPath: path)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl", "dgst", "-\(algorithm)", "-r"] + paths
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let expected = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
    try #require(expected.count == messages.count)
    for (message, digest) in zip(messages, expected) {
      let found = algorithm == "sha1" ? SHA1.digest(of: message) : SHA256.digest(of: message)
      #expect(Self.hex(found) == digest, "\(message.count) bytes")
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
