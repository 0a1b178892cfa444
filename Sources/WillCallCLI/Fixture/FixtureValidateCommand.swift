import CommandArguments
import WillCall

/// `willcall fixture validate FILE…`.
struct FixtureValidateCommand: Command {
  static let name = "validate"
  static let abstract = "Check fixture files; exit status 2 if one is invalid."
  static let discussion = """
    A file in a folder named orders is a sold order; any other file is an event.
    Each file is checked on its own: whether an order's event and seats exist is
    checked when a server starts with --fixtures.
    """

  static var operand: Operand<Self>? {
    .several("files", help: "The files.", completion: .files) { $0.files = $1 }
  }

  private var files: [String] = []

  func run() {
    var isBroken = false
    for file in files {
      do throws(StartError) {
        switch try FixtureLoader.look(at: file) {
        case .event(let id): StandardStreams.output("\(file): event \(id) is valid")
        case .order(let number): StandardStreams.output("\(file): order \(number) is valid")
        case .broken(let faults):
          isBroken = true
          for line in faults.flatMap({ "\($0)".split(separator: "\n") }) {
            StandardStreams.error(TerminalText.escaped(String(line)))
          }
        }
      } catch {
        isBroken = true
        StandardStreams.error(TerminalText.escaped("\(error)"))
      }
    }
    if isBroken { StandardStreams.exit(2) }
  }
}
