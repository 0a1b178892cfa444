import ArgumentParser
import Scenarios
import WillCall

/// `willcall scenario`: the scenario library.
///
/// Every command of the program states its name: to make one of a type's name takes longer than all the rest of parsing.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "List, show and check scenarios.",
    subcommands: [List.self, Show.self, Validate.self, Schema.self])

  /// Runs work that loads scenarios, with its errors as the command line wants them.
  private static func loading<Result>(_ work: () throws(StartError) -> Result) throws -> Result {
    do throws(StartError) {
      return try work()
    } catch {
      throw error.isUsageError ? CommandFailure.usage("\(error)") : CommandFailure.runtime("\(error)")
    }
  }

  /// `willcall scenario list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the bundled scenarios with their stories.")

    func run() throws {
      for scenario in try loading(ScenarioLoader.bundled) {
        StandardStreams.output("\(scenario.name)\n    \(scenario.description ?? "")")
      }
    }
  }

  /// `willcall scenario show NAME`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a bundled scenario.")

    @Argument(help: "The name, as list prints it.")
    var name: String

    func run() throws {
      let scenarios = try loading(ScenarioLoader.bundled)
      guard let scenario = scenarios.first(where: { $0.name == name }) else {
        let known = scenarios.map(\.name).joined(separator: ", ")
        throw CommandFailure.usage("there is no scenario \(name); there are \(known)")
      }
      StandardStreams.output(String(decoding: scenario.source, as: UTF8.self))
    }
  }

  /// `willcall scenario validate FILE…`.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate", abstract: "Check scenario files; exit status 2 if one is broken.")

    @Argument(help: "The files.")
    var files: [String]

    func run() throws {
      var isBroken = false
      for file in files {
        do throws(StartError) {
          StandardStreams.output("\(file): \(try ScenarioLoader.file(file).name) is valid")
        } catch {
          isBroken = true
          StandardStreams.error("\(error)")
        }
      }
      if isBroken { throw ExitCode(2) }
    }
  }

  /// `willcall scenario schema`.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print the JSON Schema of scenario files.")

    func run() throws {
      StandardStreams.output(String(decoding: ScenarioLoader.schema, as: UTF8.self))
    }
  }
}
