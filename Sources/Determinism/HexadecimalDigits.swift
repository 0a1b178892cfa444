/// Lower-case hexadecimal digits, produced eight at a time.
public enum HexadecimalDigits {
  /// The digits of a word's upper half, the first in the most significant byte.
  @inlinable
  public static func eight(of word: UInt64) -> UInt64 {
    var nibbles = word >> 32
    nibbles = (nibbles << 16 | nibbles) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles << 8 | nibbles) & 0x00FF_00FF_00FF_00FF
    nibbles = (nibbles << 4 | nibbles) & 0x0F0F_0F0F_0F0F_0F0F
    // Adding six to a nibble carries into bit 4 if it is a letter; letters come 39 after the digits.
    let letters = ((nibbles &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
    return nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 39
  }
}
