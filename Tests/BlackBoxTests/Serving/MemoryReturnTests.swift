import Foundation
import Testing

#if os(Linux)
  /// What a burst of requests leaves unused is not kept for ever.
  @Suite(.timeLimit(.minutes(5)))
  struct MemoryReturnTests {
    private static let keys = (0..<8).map { "k\($0)" }

    /// Whether the server runs under a sanitizer, whose own allocator keeps what it likes.
    private static var isInstrumented: Bool {
      ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains { ProcessInfo.processInfo.environment[$0] != nil }
    }

    @Test func quietServerGivesBackWhatItDoesNotUse() throws {
      let server = try RunningServer(["--log-level", "debug"])
      let line = "returned unused memory to the system"
      for key in Self.keys {
        let partner = try server.partner(key)
        for _ in 0..<500 {
          _ = try partner.post(
            "/partners/v1/events/\(SampleEvent.documented)/cart",
            body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
        }
      }
      for key in Self.keys { #expect(try server.partner(key).post("/__willcall/reset", body: "{}").status == 200) }
      let before = server.errors.ranges(of: line).count
      // A little work now and then, for it may have given back before the resets, which alone are not worth a look.
      while !server.waitForErrors(0.5, { $0.ranges(of: line).count > before }) {
        for _ in 0..<20 { #expect(try server.partner().get("/__willcall/health").status == 200) }
      }
      let (now, most) = try (Self.memory("VmRSS", of: server), Self.memory("VmHWM", of: server))
      if !Self.isInstrumented { #expect(now < most - 4, "\(now) of at most \(most) MiB") }
      #expect(try server.stop() == 0)
    }

    /// A figure of a process's memory in `/proc`, in MiB.
    private static func memory(_ field: String, of server: RunningServer) throws -> Double {
      let text = try String(contentsOfFile: "/proc/\(server.processID)/status", encoding: .utf8)
      let line = text.split(separator: "\n").first { $0.hasPrefix("\(field):") }
      guard let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first, let kibibytes = Double(number)
      else { throw TestFailure("no \(field) in \(text)") }
      return kibibytes / 1024
    }
  }
#endif
