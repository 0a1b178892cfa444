import Benchmark
import BoxOffice
import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import SafeTix

// Each figure is that of one operation: a scaling factor divides the time of the loop.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 3, scalingFactor: .kilo, maxDuration: .seconds(2))

  Benchmark("HTTP: parse a Secure Render request") { benchmark in
    let bytes = Sample.wire
    var parser = RequestParser()
    for _ in benchmark.scaledIterations {
      bytes.withUnsafeBufferPointer { parser.received($0) }
      blackHole(parser.next())
    }
  }

  Benchmark("HTTP: serialize its answer") { benchmark in
    let response = Sample.service.respond(to: Sample.render)
    for _ in benchmark.scaledIterations {
      blackHole(ResponseSerializer.bytes(of: response, context: .init()))
    }
  }

  Benchmark("JSON: read the two-ticket request") { benchmark in
    let body = Sample.renderBody
    for _ in benchmark.scaledIterations { blackHole(try JSONValue.parse(body)) }
  }

  Benchmark("JSON: write the two-ticket answer") { benchmark in
    let token = String(repeating: "x", count: 284)
    for _ in benchmark.scaledIterations {
      var writer = JSONWriter(reservingCapacity: 1536)
      writer.object { body in
        body.key("deviceId")
        body.string("68753A11-1234-1226-9D60-0050E4C000000")
        body.key("tickets")
        body.array { list in
          for seat in 1...2 {
            list.object { ticket in
              ticket.key("section")
              ticket.string("G")
              ticket.key("seat")
              ticket.integer(Int64(seat))
              ticket.key("token")
              ticket.string(token)
            }
          }
        }
      }
      blackHole(writer.bytes)
    }
  }

  Benchmark("SafeTix: issue a token") { benchmark in
    let issuer = TokenIssuer(seed: 1)
    for issue in benchmark.scaledIterations {
      var writer = JSONWriter(reservingCapacity: 512)
      issuer.writeToken(
        barcode: "964537283421", ticket: 1, device: 2, event: 3, issue: UInt64(issue), style: .rotating, into: &writer)
      blackHole(writer.bytes)
    }
  }

  Benchmark("Partner API: securerender, two tickets, in process") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(Sample.service.respond(to: Sample.render)) }
  }

  Benchmark("Partner API: availability of 20,000 seats, asked for again, in process") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(Sample.service.respond(to: Sample.availability)) }
  }

  // Two partners see different seats, so that no answer is the one before.
  Benchmark("Partner API: availability of 20,000 seats, written anew, in process") { benchmark in
    _ = Sample.service.respond(to: Sample.reserve)
    for turn in benchmark.scaledIterations {
      blackHole(Sample.service.respond(to: turn % 2 == 0 ? Sample.availability : Sample.otherAvailability))
    }
  }

  Benchmark("BoxOffice: reserve two of 20,000 seats and give them back") { benchmark in
    var office = Sample.boxOffice()
    let event = Sample.house
    let request = ReserveRequest(tickets: [.init(type: "000000000001", quantity: 2)])
    for _ in benchmark.scaledIterations {
      let cart = try office.reserve(request, event: event, now: Sample.now)
      try office.delete(cartID: cart.id, event: event, now: Sample.now)
    }
  }

  // One iteration is one advance over nine thousand holds of two seats each.
  Benchmark(
    "BoxOffice: nine thousand holds expire in one advance",
    configuration: .init(metrics: [.wallClock], warmupIterations: 1, scalingFactor: .one, maxDuration: .seconds(3))
  ) { benchmark in
    var office = Sample.boxOffice()
    let request = ReserveRequest(tickets: [.init(type: "000000000001", quantity: 2)])
    for _ in 0..<9_000 { _ = try? office.reserve(request, event: Sample.house, now: Sample.now) }
    benchmark.startMeasurement()
    office.settle(now: Sample.now + .seconds(301))
    benchmark.stopMeasurement()
    blackHole(office.liveCartCount)
  }
}
