import Foundation
import Testing

@testable import Ledger

@Suite("The ledger's document")
struct LedgerDocumentTests {
  @Test("docs/ledger.md is what the rules say")
  func isCurrent() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/ledger.md")
    if ProcessInfo.processInfo.environment["WILLCALL_RECORD"] == "1" {
      try LedgerDocument.markdown().write(to: file, atomically: true, encoding: .utf8)
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    let isCurrent = text == LedgerDocument.markdown()
    #expect(isCurrent, "WILLCALL_RECORD=1 swift test --filter LedgerDocumentTests writes it anew.")
  }

  @Test("Every rule has a section with its sentence and how to fix a client")
  func isWhole() {
    let text = LedgerDocument.markdown()
    for rule in Rule.all {
      #expect(text.contains("\n## \(rule.id)\n"))
      #expect(text.contains("\n\(rule.sentence)\n"))
      #expect(text.contains(rule.fix))
    }
  }
}
