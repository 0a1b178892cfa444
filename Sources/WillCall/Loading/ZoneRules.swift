import EventCatalogue
import JSONText

/// The POSIX rules of time zones: those compiled in, so that a run is the same on every machine, then the system's.
enum ZoneRules {
  /// The rule of a zone by its IANA name; `nil` if it is unknown.
  static func rule(of name: String) -> String? {
    bundled[name] ?? system(name)
  }

  /// The rules of `Fixtures/zones.json` by name; read when first asked for, for most fixtures say their rule.
  private static let bundled: [String: String] = {
    var rules: [String: String] = [:]
    guard let zones = try? JSONValue.parse(BundledFiles.zones) else { return rules }
    for (rule, names) in zones.members {
      for name in names.elements { rules[name.string ?? ""] = rule }
    }
    return rules
  }()

  /// The rule in the system's zoneinfo, if it has one.
  private static func system(_ name: String) -> String? {
    guard !name.contains(".."), !name.hasPrefix("/") else { return nil }
    guard let bytes = try? FileSystem.read("/usr/share/zoneinfo/\(name)") else { return nil }
    return VenueZone.rule(fromZoneinfo: bytes)
  }
}
