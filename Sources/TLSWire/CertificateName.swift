#if TLS
  /// A name that a server has: a DNS name or an IP address.
  struct CertificateName: Hashable {
    /// In lower case; an IPv6 address without brackets.
    let text: String
    private let kind: Kind

    private enum Kind {
      case dns
      case ipv4
      case ipv6
    }

    /// Reads a name; only what cannot be mistaken for anything else in a list of names.
    ///
    /// - Throws: ``TLSFault/badName(_:)``.
    init(_ name: String) throws(TLSFault) {
      let text = name.lowercased()
      let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      self.text = text
      if text.contains(":") {
        kind = .ipv6
        guard text.utf8.allSatisfy({ digits.contains($0) || letters.contains($0) || $0 == 0x3A || $0 == 0x2E }) else {
          throw .badName(name)
        }
        return
      }
      let labels = text.split(separator: ".", omittingEmptySubsequences: false)
      kind = labels.count == 4 && labels.allSatisfy({ UInt8($0) != nil }) ? .ipv4 : .dns
      let isName = labels.allSatisfy { label in
        (1...63).contains(label.utf8.count)
          && label.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == 0x2D || $0 == 0x5F }
      }
      guard isName, text.utf8.count <= 253 else { throw .badName(name) }
    }

    /// The name in a list of alternative names.
    var alternative: String { kind == .dns ? "DNS:\(text)" : "IP:\(text)" }

    /// The name in a list of constraints; for a DNS name, those below it are permitted too (RFC 5280 section 4.2.1.10).
    var permitted: String {
      switch kind {
      case .dns: "permitted;DNS:\(text)"
      case .ipv4: "permitted;IP:\(text)/255.255.255.255"
      case .ipv6: "permitted;IP:\(text)/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
      }
    }
  }
#endif
