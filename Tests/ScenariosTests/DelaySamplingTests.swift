import Scenarios
import Testing

@Suite struct DelaySamplingTests {
  /// Many delays of one rule, in milliseconds.
  private static func delays(_ delay: String, count: Int = 20_000, seed: UInt64 = 1) throws -> [Double] {
    let scenario = try Sample.scenario("s", when: #""operation": "*""#, then: #""delay": {\#(delay)}"#)
    var engine = ScenarioEngine(server: [scenario])
    return (0..<count).compactMap { _ in
      engine.select(SampleRequest("availability"), seed: seed)?.delay.map { $0 / .milliseconds(1) }
    }
  }

  private static func percentile(_ share: Double, of values: [Double]) -> Double {
    values.sorted()[Int(Double(values.count) * share)]
  }

  @Test(arguments: [
    (#""milliseconds": 800"#, 800.0), (#""milliseconds": 0"#, 0), (#""milliseconds": 0.5"#, 0.5),
    (#""milliseconds": 600000"#, 600_000), (#""uniform": {"min": 7, "max": 7}"#, 7),
  ])
  func aFixedDelayIsAlwaysTheSame(delay: String, milliseconds: Double) throws {
    #expect(Set(try Self.delays(delay, count: 10)) == [milliseconds])
  }

  @Test func uniformDelaysAreSpreadEvenly() throws {
    let delays = try Self.delays(#""uniform": {"min": 100, "max": 300}"#)
    #expect(delays.allSatisfy { (100...300).contains($0) })
    for share in [0.01, 0.25, 0.5, 0.75, 0.99] {
      #expect(abs(Self.percentile(share, of: delays) - (100 + 200 * share)) < 3, "at \(share)")
    }
  }

  @Test func lognormalDelaysHaveTheirPercentiles() throws {
    let delays = try Self.delays(#""lognormal": {"median": 100, "p99": 1000}"#)
    // The deviates of the standard normal distribution, from its tables.
    let deviates = [
      (0.01, -2.3263), (0.1, -1.2816), (0.25, -0.6745), (0.5, 0), (0.75, 0.6745), (0.9, 1.2816), (0.99, 2.3263),
    ]
    let sigma = 2.302585092994046 / 2.3263478740408408
    for (share, deviate) in deviates {
      let logarithm = sigma * deviate
      let expected = 100 * Self.exponential(logarithm)
      let found = Self.percentile(share, of: delays)
      #expect(abs(found / expected - 1) < 0.06, "\(found) at \(share), not \(expected)")
    }
    #expect(abs(Self.percentile(0.5, of: delays) / 100 - 1) < 0.02)
  }

  @Test func noDelayIsLongerThanTenMinutes() throws {
    let delays = try Self.delays(#""lognormal": {"median": 500000, "p99": 600000}"#)
    #expect(delays.max() == 600_000)
    #expect(delays.count { $0 == 600_000 } < 400)
    let wild = try Self.delays(#""lognormal": {"median": 0.001, "p99": 600000}"#)
    #expect(wild.allSatisfy { (0...600_000).contains($0) })
    #expect(wild.max() == 600_000)
  }

  @Test func delaysDependOnTheSeedAndTheCall() throws {
    let first = try Self.delays(#""lognormal": {"median": 100, "p99": 500}"#, count: 50)
    #expect(try Self.delays(#""lognormal": {"median": 100, "p99": 500}"#, count: 50) == first)
    #expect(try Self.delays(#""lognormal": {"median": 100, "p99": 500}"#, count: 50, seed: 2) != first)
    #expect(Set(first).count == 50)
  }

  /// e to a power by its series, for comparison: slow, and exact for the small powers here.
  private static func exponential(_ power: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    for step in 1..<60 {
      term *= power / Double(step)
      sum += term
    }
    return sum
  }
}
