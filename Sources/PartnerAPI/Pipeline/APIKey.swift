import HTTPTypes
package import HTTPWire
import PartnerVocabulary

/// Finds the partner key of a request.
package enum APIKey {
  private static let header = ResponseHeaders.name("x-api-key")

  /// The key in the query (`apikey` or `apiKey`) or the header `x-api-key`.
  ///
  /// An empty one counts as absent.
  ///
  /// - Throws: `missing-api-key`; `invalid-api-key` if several are given and differ.
  static func find(in request: Request) throws(APIError) -> String { try find(request.target.query, request.fields) }

  /// The key that a query and header fields have.
  ///
  /// - Throws: as ``find(in:)``.
  static func find(_ query: Query?, _ fields: FieldSection) throws(APIError) -> String {
    var found: String?
    try note(query?.first("apikey"), as: &found)
    try note(query?.first("apiKey"), as: &found)
    try note(fields.first(header), as: &found)
    guard let found else {
      let isBearer = fields[.authorization]?.lowercased().hasPrefix("bearer ") ?? false
      throw APIError(
        ErrorCatalogue.missingAPIKey,
        "Send the partner key as query apikey or as header x-api-key; any text will do."
          + (isBearer ? " Authorization: Bearer is for the access token of a member, and no key is read from it." : ""))
    }
    return found
  }

  /// All keys that a request names, whether or not they agree.
  package static func all(in request: Request) -> [String] { all(request.target.query, request.fields) }

  static func all(_ query: Query?, _ fields: FieldSection) -> [String] {
    [query?.first("apikey"), query?.first("apiKey"), fields.first(header)].compactMap { $0 }
  }

  private static func note(_ key: String?, as found: inout String?) throws(APIError) {
    guard let key, !key.isEmpty else { return }
    guard found == nil || found == key else {
      throw APIError(
        ErrorCatalogue.invalidAPIKey, "The keys in the query (apikey, apiKey) and in the header x-api-key differ.")
    }
    found = key
  }
}
