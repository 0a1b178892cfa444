import HTTPTypes
import Testing

@testable import PartnerWire

@Suite struct LatestTextTests {
  @Test func textIsWrittenAnewWhenItsSourceChanges() {
    let latest = LatestText<Int>()
    var written: [Int] = []
    func text(_ source: Int) -> [UInt8] {
      latest.text(of: source) {
        written.append(source)
        return [UInt8(source)]
      }
    }
    for source in [1, 1, 2, 2, 1] { #expect(text(source) == [UInt8(source)]) }
    #expect(written == [1, 2, 1])
  }

  /// Two clients that ask for the same seats share half a megabyte; one that asks when seats are held has its own.
  @Test func availabilityIsInMemoryOnceUntilSeatsChange() throws {
    // Of its own, for other tests ask for the events that all share.
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: []))
    let other = partner.with(key: "another")
    let first = try partner.availability(EventID.chicago).bytes
    func isShared(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBytes { $0.baseAddress } == first.withUnsafeBytes { $0.baseAddress }
    }
    #expect(try isShared(partner.availability(EventID.chicago).bytes))
    #expect(try isShared(other.availability(EventID.chicago).bytes))
    _ = try other.hold(EventID.chicago)
    #expect(try other.availability(EventID.chicago).bytes != first)
    #expect(try partner.availability(EventID.chicago).bytes == first)
  }
}
