package import EventCatalogue
package import JSONText

/// Writing fields according to their tables.
extension JSONWriter {
  package mutating func string(_ field: WireField, _ value: String) {
    key(field.key)
    string(value)
  }

  package mutating func integer(_ field: WireField, _ value: Int) {
    key(field.key)
    integer(value)
  }

  package mutating func bool(_ field: WireField, _ value: Bool) {
    key(field.key)
    bool(value)
  }

  package mutating func money(_ field: WireField, _ value: Money) {
    key(field.key)
    decimal(hundredths: value.hundredths)
  }

  package mutating func object(_ field: WireField, _ write: (inout JSONWriter) -> Void) {
    key(field.key)
    object(write)
  }

  package mutating func array(_ field: WireField, _ write: (inout JSONWriter) -> Void) {
    key(field.key)
    array(write)
  }
}
