package import HTTPTypes

/// A header field, or the name of one, as it is written into nearly every answer: put together once.
package struct PreparedField: Sendable {
  /// The line with its end, or the name with its colon and the space after it.
  let bytes: [UInt8]
  let names: NameFilter

  /// Prepares a whole field.
  package init(_ name: HTTPField.Name, _ value: String) {
    var section = FieldSection()
    section.append(name, value)
    (bytes, names) = (section.wireBytes, section.names)
  }

  /// Prepares a name, for values that differ.
  package init(_ name: HTTPField.Name) {
    bytes = Array("\(name.rawName): ".utf8)
    names = NameFilter([name.rawName])
  }
}
