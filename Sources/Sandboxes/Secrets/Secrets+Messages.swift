import HTTPTypes
package import HTTPWire
import JSONText

/// Removes secrets from messages, as shown in the journal and the stream.
extension Secrets {
  /// Fields whose whole value is secret.
  private static let secretFields: Set<String> = ["authorization", "proxy-authorization", "cookie"]

  // MARK: Before it is remembered

  /// Removes card data from the content of a request to an operation that carries it; what is left stays as it was sent.
  ///
  /// Content that is not JSON is discarded entirely, because it could contain a security code without its name.
  func withoutCardData(_ content: [UInt8]) -> [UInt8] {
    guard let value = try? JSONValue.parse(content) else { return Array(Self.blot.utf8) }
    var blots = JSONBlots(of: content)
    return mark(value, in: &blots) ? blots.text : shown(value, .everyName)
  }

  /// Marks what has to be hidden of a value; returns whether that is all, for it may be a name too.
  private func mark(_ value: JSONValue, in blots: inout JSONBlots) -> Bool {
    switch value.kind {
    case .object:
      for (key, member) in value.members {
        guard places(in: key, .everyName).isEmpty else { return false }
        if hides(member, under: key, .everyName) {
          blots.replace(member, with: Self.blot)
        } else if !mark(member, in: &blots) {
          return false
        }
      }
    case .array:
      for element in value.elements where !mark(element, in: &blots) { return false }
    case .string:
      let found = value.withUTF8 { places(in: $0, .everyName) } ?? []
      if !found.isEmpty { blots.replace(value, with: blotted(value.string ?? "", found)) }
    case .number:
      let found = value.bytes.withUnsafeBufferPointer { places(in: $0, .everyName) }
      if !found.isEmpty { blots.replace(value, with: Self.blot) }
    case .bool, .null: break
    }
    return true
  }

  // MARK: Before it is shown

  /// Removes the secrets from a request, wherever they occur and whatever the operation.
  package func shown(_ request: Request) -> Request {
    var redacted = request
    redacted.target = shown(request.target)
    redacted.fields = shown(request.fields, .everyName)
    redacted.body = shown(request.body, .everyName)
    // What follows from the bytes that came does not follow from these.
    (redacted.headRecollection, redacted.contentRecollection) = (nil, nil)
    return redacted
  }

  /// Removes from an answer any secrets that it repeats.
  ///
  /// Its fields are the server's own, among them the milliseconds of a quota, which can pass for a card number. Only
  /// the diagnosis contains anything a client sent, and its secrets have been removed.
  package func shown(_ response: Response) -> Response {
    var redacted = response
    redacted.fields = withoutKeys(response.fields)
    redacted.body = shown(response.body, .keysOnly)
    return redacted
  }

  /// Removes the secrets from a target.
  func shown(_ target: RequestTarget) -> RequestTarget {
    let places = places(in: target.raw, .everyName)
    if places.isEmpty { return target }
    if let shown = try? RequestTarget(blotted(target.raw, places)) { return shown }
    // Only blotting out a host can make the target invalid.
    guard let nothing = try? RequestTarget("/\(Self.blot)") else { return target }
    return nothing
  }

  // MARK: Fields

  private func shown(_ fields: FieldSection, _ scope: Scope) -> FieldSection {
    FieldSection(
      fields.map { field in
        var shown = field
        shown.value = self.shown(field, scope)
        let name = self.shown(field.name.rawName)
        if name != field.name.rawName, let name = HTTPField.Name(name) { shown.name = name }
        return shown
      })
  }

  private func shown(_ field: HTTPField, _ scope: Scope) -> String {
    if Self.secretFields.contains(field.name.canonicalName) { return Self.blot }
    if let name = SecretName(field.name.canonicalName.utf8), name.hides(field.value.utf8) { return Self.blot }
    return shown(field.value, scope)
  }

  private func withoutKeys(_ fields: FieldSection) -> FieldSection {
    if keys.isEmpty { return fields }
    return FieldSection(
      fields.map { field in
        var shown = field
        var value = field.value
        let places = value.withUTF8 { text in keys.flatMap { $0.places(in: text) } }
        shown.value = blotted(field.value, places)
        return shown
      })
  }

  // MARK: Contents

  /// Removes the secrets from content; JSON stays valid JSON.
  private func shown(_ content: [UInt8], _ scope: Scope) -> [UInt8] {
    let places = content.withUnsafeBufferPointer { self.places(in: $0, scope) }
    if places.isEmpty { return content }
    guard let value = try? JSONValue.parse(content) else { return blotted(content, places) }
    return shown(value, scope)
  }

  private func shown(_ value: JSONValue, _ scope: Scope) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 1024)
    write(value, scope, into: &writer)
    return writer.bytes
  }

  private func write(_ value: JSONValue, _ scope: Scope, into writer: inout JSONWriter) {
    switch value.kind {
    case .object:
      writer.beginObject()
      for (key, member) in value.members {
        writer.key(shown(key, scope))
        if hides(member, under: key, scope) {
          writer.string(Self.blot)
        } else {
          write(member, scope, into: &writer)
        }
      }
      writer.endObject()
    case .array:
      writer.beginArray()
      for element in value.elements { write(element, scope, into: &writer) }
      writer.endArray()
    case .string:
      writer.string(shown(value.string ?? "", scope))
    case .number:
      let text = value.text
      if places(in: text, scope).isEmpty { writer.value(value) } else { writer.string(Self.blot) }
    case .bool, .null:
      writer.value(value)
    }
  }

  @inline(never)  // It is needed in two places.
  private func hides(_ member: JSONValue, under key: String, _ scope: Scope) -> Bool {
    guard let name = SecretName(key.utf8) else { return false }
    switch (name, member.kind) {
    case (.card, .null): return false
    case (.card, .string): return scope == .everyName && name.hides((member.string ?? "").utf8)
    case (.card, _): return scope == .everyName
    case (.partnerKey, _): return name.hides((member.string ?? "").utf8)
    }
  }
}
