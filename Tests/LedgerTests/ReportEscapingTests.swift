import Testing

@testable import Ledger

/// What clients sent is text in every form.
@Suite struct ReportEscapingTests {
  @Test(arguments: [
    ("plain, é 漢 😀 'quoted'", "plain, é 漢 😀 'quoted'"),
    ("a\nb\rc\td", #"a\nb\rc\td"#),
    ("\u{1B}[31m", #"\u001b[31m"#),
    ("\u{0}\u{7F}\u{9B}", #"\u0000\u007f\u009b"#),
    ("\u{202E}gnirts\u{2066}\u{200F}\u{2028}", #"\u202egnirts\u2066\u200f\u2028"#),
    ("\u{FFFE}\u{1FFFF}\u{FEFF}", #"\ufffe\U0001ffff\ufeff"#),
  ])
  func printable(text: String, shown: String) {
    #expect(PrintableText.escape(text) == shown)
  }

  @Test(arguments: [
    ("::error::x", #"\::error::x"#), ("a::b", "a::b"), ("##[error]", "#\\#[error]"), ("a##vso[b]", "a#\\#vso[b]"),
    ("###", "#\\#\\#"), ("#1", "#1"),
  ])
  func disarmed(text: String, shown: String) {
    #expect(PrintableText.disarm(text) == shown)
  }

  @Test(arguments: [
    ("<img src=x onerror='a(\"b\")'> & &amp;", "&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt; &amp; &amp;amp;"),
    ("]]>", "]]&gt;"),
    ("a\nb\tc", "a&#10;b&#9;c"),
    ("\u{0}\u{8}\u{B}\r\u{1B}\u{7F}\u{85}\u{FFFE}\u{1FFFF}", String(repeating: "\u{FFFD}", count: 9)),
    ("é漢😀", "é漢😀"),
  ])
  func markup(text: String, escaped: String) {
    #expect(MarkupText.escape(text) == escaped)
  }

  @Test(arguments: [
    ("50 %, a: b", "50 %25, a: b", "50 %25%2C a%3A b"),
    ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
    ("%0A::error::", "%250A::error::", "%250A%3A%3Aerror%3A%3A"),
  ])
  func workflowCommand(text: String, message: String, property: String) {
    #expect(WorkflowCommand.message([text]) == message)
    #expect(WorkflowCommand.property(text) == property)
  }

  @Test(arguments: [
    ("plain, words; é 漢", "plain, words; é 漢"),
    ("<b>&", "&lt;b&gt;&amp;"),
    ("*a* _b_ `c` ~d~ $e$", #"\*a\* \_b\_ \`c\` \~d\~ \$e\$"#),
    ("[a](b) ![c](d)", #"\[a\](b) \!\[c\](d)"#),
    (#"\ |"#, #"\\ \|"#),
    ("@octocat #12", "\\@<!-- -->octocat \\#<!-- -->12"),
    ("https://example.test www.example.test", #"https\://example.test www\.example.test"#),
    ("- a", #"\- a"#), ("12. a", #"12\. a"#), ("3) a", #"3\) a"#), ("12 a", "12 a"), ("+", #"\+"#), ("=", #"\="#),
    ("a\n# b", "a \\#<!-- --> b"),
  ])
  func markdown(text: String, escaped: String) {
    #expect(MarkdownText.escape(text) == escaped)
  }

  @Test(arguments: [
    ("a|b", "`a|b`"), ("a`b", "``a`b``"), ("`a", "`` `a ``"), ("a``b`", "``` a``b` ```"), (" a ", "`  a  `"),
    ("a ", "`a `"), ("", "(nothing)"), ("  ", "(nothing)"), ("a\n\nb", "`a  b`"),
  ])
  func markdownCode(text: String, span: String) {
    #expect(MarkdownText.code(text) == span)
  }
}
