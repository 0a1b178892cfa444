import Determinism
import Testing

@Suite struct ISO8601DurationTests {
  @Test(
    arguments: [
      ("PT5M", .seconds(300), "PT5M"), ("P1D", .seconds(86_400), "P1D"), ("PT1H30M", .seconds(5_400), "PT1H30M"),
      ("P1W", .seconds(604_800), "P7D"), ("PT0.5S", .milliseconds(500), "PT0.5S"),
      ("PT0,5S", .milliseconds(500), "PT0.5S"),
      ("-PT30S", .seconds(-30), "-PT30S"), ("+P1DT12H", .seconds(129_600), "P1DT12H"),
      ("PT90M", .seconds(5_400), "PT1H30M"),
      ("PT0S", .zero, "PT0S"), ("-P0D", .zero, "PT0S"), ("PT1.5H", .seconds(5_400), "PT1H30M"),
      ("P0.5D", .seconds(43_200), "PT12H"), ("PT1H0.25S", .milliseconds(3_600_250), "PT1H0.25S"),
      ("-PT0.001S", .milliseconds(-1), "-PT0.001S"),
      ("PT0.0000000000000000019S", Duration(attoseconds: 1), "PT0.000000000000000001S"),
      ("P1DT1S", .seconds(86_401), "P1DT1S"), ("PT036H", .seconds(129_600), "P1DT12H"),
      (
        "PT9223372036854775807S", Duration(secondsComponent: .max, attosecondsComponent: 0),
        "P106751991167300DT15H30M7S"
      ),
    ] as [(String, Duration, String)])
  func readsAndWrites(text: String, duration: Duration, written: String) {
    #expect(Duration(iso8601: text) == duration)
    #expect(duration.iso8601 == written)
    #expect(Duration(iso8601: written) == duration)
  }

  @Test(arguments: [
    "", "P", "PT", "5M", "T5M", "P5M", "P1Y", "P1M", "P1Y2M3D", "PT5", "PT5M3", "PT5H3H", "PT5S3M", "P1WT1H", "P1W1D",
    "P1D1W", "PT1.5H30M", "PT.5S", "PT5.S", "PT5M ", " PT5M", "pt5m", "P1DT", "--PT5M", "P-1D", "PT1e3S", "P1H", "PT1D",
    "PTT5M", "PT9223372036854775808S", "P106751991167301D", "P99999999999999999999999999999999999999999D",
    "P9223372036854775807W", "PT9223372036854775807H",
  ])
  func refusesOtherTexts(text: String) {
    #expect(Duration(iso8601: text) == nil)
  }

  @Test func writesTheLongestDurations() {
    #expect(Duration(secondsComponent: .min, attosecondsComponent: 0).iso8601 == "-P106751991167300DT15H30M8S")
  }
}
