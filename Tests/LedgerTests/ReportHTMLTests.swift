import Determinism
import Digests
import Foundation
import Testing

@testable import Ledger

@Suite struct ReportHTMLTests {
  /// The policy would take the style away without a word.
  @Test func policyAllowsTheStyleSheet() {
    let digest = Data(SHA256.digest(of: Array(ReportStyle.css.utf8))).base64EncodedString()
    #expect(ReportStyle.hash == "sha256-\(digest)")
    let html = ReportFormat.html.text(of: ReportSamples.ready)
    #expect(html.contains("<style>\(ReportStyle.css)</style>"))
    #expect(html.contains("content=\"default-src 'none'; style-src '\(ReportStyle.hash)'; base-uri 'none'; "))
  }

  @Test func ready() throws {
    let details = ReportDetails(drawnAt: Instant(rfc3339: "2026-12-01T18:30:00Z"))
    let html = ReportFormat.html.text(of: ReportSamples.ready, details: details)
    let body = try #require(html.split(separator: "<body>\n").last)
    let steps = ReportSamples.steps.enumerated().map { index, step in
      "<li class=\"seen\"><b>\(step)</b><span>once</span><span>first in <code>r\(index + 1)</code></span></li>\n"
    }
    let expected = """
      <header class="ready">
      <p class="name">WillCall report</p>
      <h1>Ready</h1>
      <p class="lead">All 6 steps were seen. No rule is broken.</p>
      <p class="quiet">Version 1 of the rules, 1 sandbox, drawn at <time>2026-12-01T18:30:00Z</time></p>
      </header>
      <main>
      <section aria-labelledby="steps">
      <h2 id="steps">Steps</h2>
      <ol class="steps">
      \(steps.joined())</ol>
      </section>
      <section aria-labelledby="rules">
      <h2 id="rules">Rules</h2>
      <p class="quiet">1 kept, 0 broken, 0 waived, 0 not exercised</p>
      <table role="table">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Rule</th>\
      <th scope="col" role="columnheader" class="severity">Severity</th>\
      <th scope="col" role="columnheader" class="number">Times</th></tr></thead>
      <tbody role="rowgroup" class="kept">
      <tr role="row"><th colspan="3" scope="rowgroup" role="rowheader">Kept</th></tr>
      <tr role="row" class="violation"><td role="cell"><details><summary><b>user-id-matches</b> \
      <span>The user-id-matches sentence.</span></summary>
      <dl><dt>To fix it</dt><dd>Mend user-id-matches.</dd><dt>Source</dt><dd>S notes</dd></dl>
      </details></td><td role="cell" class="severity">violation</td><td role="cell" class="number">0</td></tr>
      </tbody>
      </table>
      </section>
      </main>
      </body>
      </html>

      """
    #expect(body == expected)
  }

  @Test func foldsAwayAllButFiveRemarks() throws {
    var report = ReportSamples.notReady
    report.rules[1].remarks = (0..<20).map { ReportSamples.remark($0) }
    report.rules[1].count = 37
    let html = ReportFormat.html.text(of: report)
    let parts = html.split(separator: "<details class=\"more\"><summary>32 more</summary>")
    try #require(parts.count == 2)
    #expect(parts[0].ranges(of: "<li><p>").count == 5)
    #expect(parts[1].contains("17 more, whose facts were not kept"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><svg onload=a>", "javascript:a",
  ])
  func whatClientsSentIsText(text: String) {
    let html = ReportFormat.html.text(of: ReportSamples.hostile(text))
    for tag in ["<script", "<img", "<svg", "href", "src=\"", "url("] { #expect(!html.contains(tag)) }
    #expect(html.ranges(of: "</style>").count == 1)
  }

  /// WCAG AA, in light and dark: 4.5 for all text on the ground and on bands.
  @Test(arguments: [0, 1])
  func contrast(scheme: Int) throws {
    var colours: [Substring: Double] = [:]
    let schemes = ReportStyle.css.split(separator: "@media screen and (prefers-color-scheme: dark)")
    for match in schemes[scheme].prefix(600).matches(of: #/--([a-z]+): #([0-9a-f]{6});/#) {
      let rgb = try #require(Int(match.2, radix: 16))
      let parts = [rgb >> 16, rgb >> 8 & 255, rgb & 255].map { part in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      colours[match.1] = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    for ground in ["ground", "band"] {
      for ink in ["ink", "quiet", "bad", "warn", "good", "note"] {
        let pair = [try #require(colours[ground[...]]), try #require(colours[ink[...]])].sorted()
        let contrast = (pair[1] + 0.05) / (pair[0] + 0.05)
        #expect(contrast >= 4.5, "\(ink) on \(ground)")
      }
    }
  }
}
