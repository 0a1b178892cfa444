package import JSONText

/// The answer to `GET /certificate`.
package enum CertificateWire {
  private static let source = "Partner API, Certificate"
  package static let id = WireField(
    "id", .string, required: true, about: "The id of the certificate, sent as encryption_key with what it encrypts.",
    source: source, example: "\"paysys-dev.0.us.3\"")
  package static let value = WireField(
    "value", .string, required: true, about: "The certificate in PEM.", source: source,
    example: #""-----BEGIN CERTIFICATE-----\r\nMIIDdzCCAuCgAwIBAgIR\r\n-----END CERTIFICATE-----\r\n""#)
  package static let table = WireTable("Certificate", [id, value])

  package static func write(id key: String, value pem: String, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(id, key)
      body.string(value, pem)
    }
  }
}
