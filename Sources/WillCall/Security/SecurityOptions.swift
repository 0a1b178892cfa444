/// How a server speaks https, on the same port as http.
public struct SecurityOptions: Sendable {
  /// What is wrong with the server's certificate, for tests of clients that must refuse it.
  public enum CertificateFault: String, Sendable, CaseIterable {
    /// It has expired.
    case expired
    /// It is for another name, `wrong.host.invalid`.
    case otherName = "other-name"
    /// It is signed by an authority that nobody trusts.
    case untrusted
  }

  /// A file with the server's certificate in PEM, and those between it and its authority; `nil`: a local authority
  /// signs one.
  public var certificateFile: String?
  /// A file with the key of that certificate in PEM; `nil`: it is in the same file.
  public var keyFile: String?
  /// The folder that keeps the local authority; `nil`: ``WillCall/securityFolder``.
  public var folder: String?
  /// What is wrong with the certificate that the local authority signs; `nil`: nothing.
  public var certificateFault: CertificateFault?

  /// A local authority in its usual folder.
  public init() {}
}

/// The vendor's hosts: what an unchanged app calls, and what a proxy leads here.
package enum VendorHosts {
  /// From the vendor's documents.
  package static let all = ["app.ticketmaster.com", "oauth.ticketmaster.com", "payment.ticketmaster.com"]

  /// The port of https, the only one to which a tunnel leads.
  private static let port = 443

  /// Whether a CONNECT to this authority ends here.
  static func contain(_ authority: String) -> Bool {
    all.contains { authority.lowercased() == "\($0):\(port)" }
  }

  /// Why a CONNECT to another authority is refused.
  static func refusal(of authority: String) -> String {
    "This server stands in for \(all.dropLast().joined(separator: ", ")) and \(all.last ?? "") at port \(port), and "
      + "leads nowhere else; '\(authority)' is not one of them. Add it to NO_PROXY."
  }
}
