import CBundledData

/// The files of `Fixtures/` and `scenarios/` that were compiled in.
enum BundledFiles {
  /// The files of a folder, such as `events`, sorted by name.
  static func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for place in 0..<willcall_bundled_file_count() {
      let file = willcall_bundled_file_at(place)
      let name = String(cString: file.name)
      guard name.hasPrefix(folder + "/") else { continue }
      files.append((name, Array(UnsafeBufferPointer(start: file.bytes, count: file.length))))
    }
    return files
  }

  /// The bytes of `Fixtures/zones.json`.
  static var zones: [UInt8] {
    let file = willcall_bundled_zones()
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }

  /// The bytes of `Fixtures/schema.json`.
  static var fixtureSchema: [UInt8] {
    let file = willcall_bundled_fixture_schema()
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }
}
