import CommandArguments
import Testing

struct CommandLineReaderTests {
  /// A command that is only read.
  struct Sample: Command, Equatable {
    static let name = "sample"
    static let abstract = "Take samples."

    static var options: [CommandOption<Self>] {
      [
        .option("count", value: "n", expected: "a number", help: "How many.", parse: { Int($0) }) { $0.count = $1 },
        .text("name", value: "name", help: "Of whom (repeatable).") { $0.names.append($1) },
        .flag("loud", help: "Say so.") { $0.isLoud = true },
        .flag(
          "strict", orValue: "2", standard: "1", expected: "1 or 2", help: "Be strict.",
          parse: { ["1": 1, "2": 2][$0] }, set: { $0.strictness = $1 }),
      ]
    }

    static var operand: Operand<Self>? { .several("files", help: "Which.") { $0.files = $1 } }

    var count = 0
    var names: [String] = []
    var isLoud = false
    var files: [String] = []
    var strictness = 0

    init() {}

    init(count: Int = 0, names: [String] = [], isLoud: Bool = false, files: [String]) {
      (self.count, self.names, self.isLoud, self.files) = (count, names, isLoud, files)
    }

    func validate() throws(UsageError) {
      if count > 1, files.count == 1 { throw UsageError("one file is one sample") }
    }

    func run() {}
  }

  struct Wrapper: Command, Equatable {
    static let name = "wrap"
    static let abstract = "Run something else."
    static var options: [CommandOption<Self>] { [.flag("loud", help: "Say so.") { $0.isLoud = true }] }
    static var operand: Operand<Self>? { .rest("command", help: "What.") { $0.command = $1 } }

    var isLoud = false
    var command: [String] = []

    init() {}

    init(isLoud: Bool = false, _ command: [String]) {
      (self.isLoud, self.command) = (isLoud, command)
    }

    func run() {}
  }

  struct Single: Command, Equatable {
    static let name = "single"
    static let abstract = "Take one word."
    static var operand: Operand<Self>? { .one("word", help: "It.") { $0.word = $1 } }

    var word = ""

    func run() {}
  }

  struct Dial: Command, Equatable {
    static let name = "dial"
    static let abstract = "Take a word or none."

    static var options: [CommandOption<Self>] {
      [.flag("far", letter: "f", help: "Further.") { $0.isFar = true }]
    }

    static var operand: Operand<Self>? { .optional("number", help: "It.") { $0.number = $1 } }

    var number = ""
    var isFar = false

    init() {}

    init(_ number: String = "", isFar: Bool = false) {
      (self.number, self.isFar) = (number, isFar)
    }

    func run() {}
  }

  private static let reader = CommandLineReader(
    CommandGroup(
      "program", abstract: "Do things.", standard: Sample.self,
      members: [
        .command(Sample.self), .command(Wrapper.self),
        .group(CommandGroup("inner", abstract: "More things.", members: [.command(Single.self), .command(Dial.self)])),
      ]),
    version: "1.2.3")

  private func read<C: Command>(_ line: String, as command: C.Type) throws -> C? {
    guard case .run(let command) = try Self.reader.read(words(line)) else { return nil }
    return command as? C
  }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test(arguments: [
    ("sample a", Sample(files: ["a"])),
    ("a", nil),
    ("--loud a", Sample(isLoud: true, files: ["a"])),
    ("sample a --loud b", Sample(isLoud: true, files: ["a", "b"])),
    ("sample --count 2 a b", Sample(count: 2, files: ["a", "b"])),
    ("sample --count=2 a b", Sample(count: 2, files: ["a", "b"])),
    ("sample --count -2 a", Sample(count: -2, files: ["a"])),
    ("sample --count 1 --count 3 a b", Sample(count: 3, files: ["a", "b"])),
    ("sample --name x --name=y --name=--z --name= a", Sample(names: ["x", "y", "--z", ""], files: ["a"])),
    ("sample --name a=b c", Sample(names: ["a=b"], files: ["c"])),
    ("sample -- --loud -", Sample(files: ["--loud", "-"])),
    ("sample - a", Sample(files: ["-", "a"])),
  ])
  func optionsAndFiles(line: String, expected: Sample?) throws {
    guard let expected else {
      #expect(throws: CommandLineReader.Mistake.self) { try Self.reader.read(words(line)) }
      return
    }
    #expect(try read(line, as: Sample.self) == expected)
  }

