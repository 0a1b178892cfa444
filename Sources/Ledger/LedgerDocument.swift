/// `docs/ledger.md`: every rule, from the rules themselves.
public enum LedgerDocument {
  /// The document.
  public static func markdown() -> String {
    var text = """
      # What the ledger asks for

      WillCall reads what a client does and holds it to the rules of the integration. It changes no answer. This page is
      written by the rules themselves, version \(Rule.version).

      `willcall report` prints the report of a running server, and `willcall exec --strict -- COMMAND` ends with 88 if
      COMMAND succeeded but the verdict is `not ready`; [testing-your-app.md](testing-your-app.md#was-it-right) shows both.
      By HTTP it is `GET /__willcall/report?apikey=KEY`, with `format=text` for people, `apikey=*` for all keys together;
      [control-api.md](control-api.md#what-is-asked-for) has the forms, and how a test waives a rule that it breaks on
      purpose.

      A *violation* is something that the documents forbid, or that puts money or entry at stake. A *warning* is about
      something that the documents ask for. *Advice* is about what works, but is a form of the past or a habit that will
      bite. The verdict is `not ready` if a violation is not waived, else `incomplete` until the six steps have been seen,
      else `ready`. What a scenario, a fault or a magic value answers is never held against the client.

      | rule | severity | asks for |
      |---|---|---|

      """
    for rule in Rule.all { text += "| [`\(rule.id)`](#\(rule.id)) | \(rule.severity.rawValue) | \(rule.sentence) |\n" }
    text += "\n## Steps\n\nRequired, in this order: \(list(required: true)).\n\n"
    text += "Shown when they were used: \(list(required: false)).\n"
    for rule in Rule.all {
      text += """

        ## \(rule.id)

        *\(rule.severity.rawValue)* · \(rule.source)

        \(rule.sentence)

        \(rule.why)

        To fix a client: \(rule.fix)

        """
    }
    return text
  }

  private static func list(required: Bool) -> String {
    Step.allCases.filter { $0.isRequired == required }.map { "`\($0.name)`" }.joined(separator: ", ")
  }
}
