/// `docs/ledger.md`: every rule, generated from the rules themselves.
public enum LedgerDocument {
  /// The document.
  public static func markdown() -> String {
    var text = """
      # The rules of the integration

      The ledger records what a client does and checks it against these rules. It never changes an answer. The rules
      themselves generate this page (version \(Rule.version)).

      To see the result:

      - `willcall report` prints the report of a running server.
      - `willcall exec --strict -- COMMAND` exits with 88 if COMMAND succeeded but the verdict is `not ready`.
        [testing-your-app.md](testing-your-app.md#was-it-right) shows both.
      - `GET /__willcall/report?apikey=KEY` returns the report over HTTP, with `format=text` for people and `apikey=*` for
        all keys together. [control-api.md](control-api.md#the-ledger) lists the formats, and shows how a test
        waives a rule that it breaks on purpose.

      | severity | meaning |
      |---|---|
      | violation | the documents forbid it, or it puts money or entry at risk |
      | warning | the documents ask for something that the client did not do |
      | advice | it works, but it is outdated or a habit that will cause trouble |

      The verdict is `not ready` if an unwaived violation was found. Otherwise it is `incomplete` until all six steps have
      been seen, and `ready` after that. The client is never blamed for an answer that comes from a scenario, a fault or a
      magic value.

      | rule | severity | requirement |
      |---|---|---|

      """
    for rule in Rule.all { text += "| [`\(rule.id)`](#\(rule.id)) | \(rule.severity.rawValue) | \(rule.sentence) |\n" }
    text += "\n## Steps\n\nRequired, in this order: \(list(required: true)).\n\n"
    text += "Optional, listed in the report if they were used: \(list(required: false)).\n"
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
