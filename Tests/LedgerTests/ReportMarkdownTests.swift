import Determinism
import Testing

@testable import Ledger

@Suite struct ReportMarkdownTests {
  @Test func incomplete() {
    let details = ReportDetails(drawnAt: Instant(rfc3339: "2026-12-01T18:30:00Z"))
    let expected = """
      ## WillCall: incomplete

      5 of 6 steps were seen; missing: securerender. No rule is broken.

      **Caution:** Only one event was asked for.

      | step | seen | first request |
      |---|---|---|
      | availability | twice | r1 |
      | cart.reserve | twice | r1 |
      | cart.payment | twice | r1 |
      | cart.commit | twice | r1 |
      | orders.open | twice | r1 |
      | securerender | **not seen** |  |

      ### Waived

      - `body-is-json`, because `negative test`: `x-user-id 999, but the order's account is 12313131`\\
        `2026-12-01T18:00:00.120Z`, request `r2` of sandbox `checkout`

      ### Waivers that nothing used; remove them

      - `captcha-once`, because `not yet`

      ### Rules

      <details><summary>0 kept, 0 broken, 1 waived, 1 not exercised</summary>

      | rule | severity | state | times |
      |---|---|---|--:|
      | user-id-matches | violation | not exercised | 0 |
      | body-is-json | warning | waived | 0 |

      </details>

      Version 1 of the rules, 2 sandboxes, drawn at 2026-12-01T18:30:00Z.

      """
    #expect(ReportFormat.markdown.text(of: ReportSamples.incomplete, details: details) == expected)
  }

  @Test func broken() {
    let text = ReportFormat.markdown.text(of: ReportSamples.notReady)
    let expected = """
      #### violation `user-id-matches`, 12 times

      The user-id-matches sentence.

      **To fix it:** Mend user-id-matches. *Source: S notes*

      - `x-user-id 999, but the order's account is 12313131`\\
        `2026-12-01T18:00:00.120Z`, request `r4` of sandbox `checkout`
      """
    #expect(text.contains(expected))
    #expect(text.contains("\n- 8 more, whose facts were not kept\n"))
    #expect(text.contains("\n- request `r7` of sandbox `checkout`, **bought twice**: the client bought"))
  }

  @Test func whatClientsSentIsText() {
    let text = ReportFormat.markdown.text(of: ReportSamples.hostile("</details><img onerror=a>``|[a](b)"))
    let outside = text.replacing(#/```+.*?```+/#, with: "")
    #expect(!outside.contains("<img"))
    #expect(!outside.contains("[a]"))
    #expect(text.components(of: "</details>\n") == 1)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
