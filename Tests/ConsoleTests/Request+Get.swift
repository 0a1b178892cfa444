import HTTPTypes
import HTTPWire

extension Request {
  /// A GET, with fields.
  static func get(_ target: String = "/__willcall/", _ fields: [(HTTPField.Name, String)] = []) throws -> Request {
    var all = FieldSection()
    for (name, value) in fields { all.append(name, value) }
    return try Request(.get, target, fields: all)
  }
}
