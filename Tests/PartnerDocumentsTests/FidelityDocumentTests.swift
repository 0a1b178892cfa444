import Foundation
import PartnerDocuments
import PartnerVocabulary
import Testing

/// `docs/fidelity.md` is what the code says.
@Suite struct FidelityDocumentTests {
  @Test func theDocumentIsTheGeneratedOne() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/fidelity.md").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == FidelityDocument.text + "\n", "put what `swift run willcall fidelity` prints into it")
  }

  @Test func everyOperationDecisionAndErrorIsInIt() {
    let text = FidelityDocument.text
    for operation in PartnerVocabulary.Operation.allCases {
      #expect(text.contains("`\(operation.rawValue)`"), "\(operation)")
    }
    for decision in Decision.all { #expect(text.contains("`\(decision.anchor)`"), "\(decision.anchor)") }
    for entry in ErrorCatalogue.all { #expect(text.contains("`\(entry.name)`"), "\(entry.name)") }
  }
}
