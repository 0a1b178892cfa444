import ArgumentParser
import WillCall

/// `willcall fidelity`: prints what `docs/fidelity.md` holds; for maintainers.
struct FidelityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fidelity", abstract: "Print docs/fidelity.md.", shouldDisplay: false)

  func run() {
    StandardStreams.output(WillCall.fidelityTable)
  }
}
