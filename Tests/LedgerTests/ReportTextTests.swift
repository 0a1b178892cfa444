import Testing

@testable import Ledger

@Suite struct ReportTextTests {
  @Test func ready() {
    let expected = """
      Ready
      All 6 steps were seen. No rule is broken.

      Steps
        availability  once, first in request r1
        cart.reserve  once, first in request r2
        cart.payment  once, first in request r3
        cart.commit   once, first in request r4
        orders.open   once, first in request r5
        securerender  once, first in request r6

      Rules
        1 kept, 0 broken, 0 waived, 0 not exercised; version 1 of the rules, 1
        sandbox.

      """
    #expect(ReportFormat.text.text(of: ReportSamples.ready) == expected)
  }

  @Test func incomplete() {
    let expected = """
      Incomplete
      5 of 6 steps were seen; missing: securerender. No rule is broken.
      It proves little: see the caution at the end.

      Steps
        availability  twice, first in request r1
        cart.reserve  twice, first in request r1
        cart.payment  twice, first in request r1
        cart.commit   twice, first in request r1
        orders.open   twice, first in request r1
        securerender  not seen

      Rules
        0 kept, 0 broken, 1 waived, 1 not exercised; version 1 of the rules, 2
        sandboxes.
        Not exercised: user-id-matches.

      Waived
        - body-is-json, because: negative test
          x-user-id 999, but the order's account is 12313131
          2026-12-01T18:00:00.120Z, request r2 of sandbox checkout

      Waivers that nothing used; remove them
        - captcha-once, because: not yet

      Caution
        - Only one event was asked for.

      """
    #expect(ReportFormat.text.text(of: ReportSamples.incomplete) == expected)
  }

  /// Worst first, the first three remarks of a rule with their requests, how many more there were.
  @Test func notReady() {
    let details = ReportDetails { sandbox, request in
      request == "r4"
        ? "curl -H 'x-user-id: 999' 'http://localhost:8490/\(sandbox)/\(request)/of/this/wide/world'" : nil
    }
    let expected = """
      Not ready
      Broken: 1 violation, 1 warning, 1 piece of advice. All 6 steps were seen.

      violation user-id-matches, 12 times
        The user-id-matches sentence.
        To fix it: Mend user-id-matches.
        Source: S notes
        - x-user-id 999, but the order's account is 12313131
          2026-12-01T18:00:00.120Z, request r4 of sandbox checkout
          curl -H 'x-user-id: 999' \\
            'http://localhost:8490/checkout/r4/of/this/wide/world'
        - x-user-id 999, but the order's account is 12313131
          2026-12-01T18:00:00.120Z, request r5 of sandbox checkout
        - x-user-id 999, but the order's account is 12313131
          2026-12-01T18:00:00.120Z, request r6 of sandbox checkout
        9 more not shown here.

      warning body-is-json, once
        The body-is-json sentence.
        To fix it: Mend body-is-json.
        Source: S notes
        - x-user-id 999, but the order's account is 12313131
          2026-12-01T18:00:00.120Z, sandbox checkout

      advice present-form, once
      """
    let text = ReportFormat.text.text(of: ReportSamples.notReady, details: details)
    #expect(text.hasPrefix(expected))
    #expect(text.contains("\n  cart.delete   3 times, first in request r8, not required\n"))
    #expect(
      text.contains("\n  - Request r7 of sandbox checkout, bought twice: the client bought the same\n"))
  }

  @Test(arguments: [
    "word", String(repeating: "long", count: 100), String(repeating: "two words ", count: 40),
    String(repeating: "漢字", count: 60), String(repeating: "::", count: 90), "\u{1B}\n\r\u{0}\u{202E}",
    String(repeating: "a", count: 75) + " ::b", "",
  ])
  func fits80Columns(text: String) {
    let details = ReportDetails { _, _ in "curl -sS -H 'a: b' -H 'c: d' --data '{\"e\":\"f\"}' http://localhost:8490/g"
    }
    let form = ReportFormat.text.text(of: ReportSamples.hostile(text), details: details)
    let widest = form.split(separator: "\n").map { TextLayout.columns($0) }.max()
    #expect((widest ?? 0) <= 80)
  }

  @Test func coloursOnlyWhenAsked() {
    let plain = ReportFormat.text.text(of: ReportSamples.notReady)
    let coloured = ReportFormat.text.text(of: ReportSamples.notReady, details: ReportDetails(hasColours: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.hasPrefix("\u{1B}[1;31mNot ready\u{1B}[0m\n"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test(arguments: [
    ("curl a", ["curl a"]),
    (
      "curl -H 'one: two' -H 'three: four' 'http://x/y'",
      ["curl -H 'one: two' \\", "  -H 'three: four' \\", "  'http://x/y'"]
    ),
    // Broken already.
    ("curl -s \\\n  'http://x/y'", ["curl -s 'http://x/y'"]),
    // Neither quoted blanks nor escaped quotation marks end a word.
    (#"curl --data "a \" b c d e f g h i" z"#, ["curl --data \\", #"  "a \" b c d e f g h i" z"#]),
    (#"curl 'it'\''s' x"#, [#"curl 'it'\''s' x"#]),
    // The same to a shell, harmless to a terminal and to a build's log.
    ("curl 'a\nb\u{1B}c'", [#"curl 'a'$'\n''b'$'\u001b''c'"#]),
    ("curl '##vso[a]' ##b", ["curl '#''#vso[a]' #\\#b"]),
    ("curl ::error::", [#"curl \::error::"#]),
    ("", [""]),
  ])
  func shellLines(command: String, lines: [String]) {
    #expect(ShellLines.lines(of: command, width: 30) == lines)
  }
}
