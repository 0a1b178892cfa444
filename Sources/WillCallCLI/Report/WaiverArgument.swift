import CommandArguments
import JSONText
import Ledger

/// The rules named by `--waive`.
enum WaiverArgument {
  /// The reason that reports give.
  private static let reason = "--waive"

  /// The waivers for rules.
  ///
  /// - Throws: ``UsageError`` about a rule that does not exist.
  static func waivers(_ names: [String]) throws(UsageError) -> [Waiver] {
    var waivers: [Waiver] = []
    for name in names {
      guard let waiver = Waiver(rule: name, reason: reason) else { throw unknown(name) }
      waivers.append(waiver)
    }
    return waivers
  }

  private static func unknown(_ name: String) -> UsageError {
    let rules = Rule.all.map(\.id)
    let meant = Spelling.nearest(to: name, among: rules).map { "; did you mean \($0)?" } ?? ""
    let mistake = UsageError("--waive", expected: "a rule", found: name).message
    return UsageError("\(mistake)\(meant)\nThe rules are \(rules.joined(separator: ", ")).")
  }
}
