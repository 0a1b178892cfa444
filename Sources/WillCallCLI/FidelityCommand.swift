import CommandArguments
import WillCall

/// `willcall fidelity`: prints what `docs/fidelity.md` holds; for maintainers.
struct FidelityCommand: Command {
  static let name = "fidelity"
  static let abstract = "Print docs/fidelity.md."
  static let isListed = false

  func run() {
    StandardStreams.output(WillCall.fidelityTable)
  }
}
