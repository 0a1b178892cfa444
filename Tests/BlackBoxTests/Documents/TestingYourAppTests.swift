import Foundation
import Testing

/// docs/testing-your-app.md: each example passes as printed, and so do the CI files.
@Suite(.timeLimit(.minutes(5)))
struct TestingYourAppTests {
  private static let document = "docs/testing-your-app.md"

  private static func example(_ language: String) throws -> String {
    try #require(Repository.blocks(of: language, in: document).first)
  }

  /// Runs a command in a folder with a server of its own; compilers take long on a busy machine.
  private static func run(_ command: String, in folder: TemporaryFolder) throws -> (status: Int32, text: String) {
    let process = try ChildProcess(Binary.path, ["exec", "--", "sh", "-ec", "cd '\(folder.path)'\n\(command)"])
    let status = try process.wait(150)
    return (status, process.output.text + process.errors.text)
  }

  /// The document's tests with pytest if it is here, else called one by one.
  @Test(.enabled(if: Tool.isThere("python3")))
  func pytest() throws {
    let folder = try TemporaryFolder()
    let script = try Self.example("python")
    try folder.write(script, to: "test_tickets.py")
    let names = script.matches(of: /^def (test_[a-z_]+)/.anchorsMatchLineEndings()).map { String($0.output.1) }
    #expect(names.count == 3)
    let calls = names.map { "test_tickets.\($0)()" }.joined(separator: "; ")
    let result = try Self.run(
      """
      export PYTHONDONTWRITEBYTECODE=1
      if python3 -c 'import pytest' 2>&-; then exec python3 -m pytest -q -p no:cacheprovider; fi
      python3 -c 'import test_tickets; \(calls)'
      echo 3 passed
      """, in: folder)
    #expect(result.status == 0 && result.text.contains("3 passed"), "\(result.text)")
  }

