import Determinism
import Testing

@testable import Ledger

@Suite struct ReportJUnitTests {
  @Test func notReady() {
    let details = ReportDetails(
      drawnAt: Instant(rfc3339: "2026-12-01T18:30:00.250Z"), duration: .milliseconds(61_007))
    let place = "2026-12-01T18:00:00.120Z, request"
    let received = "x-user-id 999, but the order&#39;s account is 12313131"
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="willcall" tests="4" failures="1" errors="0" time="61.007">
        <testsuite name="willcall" tests="4" failures="1" errors="0" skipped="0" time="61.007" \
      timestamp="2026-12-01T18:30:00">
          <properties>
            <property name="verdict" value="not ready"/>
            <property name="rules" value="1"/>
            <property name="sandboxes" value="1"/>
          </properties>
          <testcase classname="willcall.ledger" name="present-form" time="0.000">
            <system-out>advice, broken once
      The present-form sentence.
      To fix it: Mend present-form.
      Source: S notes
      - \(received) (\(place) r3 of sandbox checkout)</system-out>
          </testcase>
          <testcase classname="willcall.ledger" name="user-id-matches" time="0.000">
            <failure message="The user-id-matches sentence. Broken 12 times." type="violation">\
      The user-id-matches sentence.
      To fix it: Mend user-id-matches.
      Source: S notes
      - \(received) (\(place) r4 of sandbox checkout)
      - \(received) (\(place) r5 of sandbox checkout)
      - \(received) (\(place) r6 of sandbox checkout)
      - \(received) (\(place) r7 of sandbox checkout)
      - 8 more, whose facts were not kept</failure>
            <system-out>- waived (negative test): \(received) (\(place) r8 of sandbox checkout)</system-out>
          </testcase>
          <testcase classname="willcall.ledger" name="body-is-json" time="0.000">
            <system-out>warning, broken once
      The body-is-json sentence.
      To fix it: Mend body-is-json.
      Source: S notes
      - \(received) (2026-12-01T18:00:00.120Z, sandbox checkout)</system-out>
          </testcase>
          <testcase classname="willcall.ledger" name="captcha-once" time="0.000"/>
          <system-out>Not ready. Broken: 1 violation, 1 warning, 1 piece of advice. All 6 steps were seen.
      Lost commit, request r7 of sandbox checkout, bought twice: the client bought the same event again without \
      asking for the order.</system-out>
        </testsuite>
      </testsuites>

      """
    #expect(ReportFormat.junit.text(of: ReportSamples.notReady, details: details) == expected)
  }

  @Test func skipsWhatProvesNothing() {
    let xml = ReportFormat.junit.text(of: ReportSamples.incomplete)
    #expect(xml.contains("<skipped message=\"not exercised\"/>"))
    #expect(xml.contains("<skipped message=\"waived: negative test\"/>"))
    #expect(xml.contains("tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"2\" time=\"0.000\">"))
  }

  @Test func failsOnWarningsWhenAsked() {
    let xml = ReportFormat.junit.text(of: ReportSamples.notReady, details: ReportDetails(failsOnWarnings: true))
    #expect(xml.contains("<testsuites name=\"willcall\" tests=\"4\" failures=\"2\""))
    #expect(xml.contains("<failure message=\"The body-is-json sentence. Broken once.\" type=\"warning\">"))
    #expect(!xml.contains("type=\"advice\""))
  }

  @Test func whatClientsSentIsText() {
    let xml = ReportFormat.junit.text(of: ReportSamples.hostile("]]></failure><x y=\"z\">&lt;"))
    #expect(!xml.contains("<x"))
    #expect(!xml.contains("]]>"))
    #expect(xml.contains("name=\"]]&gt;&lt;/failure&gt;&lt;x y=&quot;z&quot;&gt;&amp;lt;\""))
  }
}
