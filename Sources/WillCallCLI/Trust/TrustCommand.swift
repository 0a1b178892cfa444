import CommandArguments
import WillCall

/// `willcall trust`: shows the local authority, and how to trust it.
struct TrustCommand: Command {
  static let name = "trust"
  static let abstract = "Show the local authority that signs for --tls, and how to trust it."
  static let discussion = """
    Makes the authority if there is none. Installs nothing: it prints one line for
    each place where you may want to trust it. It can sign for this machine and the
    vendor's hosts only, so whoever gets hold of its key can imitate nothing else.
    """

  static var options: [CommandOption<Self>] {
    [
      .flag("new", help: "Make a new authority in place of the one that is there.") { $0.isRenewed = true },
      .option(
        "allow-host", value: "name", expected: HostArgument.allowed,
        help: "Let a new authority sign for this name too (repeatable, or comma-separated).",
        parse: { ListArgument.parse($0, HostArgument.parseAllowed) }, set: { $0.names += $1 }),
      SecurityArguments.folderOption { $0.folder = $1 },
    ]
  }

  private var isRenewed = false
  private var names: [String] = []
  private var folder: String?

  func validate() throws(UsageError) {
    if !WillCall.hasTLS { throw UsageError("trust: \(WillCall.withoutTLS)") }
  }

  func run() throws(CommandFailure) {
    let facts: TrustFacts
    do throws(StartError) {
      facts = try WillCall.trust(in: folder, names: names, isRenewed: isRenewed)
    } catch {
      throw CommandFailure(error)
    }
    let first = facts.isNew ? "a new authority, which nothing trusts yet" : "the authority"
    StandardStreams.output(
      """
      \(first): \(facts.path)
      sha-256: \(facts.fingerprint)
      ends: \(facts.end)

      """)
    for (place, line) in TrustLines.all(path: ShellWord.quoted(facts.path)) {
      StandardStreams.output("\(place):\n  \(line)")
    }
  }
}