  @Test(.enabled(if: Tool.isThere("node")))
  func node() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.example("js"), to: "tickets.test.mjs")
    let result = try Self.run("node --test", in: folder)
    #expect(result.status == 0 && result.text.contains(/pass 3\n/), "\(result.text)")
  }

  /// JUnit's two names that the document uses, in as much as a run of them needs.
  private static let jUnit = """
    class TicketTestRun {
      public static void main(String[] arguments) throws Exception {
        int count = 0;
        for (var method : TicketTest.class.getDeclaredMethods()) {
          if (!method.isAnnotationPresent(Test.class)) continue;
          method.invoke(new TicketTest());
          count += 1;
        }
        System.out.println(count + " passed");
      }
    }
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Test {}
    class Assertions {
      static void assertEquals(Object expected, Object found) {
        if (!expected.equals(found)) throw new AssertionError(expected + " was expected, " + found + " was found");
      }
      static void assertTrue(boolean holds) {
        if (!holds) throw new AssertionError("it does not hold");
      }
    }

    """

  @Test(.enabled(if: Tool.isThere("javac")))
  func jUnit() throws {
    let folder = try TemporaryFolder()
    let lines = try Self.example("java").split(separator: "\n", omittingEmptySubsequences: false)
    let imports = lines.filter { $0.hasPrefix("import ") && !$0.contains("org.junit") }
    let body = lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
      .replacing("assertEquals(", with: "Assertions.assertEquals(")
      .replacing("assertTrue(", with: "Assertions.assertTrue(")
    try folder.write(imports.joined(separator: "\n") + "\n" + Self.jUnit + body, to: "Run.java")
    let result = try Self.run("java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC Run.java", in: folder)
    #expect(result.status == 0 && result.text.contains("3 passed"), "\(result.text)")
  }

  #if os(Linux)
    /// A package takes long to build: the compiler alone does it too.
    @Test(.enabled(if: Tool.isThere("swiftc")))
    func xcTest() throws {
      let folder = try TemporaryFolder()
      let script = try Self.example("swift")
      let names = script.matches(of: /func (test[A-Za-z]+)\(/).map { String($0.output.1) }
      let list = names.map { "(\"\($0)\", asyncTest(TicketTests.\($0)))" }.joined(separator: ", ")
      try folder.write(script, to: "TicketTests.swift")
      try folder.write("import XCTest\nXCTMain([testCase([\(list)])])\n", to: "main.swift")
      let result = try Self.run(
        "swiftc -Onone main.swift TicketTests.swift -o run && ./run", in: folder)
      #expect(result.status == 0 && result.text.contains("Executed 3 tests, with 0 failures"), "\(result.text)")
    }
  #endif

  /// The command for Xcode as printed, with a tool in Xcode's place that prints what it gets.
  @Test func xcodebuild() throws {
    let blocks = try Repository.blocks(of: "sh", in: Self.document)
    let command = try #require(blocks.first { $0.contains("xcodebuild") })
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\necho \"$TEST_RUNNER_TICKETMASTER_BASE_URL $#\"\n", to: "xcodebuild")
    let script = """
      cd '\(folder.path)'
      chmod +x xcodebuild
      ln -s '\(Binary.path)' willcall
      PATH="$PWD:$PATH"

      """
    let result = try Command.run("/usr/bin/env", ["sh", "-ec", script + command])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(/^http:\/\/127\.0\.0\.1:\d+ 5\n$/), "\(result.output)")
  }

  // MARK: CI files

  /// What a CI file that builds WillCall runs: what stands behind each marker, on its line or indented below it.
  ///
  /// The files for the action are run by .ci/action.
  private static func scripts(_ place: Int, behind marker: some RegexComponent<(Substring, Substring)>) throws
    -> [String]
  {
    let files = try Repository.blocks(of: "yaml", in: document).filter { $0.contains("WILLCALL_REPOSITORY") }
    let lines = files[place].split(separator: "\n")
    return lines.indices.compactMap { index in
      guard let text = lines[index].wholeMatch(of: marker)?.output.1 else { return nil }
      guard text == "|" else { return String(text) }
      let depth = lines[index].prefix { $0 == " " }.count
      return lines[(index + 1)...].prefix { $0.prefix { $0 == " " }.count > depth }.joined(separator: "\n")
    }
  }

  /// A folder with a repository whose release is the binary that is tested, and the tools that a container would have.
  private static func workshop() throws -> (folder: TemporaryFolder, setup: String) {
    let release = FileManager.default.isExecutableFile(atPath: "\(Repository.path)/.ci/release")
    #expect(try release && Repository.text(".ci/release").contains("--scratch-path .build-release "))
    let folder = try TemporaryFolder()
    let setup = """
      cd '\(folder.path)'
      mkdir -p repository/.ci tools job
      printf '%s\\n' '#!/bin/sh' 'cd "$(dirname "$0")/.." && mkdir -p .build-release/release' \
        'ln -s "\(Binary.path)" .build-release/release/willcall; echo built >> "\(folder.path)/built"' \
        > repository/.ci/release
      printf '%s\\n' '#!/bin/sh' 'true' > tools/apt-get
      printf '%s\\n' '#!/bin/sh' 'echo "$TICKETMASTER_BASE_URL $*"' > tools/python3
      chmod +x repository/.ci/release tools/*
      git -C repository init -q && git -C repository add .
      git -C repository -c user.name=a -c user.email=a@b.example commit -qm a
      export PATH="$PWD/tools:$PATH" GITHUB_OUTPUT="$PWD/output" WILLCALL_REPOSITORY="file://$PWD/repository"
      cd job

      """
    return (folder, setup)
  }

  @Test(.enabled(if: Tool.isThere("git")))
  func gitHubActions() throws {
    let steps = try Self.scripts(0, behind: /\ +(?:- )?run: (.*)/)
    #expect(steps.count == 4)
    let (folder, setup) = try Self.workshop()
    let script = steps.joined(separator: "\n").replacing("/tmp/willcall", with: folder.file("clone"))
    let result = try Command.run("/usr/bin/env", ["sh", "-ec", setup + script + "\ncat ../output"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(/^http:\/\/127\.0\.0\.1:\d+ -m pytest -q\nrevision=[0-9a-f]{40}\n$/))
  }

  /// The second run finds the first one's release in the cache.
  @Test(.enabled(if: Tool.isThere("git")))
  func gitLab() throws {
    let steps = try Self.scripts(1, behind: /\ {4}- (.*)/)
    #expect(steps.count == 4)
    let (folder, setup) = try Self.workshop()
    let script = steps.joined(separator: "\n").replacing("/tmp/willcall", with: folder.file("clone"))
    let result = try Command.run("/usr/bin/env", ["sh", "-ec", setup + script + "\n" + script + "\ncat ../built"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(/^(http:\/\/127\.0\.0\.1:\d+ -m pytest -q\n){2}built\n$/), "\(result.output)")
  }
}