  @Test(arguments: [
    ("sample a", 0, ["a"]), ("sample --strict a", 1, ["a"]), ("sample --strict=2 a", 2, ["a"]),
    ("sample --strict 2", 1, ["2"]), ("sample --strict=2 a --strict", 1, ["a"]), ("sample --strict --loud a", 1, ["a"]),
  ])
  func aFlagMayHaveAValueBehindAnEqualsSign(line: String, strictness: Int, files: [String]) throws {
    let sample = try #require(try read(line, as: Sample.self))
    #expect(sample.strictness == strictness)
    #expect(sample.files == files)
  }

  @Test(arguments: [
    ("wrap ls", Wrapper(["ls"])),
    ("wrap ls -l --loud --help", Wrapper(["ls", "-l", "--loud", "--help"])),
    ("wrap --loud ls", Wrapper(isLoud: true, ["ls"])),
    ("wrap --loud -- ls -- x", Wrapper(isLoud: true, ["ls", "--", "x"])),
    ("wrap -- --loud", Wrapper(["--loud"])),
    ("wrap ls -- x", Wrapper(["ls", "--", "x"])),
  ])
  func anotherCommandsLine(line: String, expected: Wrapper) throws {
    #expect(try read(line, as: Wrapper.self) == expected)
  }

  @Test(arguments: [
    ("inner dial", Dial()), ("inner dial 5", Dial("5")), ("inner dial -f", Dial(isFar: true)),
    ("inner dial -f 5", Dial("5", isFar: true)), ("inner dial --far -5m", Dial("-5m", isFar: true)),
    ("inner dial -PT5M", Dial("-PT5M")), ("inner dial -- -f", Dial("-f")),
  ])
  func aWordThatMayBeLeftOut(line: String, expected: Dial) throws {
    #expect(try read(line, as: Dial.self) == expected)
  }

  @Test func aCommandOfAGroup() throws {
    #expect(try read("inner single x", as: Single.self)?.word == "x")
  }

  @Test(arguments: [
    ("", "expected <files>", "program sample --help"),
    ("sample", "expected <files>", "program sample --help"),
    ("sample --", "expected <files>", "program sample --help"),
    ("sample --count", "expected a value: --count <n>", "program sample --help"),
    ("sample --count --loud a", "expected a value: --count <n>", "program sample --help"),
    ("sample --count x a", "--count: expected a number, found \"x\"", "program sample --help"),
    ("sample --count= a", "--count: expected a number, found nothing", "program sample --help"),
    ("sample --loud=1 a", "--loud takes no value", "program sample --help"),
    ("sample --strict=3 a", "--strict: expected 1 or 2, found \"3\"", "program sample --help"),
    ("sample --luod a", "there is no option --luod; did you mean --loud?", "program sample --help"),
    ("sample --=1 a", "there is no option --", "program sample --help"),
    ("sample -l a", "there is no option -l", "program sample --help"),
    ("sample --count 2 a", "one file is one sample", "program sample --help"),
    ("--count x", "--count: expected a number, found \"x\"", "program sample --help"),
    ("sampel a", "there is no command \"sampel\"; did you mean sample?", "program --help"),
    ("whatever", "there is no command \"whatever\"; there are sample, wrap, inner", "program --help"),
    ("help whatever", "there is no command \"whatever\"; there are sample, wrap, inner", "program --help"),
    ("wrap", "expected <command>", "program wrap --help"),
    (
      "wrap -l ls", "there is no option -l; if it belongs to the command, put -- before that: wrap -- …",
      "program wrap --help"
    ),
    ("wrap --loud --", "expected <command>", "program wrap --help"),
    ("inner single", "expected <word>", "program inner single --help"),
    ("inner single a b", "did not expect \"b\"", "program inner single --help"),
    ("inner single -1 -2", "did not expect \"-2\"", "program inner single --help"),
    ("inner dial 1 2", "did not expect \"2\"", "program inner dial --help"),
    ("inner dial -g", "there is no option -g", "program inner dial --help"),
    ("inner dial -ff", "there is no option -ff; did you mean --far?", "program inner dial --help"),
    ("--generate-completion-script", "expected a value: --generate-completion-script <shell>", "program --help"),
    (
      "--generate-completion-script=tcsh", "--generate-completion-script: expected bash, zsh or fish, found \"tcsh\"",
      "program --help"
    ),
    ("inner double", "there is no command \"double\"; there are single, dial", "program inner --help"),
    ("inner --loud", "there is no command \"--loud\"; there are single, dial", "program inner --help"),
  ])
  func aMistakeIsNamedWithWhereHelpIs(line: String, message: String, help: String) throws {
    let mistake = #expect(throws: CommandLineReader.Mistake.self) { try Self.reader.read(words(line)) }
    #expect(mistake?.message == message)
    #expect(mistake?.help == help)
  }

