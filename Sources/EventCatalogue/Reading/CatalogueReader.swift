import JSONText

/// Reads fixtures: strict JSON in which unknown and duplicate keys are errors.
///
/// The format is described in `docs/fixtures.md`.
public enum CatalogueReader {
  /// Reads an event.
  ///
  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - file: the name that an error carries.
  ///   - zoneRule: answers with the POSIX rule of a time zone for which the fixture has none, such as the footer of the
  ///     system's zoneinfo file; `nil` if there is none.
  /// - Throws: ``FixtureError`` for the first thing that is wrong.
  public static func event(
    _ bytes: [UInt8], file: String, zoneRule: (String) -> String?
  ) throws(FixtureError) -> Event {
    let root = try parse(bytes, file: file)
    return try within(file) { () throws(JSONMismatch) in try EventReader.event(root, zoneRule: zoneRule) }
  }

  /// Reads a sold order; whether its event and seats exist is checked by ``catalogue(_:zoneRule:)``.
  ///
  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - file: the name that an error carries.
  /// - Throws: ``FixtureError`` for the first thing that is wrong.
  public static func soldOrder(_ bytes: [UInt8], file: String) throws(FixtureError) -> SoldOrder {
    let root = try parse(bytes, file: file)
    return try within(file) { () throws(JSONMismatch) in try SoldOrderReader.order(root) }
  }

  /// Reads files and puts them together.
  ///
  /// A file with the event id or the order number of an earlier one replaces it, in the same place of the list. An
  /// earlier order whose seats a replaced event does not have, or has sold elsewhere, goes with the event it was for.
  ///
  /// - Parameters:
  ///   - files: the files, the ones that replace others later. Those in a folder named `orders` are sold orders.
  ///   - zoneRule: see ``event(_:file:zoneRule:)``.
  /// - Throws: ``FixtureError`` for the first thing that is wrong in a file or between files.
  public static func catalogue(
    _ files: [FixtureFile], zoneRule: (String) -> String?
  ) throws(FixtureError) -> Catalogue {
    var assembly = CatalogueAssembly()
    for file in files {
      let root = try parse(file.bytes, file: file.name)
      if file.isOrder {
        let order = try within(file.name) { () throws(JSONMismatch) in try SoldOrderReader.order(root) }
        assembly.add(order, from: root, file: file.name)
      } else {
        let event = try within(file.name) { () throws(JSONMismatch) in
          try EventReader.event(root, zoneRule: zoneRule)
        }
        assembly.add(event, from: root, file: file.name)
      }
    }
    return try assembly.catalogue()
  }

  private static func parse(_ bytes: [UInt8], file: String) throws(FixtureError) -> JSONValue {
    do {
      return try JSONValue.parse(bytes)
    } catch {
      throw FixtureError(file: file, error)
    }
  }

  private static func within<Result>(
    _ file: String, _ body: () throws(JSONMismatch) -> Result
  ) throws(FixtureError) -> Result {
    do {
      return try body()
    } catch {
      throw FixtureError(file: file, error)
    }
  }
}
