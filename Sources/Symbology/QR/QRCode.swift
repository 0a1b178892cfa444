/// QR codes (ISO/IEC 18004), the second model.
public enum QRCode {
  /// Draws a text in the smallest version that holds it, with the mask that reads best.
  ///
  /// What is not ASCII is written as UTF-8 and announced as such.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - level: How much damage it survives; Core Image's default, which the iOS SDK draws, is medium.
  /// - Throws: ``SymbologyError/tooLong(needed:limit:unit:)``; version 40 holds 2,331 bytes or 5,596 digits at `medium`.
  public static func symbol(of text: String, level: QRLevel = .medium) throws(SymbologyError) -> Symbol {
    let (version, codewords) = try message(of: Array(text.utf8), level: level)
    var base = QRMatrix(version: version)
    base.place(QRErrorCorrection.interleaved(codewords, version: version, level: level))
    let masked = QRMask.allCases.map { mask in
      var matrix = base
      matrix.apply(mask, level: level)
      return (matrix: matrix, penalty: QRPenalty.of(matrix))
    }
    let best = masked.min { $0.penalty < $1.penalty }?.matrix ?? base
    return Symbol(.qrCode, width: version.size, rowHeight: 1, modules: best.modules)
  }

  /// The version for bytes, and its codewords of data.
  static func message(of bytes: [UInt8], level: QRLevel) throws(SymbologyError) -> (QRVersion, [UInt8]) {
    var needed = 0
    var segments: [QRSegment] = []
    for number in QRVersion.all {
      let version = QRVersion(number: number)
      // Counts are of another length from here on.
      if [1, 10, 27].contains(number) { segments = QRSegment.cheapest(for: bytes, version: version) }
      guard segments.allSatisfy({ $0.bytes.count < 1 << $0.mode.countBits(version) }) else { continue }
      var bits = QRBits()
      if !bytes.allSatisfy({ $0 < 0x80 }) { bits.append(0x71A, 12) }  // An ECI, 26: UTF-8.
      for segment in segments { segment.append(to: &bits, version: version) }
      needed = bits.count
      guard needed <= version.dataCount(level) * 8 else { continue }
      bits.fill(to: version.dataCount(level))
      return (version, bits.codewords)
    }
    let largest = QRVersion(number: QRVersion.all.upperBound)
    throw .tooLong(needed: max(needed, bytes.count * 3), limit: largest.dataCount(level) * 8, unit: "bits")
  }
}
