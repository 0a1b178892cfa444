import CConsoleFiles
import Console
import Foundation
import HTTPTypes
import HTTPWire
import Testing

/// The page's files are the ones of the folder.
@Suite struct EmbeddedFileTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CConsoleFiles/files").path

  private static let listed = (0..<willcall_console_file_count()).map {
    String(cString: willcall_console_file_at($0).name)
  }

  @Test func everyFileOfTheFolderIsListedAndNoOther() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(Self.listed == found, "add its three lines to Sources/CConsoleFiles/CConsoleFiles.c")
    #expect(ConsoleFiles.embedded.names == found)
    #expect(found.contains(ConsoleFiles.page))
  }

  @Test(arguments: listed)
  func aFileIsServedByteForByte(name: String) throws {
    let bytes = try Array(#require(FileManager.default.contents(atPath: "\(Self.folder)/\(name)")))
    let file = try #require(ConsoleFiles.embedded[name])
    #expect(file.response(to: try .get()).body == bytes)
    #expect(file.entityTag == ConsoleFile(name: name, bytes: bytes).entityTag)
  }

  @Test func beyondTheListIsNothing() {
    let none = willcall_console_file_at(willcall_console_file_count())
    #expect(String(cString: none.name).isEmpty && String(cString: none.text).isEmpty)
    #expect(ConsoleFiles.embedded["nothing"] == nil)
  }
}
