import BoxOffice
import CardVault
import PartnerAPI

/// The vault as the Partner API wants it; neither knows of the other.
struct CardKeys: CardEncryption {
  private let vault = Vault { BundledFiles.files(in: "keys").first?.bytes ?? [] }

  var blockSize: Int { Vault.blockSize }

  func certificate(of key: EncryptionKey) throws -> String {
    try vault.certificate(
      CertificateTerms(keyID: key.id, serial: key.serial, notBefore: key.notBefore, notAfter: key.notAfter),
      number: key.number)
  }

  func open(_ ciphertext: [UInt8], with key: EncryptionKey) -> [UInt8]? {
    vault.open(ciphertext, number: key.number)
  }
}
