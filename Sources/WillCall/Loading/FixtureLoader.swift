public import EventCatalogue

/// Checks fixtures one by one.
public enum FixtureLoader {
  /// What a file is.
  public enum Finding: Sendable, Hashable {
    /// An event with this id.
    case event(String)
    /// A sold order with this number.
    case order(String)
    /// Not usable, with everything that is known to be wrong with it.
    case broken([FixtureError])
  }

  /// The JSON Schema of fixtures.
  public static var schema: [UInt8] { BundledFiles.fixtureSchema }

  /// Reads a file by itself: whether the event and the seats of an order exist is not checked.
  ///
  /// A file in a folder named `orders` is a sold order, any other an event.
  ///
  /// - Throws: ``StartError/unreadable(path:reason:)``.
  public static func look(at path: String) throws(StartError) -> Finding {
    let bytes = try FileSystem.read(path)
    do throws(FixtureError) {
      if FileSystem.folderName(of: path) == "orders" {
        return .order(try CatalogueReader.soldOrder(bytes, file: path).number)
      }
      return .event(try CatalogueReader.event(bytes, file: path, zoneRule: ZoneRules.rule(of:)).id)
    } catch {
      return .broken([error])
    }
  }
}
