import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads the checkout that the tests were built from.
enum TestFiles {
  /// The folder that holds the package.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  /// The folder of the files that only tests read.
  static let data = "\(root)/Tests/ScenariosTests/Data"

  /// The names in a folder that end like this, sorted; none if there is no such folder.
  static func names(in folder: String, ending: String = ".json") -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { names.append(String(cString: $0)) }
      }
    }
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The bytes of a file.
  static func contents(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"), "cannot open \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The bytes of a file as text.
  static func text(of path: String) throws -> String {
    String(decoding: try contents(of: path), as: UTF8.self)
  }
}
