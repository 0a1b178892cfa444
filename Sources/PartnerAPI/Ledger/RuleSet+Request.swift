import HTTPTypes
import HTTPWire
import Ledger
import PartnerVocabulary

extension RuleSet {
  private static let header = RareName("X-Willcall-Waive")

  /// The rules that `X-Willcall-Waive` names, separated by commas or blanks.
  ///
  /// - Throws: `unknown-rule` for a name that no rule has.
  init(waivedBy request: borrowing Request) throws(APIError) {
    self.init()
    guard let first = request.fields.first(Self.header), let name = Self.header.name else { return }
    let lines = request.fields.all(name)
    let names = lines.count > 1 ? lines.joined(separator: ",") : first
    for rule in names.split(whereSeparator: { $0 == "," || $0 == " " }) where Rule.named(String(rule)) == nil {
      let known = Rule.all.map(\.id).joined(separator: ", ")
      throw APIError(
        ErrorCatalogue.unknownRule,
        "X-Willcall-Waive names \"\(rule.prefix(40))\", which is not a rule. docs/ledger.md lists them: \(known).")
    }
    self.init(names: names)
  }
}
