import EntryCode
import Testing

/// Taking apart what a scanner read.
@Suite struct ScannedPayloadTests {
  @Test(
    arguments: [
      ("BAUA::111111::222222::1575000000", "BAUA", "111111", "222222", 1_575_000_000),
      ("BAUA::111111::222222", "BAUA", "111111", "222222", nil),
      ("BAUA::222222", "BAUA", nil, "222222", nil),
      ("TM::03::abc9::222222", "TM::03::abc9", nil, "222222", nil),
      ("TM::03::abc9::111111::222222", "TM::03::abc9", "111111", "222222", nil),
      (" BAUA:: 111111 ::222222::0\n", "BAUA", "111111", "222222", 0),
    ] as [(String, String, String?, String, Int64?)])
  func findsThePasswords(text: String, subject: String, event: String?, customer: String, seconds: Int64?) {
    let payload = ScannedPayload(text)
    #expect(payload?.subject == subject)
    #expect(payload?.passwords?.event == event)
    #expect(payload?.passwords?.customer == customer)
    #expect(payload?.passwords?.seconds == seconds)
  }

  @Test(arguments: ["0118856698865396", "0867346476041616a", "Reload ticket", "TM:03"])
  func takesOneThingForABarcode(text: String) {
    #expect(ScannedPayload(text)?.subject == text)
    #expect(ScannedPayload(text) != nil && ScannedPayload(text)?.passwords == nil)
  }

  @Test(
    arguments: [
      "", " ", "::", "::222222", "BAUA::22222", "BAUA::2222222", "BAUA::22222a", "BAUA::２２２２２２", "BAUA::",
      "BAUA::111111::222222::noon", "BAUA::111111::222222::-1", "BAUA::1::2::3::4", "BAUA::111111::222222::1::2",
    ])
  func refusesWhatNoSDKDraws(text: String) {
    #expect(ScannedPayload(text) == nil)
  }
}
