import CommandArguments
import WillCall

/// `willcall manual`: prints the manual page of a release; for packagers.
struct ManualCommand: Command {
  static let name = "manual"
  static let abstract = "Print the manual page, for man."
  static let isListed = false

  static var options: [CommandOption<Self>] {
    [
      .option(
        "date", value: "date", expected: "a date such as 2026-12-01", help: "The date of the page.",
        parse: { $0.allSatisfy { $0 == "-" || ("0"..."9").contains($0) } ? $0 : nil }, set: { $0.date = $1 })
    ]
  }

  private var date = ""

  func run() {
    StandardStreams.output(ManualPage(WillCallCommand.group, version: WillCall.version, date: date).text)
  }
}
