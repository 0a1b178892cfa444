import ArgumentParser

/// `willcall token`: reads entry tokens.
struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Read an entry token, or see what an SDK would draw of it.",
    subcommands: [TokenDecodeCommand.self, TokenPayloadCommand.self])
}
