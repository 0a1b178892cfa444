import HTTPTypes
import Sandboxes
import Testing

/// Which sandbox a control request is about.
@Suite struct SandboxPickingTests {
  @Test(
    arguments: [
      ("clock?apikey=a&apikey=a", nil), ("clock?apikey=a&apiKey=a", nil), ("clock?apikey=a&apikey=b", "?apikey"),
      ("clock?apikey=a&apiKey=b", "?apikey"), ("requests?apikey=a&status=200&status=200", nil),
      ("requests?apikey=a&status=200&status=400", "?status"), ("requests?apikey=a&limit=1&limit=2", "?limit"),
    ] as [(String, String?)])
  func aParameterHasOneValue(path: String, wrong: String?) throws {
    let answer = try Stage().controlAsIs(.get, "/__willcall/\(path)")
    if let wrong { answer.expectError(400, path: wrong) } else { #expect(answer.status == 200) }
  }

  @Test func withoutKeyTheOnlySandboxIsMeant() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix, key: "only-one")
    let answer = try stage.control(.get, "carts", key: .some(nil))
    #expect(try answer.integer("/total") == 1)
  }

  @Test func withoutKeyTheKeyOfTheServerIsMeantIfItHasOne() throws {
    let stage = try Stage(keys: ["server-key"])
    #expect(try stage.control(.get, "clock", key: .some(nil)).status == 200)
    #expect(stage.directory.all.map(\.key) == ["server-key"])
  }

  @Test func withoutKeySeveralSandboxesAreListed() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix, key: "my-key")
    try stage.hold(EventID.phoenix, key: "recital8f3k2m5n7p9q1r4s6t")
    let answer = try stage.control(.get, "clock", key: .some(nil))
    answer.expectError(400, path: "?apikey", found: "nothing")
    #expect(try answer.string("/error/expected") == "the key of one of my-key, reci…")
  }

  @Test(arguments: [
    ("my-key", "my-key"), ("a", "a"), ("abcdefghijklmnopqrstuvw", "abcdefghijklmnopqrstuvw"),
    ("abcdefghijklmnopqrstuvwx", "abcd…"), ("7Elxdku9GGG5k8j0Xm8KWdANDgecHMV0", "7Elx…"),
    ("test-of-many-carts-at-once-3", "test-of-many-carts-at-once-3"),
    ("3d7e57b4-7030-4600-9725-bfa62f44a9d6", "3d7e57b4-7030-4600-9725-bfa62f44a9d6"),
  ])
  func keysThatLookRealAreMasked(key: String, shown: String) throws {
    #expect(try Stage(key: key).sandbox.maskedKey == shown)
  }

  @Test func withoutKeyAndSandboxesAKeyIsAskedFor() throws {
    try Stage().control(.get, "clock", key: .some(nil)).expectError(400, path: "?apikey")
  }

  @Test func refusedKeyIsNotEchoed() throws {
    let answer = try Stage(keys: ["one", "two"]).control(.get, "clock", key: "secret-three")
    answer.expectError(400, path: "?apikey")
    #expect(!answer.text.contains("secret-three"))
  }

  @Test func keyMayComeInTheHeaderButNotTwice() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix, key: "in-header")
    let headers: KeyValuePairs = ["Host": "localhost", "x-api-key": "in-header"]
    #expect(try stage.control(.get, "carts", key: .some(nil), headers: headers).integer("/total") == 1)
    try stage.control(.get, "carts", key: "other", headers: headers).expectError(400, path: "?apikey")
  }

  @Test(arguments: ["carts", "orders", "events", "requests", "state"])
  func onlyClockAndResetTakeAll(path: String) throws {
    try Stage().control(.get, path, key: "*").expectError(400, path: "?apikey", found: "*")
  }

  @Test func dateIsThatOfTheSandbox() throws {
    let stage = try Stage()
    _ = try stage.control(.post, "clock", #"{"set":"2027-01-01T00:00:00Z"}"#)
    #expect(try stage.control(.get, "carts").header("Date") == "Fri, 01 Jan 2027 00:00:00 GMT")
    #expect(try stage.control(.get, "carts", key: "other").header("Date") == "Tue, 02 Jun 2026 03:30:00 GMT")
  }
}
