import CBundledData
import EventCatalogue
import Testing

/// The fixtures that are compiled into the product.
enum CatalogueBundle {
  static let files: [FixtureFile] = (0..<willcall_bundled_file_count()).map { place in
    let file = willcall_bundled_file_at(place)
    return FixtureFile(
      name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
  }

  /// The files that describe events and orders; keys and scenarios are bundled too.
  static let fixtures = files.filter { $0.name.hasPrefix("events/") || $0.name.hasPrefix("orders/") }

  static func catalogue() throws -> Catalogue {
    try CatalogueReader.catalogue(fixtures) { _ in nil }
  }
}
