import HTTPWire
import Testing

@Suite struct OutgoingBytesTests {
  private static let large = OutgoingBytes.largePiece

  /// The sizes in which bytes of the given sizes go out.
  @Test(arguments: [
    ([], []), ([0, 0], []), ([3, 0, 4], [7]), ([large], [large]), ([3, large], [3, large]), ([large, 3], [large, 3]),
    ([large, 3, 4, large, large], [large, 7, large, large]), ([large - 1, large - 1], [2 * large - 2]),
  ])
  func smallPiecesArePutTogetherAndLargeOnesAreNot(sizes: [Int], pieces: [Int]) {
    var outgoing = OutgoingBytes()
    var expected: [UInt8] = []
    for (number, size) in sizes.enumerated() {
      let bytes = [UInt8](repeating: UInt8(number), count: size)
      expected += bytes
      outgoing.append(bytes)
      #expect(outgoing.count == expected.count)
    }
    var taken: [[UInt8]] = []
    while !outgoing.isEmpty {
      #expect(outgoing.hasSeveralPieces == (taken.count < pieces.count - 1))
      let first = outgoing.firstPiece
      #expect(outgoing.popFirst() == first)
      taken.append(first)
    }
    #expect(taken.map(\.count) == pieces)
    #expect(taken.flatMap(\.self) == expected)
    #expect(outgoing.count == 0)
    #expect(outgoing.firstPiece.isEmpty)
    #expect(outgoing.popFirst() == nil)
  }

  @Test func whatComesBehindATakenPieceStillStandsBehindTheRest() {
    var outgoing = OutgoingBytes()
    outgoing.append([UInt8](repeating: 1, count: Self.large))
    outgoing.append([2])
    #expect(outgoing.popFirst()?.count == Self.large)
    outgoing.append([3])
    #expect(outgoing.popFirst() == [2, 3])
    outgoing.append([4])
    #expect(outgoing.popFirst() == [4])
  }

  @Test func largePieceIsTheSameMemory() {
    let bytes = [UInt8](repeating: 7, count: Self.large)
    var outgoing = OutgoingBytes()
    outgoing.append([1])
    outgoing.append(bytes)
    _ = outgoing.popFirst()
    let place = bytes.withUnsafeBytes { $0.baseAddress }
    #expect(outgoing.popFirst()?.withUnsafeBytes { $0.baseAddress } == place)
  }
}
