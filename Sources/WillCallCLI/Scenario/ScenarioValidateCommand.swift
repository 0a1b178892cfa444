import CommandArguments
import Scenarios
import WillCall

/// `willcall scenario validate FILE…`.
struct ScenarioValidateCommand: Command {
  static let name = "validate"
  static let abstract = "Check scenario files; exit status 2 if one is invalid."

  static var operand: Operand<Self>? {
    .several("files", help: "The files.", completion: .files) { $0.files = $1 }
  }

  private var files: [String] = []

  func run() {
    var isBroken = false
    for file in files {
      do throws(StartError) {
        StandardStreams.output("\(file): \(try ScenarioLoader.file(file).name) is valid")
      } catch {
        isBroken = true
        StandardStreams.error("\(error)")
      }
    }
    if isBroken { StandardStreams.exit(2) }
  }
}
