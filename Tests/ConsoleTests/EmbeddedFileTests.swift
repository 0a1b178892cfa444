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

  /// `WILLCALL_RECORD=1` writes the list anew.
  @Test func theListIsTheFolder() throws {
    let path = "\(Self.folder)/../CConsoleFiles.c"
    let source = try String(contentsOfFile: path, encoding: .utf8)
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    let entries = found.map { name in
      "  {\"\(name)\", TEXT {\n#embed \"files/\(name)\" suffix(, 0) if_empty(0)\n  }},\n"
    }
    let parts = source.components(separatedBy: "files[] = {\n")
    try #require(parts.count == 2)
    let end = try #require(parts[1].range(of: "};\n\n"))
    let expected = parts[0] + "files[] = {\n" + entries.joined() + parts[1][end.lowerBound...]
    if ProcessInfo.processInfo.environment["WILLCALL_RECORD"] != nil {
      try expected.write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(source == expected, "WILLCALL_RECORD=1 swift test --filter EmbeddedFileTests writes it anew")
    }
  }

  @Test func everyFileOfTheFolderIsListedAndNoOther() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(Self.listed == found)
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
