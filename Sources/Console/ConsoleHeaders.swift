import HTTPTypes
import HTTPWire

/// The header fields that every file of the page has.
enum ConsoleHeaders {
  /// Only what this server sends may run, show or be asked; nothing may frame the page, and no text becomes markup.
  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'",
    "img-src 'self' blob: data:", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].joined(separator: "; ")

  static let fields: FieldSection = {
    var fields: FieldSection = [.cacheControl: "no-cache", .vary: "Accept-Encoding", .contentSecurityPolicy: policy]
    fields[.xContentTypeOptions] = "nosniff"
    if let name = HTTPField.Name("Referrer-Policy") { fields[name] = "no-referrer" }
    return fields
  }()
}
