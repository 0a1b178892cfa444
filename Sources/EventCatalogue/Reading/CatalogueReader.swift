import JSONText

/// Reads fixtures: strict JSON in which unknown and duplicate keys are errors.
///
/// The format is described in `docs/fixtures.md`.
public enum CatalogueReader {
  /// Reads an event.
  ///
  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - file: the file name to state in errors.
  ///   - zoneRule: returns the POSIX rule of a time zone for which the fixture gives none, such as the footer of the
  ///     system's zoneinfo file; `nil` if there is none.
  /// - Throws: ``FixtureError`` with everything that is wrong.
  public static func event(
    _ bytes: [UInt8], file: String, zoneRule: (String) -> String?
  ) throws(FixtureError) -> Event {
    let root = try parse(bytes, file: file)
    return try self.event(root, file: file, zoneRule: zoneRule)
  }

  private static func event(
    _ root: JSONValue, file: String, zoneRule: (String) -> String?
  ) throws(FixtureError) -> Event {
    do throws(JSONFaults) {
      return try EventReader.event(root, zoneRule: zoneRule)
    } catch {
      throw FixtureError(file: file, error.inOrder, more: error.uncounted)
    }
  }

  private static func order(_ root: JSONValue, file: String) throws(FixtureError) -> SoldOrder {
    do throws(JSONFaults) {
      return try SoldOrderReader.order(root)
    } catch {
      throw FixtureError(file: file, error.inOrder, more: error.uncounted)
    }
  }

  /// Reads a sold order; whether its event and seats exist is checked by ``catalogue(_:zoneRule:)``.
  ///
  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - file: the file name to state in errors.
  /// - Throws: ``FixtureError`` with everything that is wrong.
  public static func soldOrder(_ bytes: [UInt8], file: String) throws(FixtureError) -> SoldOrder {
    let root = try parse(bytes, file: file)
    return try order(root, file: file)
  }

  /// Reads files and combines them into a catalogue.
  ///
  /// A file with the same event id or order number as an earlier one replaces it, at the same position in the list.
  /// When an event is replaced, earlier orders for seats that the new event lacks or has sold elsewhere are dropped.
  ///
  /// - Parameters:
  ///   - files: the files; replacements come after what they replace. Those in a folder named `orders` are sold orders.
  ///   - zoneRule: see ``event(_:file:zoneRule:)``.
  /// - Throws: ``FixtureError`` with everything that is wrong with the first file that has errors.
  public static func catalogue(
    _ files: [FixtureFile], zoneRule: (String) -> String?
  ) throws(FixtureError) -> Catalogue {
    var assembly = CatalogueAssembly()
    for file in files {
      let root = try parse(file.bytes, file: file.name)
      if file.isOrder {
        assembly.add(try order(root, file: file.name), from: root, file: file.name)
      } else {
        assembly.add(try event(root, file: file.name, zoneRule: zoneRule), from: root, file: file.name)
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
}
