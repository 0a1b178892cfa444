import CommandArguments
import WillCall

/// `willcall fidelity`: prints the contents of `docs/fidelity.md`; for maintainers.
struct FidelityCommand: Command {
  static let name = "fidelity"
  static let abstract = "Print docs/fidelity.md."
  static let isListed = false

  func run() {
    StandardStreams.output(WillCall.fidelityTable)
  }
}
