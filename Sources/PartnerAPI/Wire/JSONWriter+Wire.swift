import BoxOffice
import JSONText

/// Writing fields as their tables state them.
extension JSONWriter {
  mutating func string(_ field: WireField, _ value: String) {
    key(field.key)
    string(value)
  }

  mutating func integer(_ field: WireField, _ value: Int) {
    key(field.key)
    integer(value)
  }

  mutating func bool(_ field: WireField, _ value: Bool) {
    key(field.key)
    bool(value)
  }

  mutating func money(_ field: WireField, _ value: Money) {
    key(field.key)
    decimal(hundredths: value.hundredths)
  }

  mutating func object(_ field: WireField, _ write: (inout JSONWriter) -> Void) {
    key(field.key)
    object(write)
  }

  mutating func array(_ field: WireField, _ write: (inout JSONWriter) -> Void) {
    key(field.key)
    array(write)
  }
}