  @Test(arguments: ["--version", "sample --version", "sample a --version", "inner --version", "inner single --version"])
  func theVersionIsPrintedWhereverItIsAskedFor(line: String) throws {
    guard case .print("1.2.3") = try Self.reader.read(words(line)) else {
      Issue.record("no version")
      return
    }
  }

  @Test(arguments: [
    (["--help", "-h", "help"], "program [<subcommand>] [<options>]"),
    (["sample --help", "sample a -h", "help sample", "--loud --help"], "program sample [<options>] <files> ..."),
    (["wrap --help", "help wrap"], "program wrap [--loud] [--] <command> ..."),
    (["inner", "inner --help", "help inner"], "program inner <subcommand>"),
    (["inner single -h", "help inner single"], "program inner single <word>"),
    (["inner dial -h"], "program inner dial [-f, --far] [<number>]"),
  ])
  func everyWayToAskForHelpPrintsThePage(lines: [String], usage: String) throws {
    let pages = try lines.map { line in
      guard case .print(let page) = try Self.reader.read(words(line)) else { return "no page for \(line)" }
      return page
    }
    #expect(Set(pages).count == 1)
    #expect(pages[0].contains("USAGE: \(usage)\n"))
    for line in pages[0].split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test(arguments: [
    ("", [""]), ("one two", ["one two"]), ("one two three", ["one two", "  three"]),
    ("eleven-long a", ["eleven-long", "  a"]), ("a eleven-long", ["a", "  eleven-long"]),
  ])
  func linesAreBrokenBetweenWords(text: String, lines: [String]) {
    #expect(TerminalText.wrapped(text, from: 2, indent: 2, width: 10) == lines)
  }

  @Test(arguments: [("short", "short"), ("just right", "just right"), ("a bit long!", "a bit lon…")])
  func whatIsTooLongIsCut(text: String, shown: String) {
    #expect(TerminalText.shortened(text, to: 10) == shown)
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("caf\u{E9} ✓", "caf\u{E9} ✓"),
    ("\u{1B}[2J\u{7}", "\\u{1B}[2J\\u{7}"),
    ("a\nb\r\tc", "a\\u{A}b\\u{D}\\u{9}c"),
    ("\u{9B}31m\u{7F}", "\\u{9B}31m\\u{7F}"),
    ("a\u{202E}b\u{2028}", "a\\u{202E}b\\u{2028}"),
  ])
  func controlsAreReadAndNotObeyed(text: String, shown: String) {
    #expect(TerminalText.escaped(text) == shown)
  }
}
