#if os(Linux)
  import HTTPTypes
  import HTTPWire
  import LoopbackClient
  import SocketServer
  import Testing

  /// Each in a process of its own, for descriptors are counted and rationed by process.
  @Suite(.serialized, .timeLimit(.minutes(5))) struct DescriptorTests {
    @Test func startingAndStoppingLeavesNoDescriptorOpen() async {
      await #expect(processExitsWith: .success) {
        func runOnce() async throws {
          let path = temporarySocketPath()
          try await withServer(on: [.tcp(host: "127.0.0.1", port: 0), .unix(path: path)]) { server in
            for address in server.addresses {
              for _ in 0..<10 { #expect(try HTTPConnection.fetch(url: address.url + "/").status == 200) }
            }
            let connection = try server.connect()
            try connection.send("nonsense\r\n\r\n")
            #expect(try connection.readResponse().status == 400)
            let late = try server.connect()
            try late.send(String(repeating: get("/"), count: 1000))
          }
        }
        // Dispatch opens its own descriptors at first use and keeps them.
        try await runOnce()
        let before = openDescriptorCount()
        for _ in 0..<5 { try await runOnce() }
        #expect(openDescriptorCount() == before)
      }
    }

    @Test func runningOutOfDescriptorsPassesBy() async {
      await #expect(processExitsWith: .success) {
        try await withServer { server in
          let first = try server.connect().request(.get, "/")
          #expect(first.status == 200)
          limitDescriptors(to: openDescriptorCount() + 20)
          var connections: [HTTPConnection] = []
          // Ours and the server's ends share the ration: the server's accept fails before our connect does.
          while let connection = try? server.connect() { connections.append(connection) }
          #expect(connections.count >= 8)
          connections = []
          let last = try server.connect().request(.get, "/")
          #expect(last.status == 200)
        }
      }
    }
  }
#endif
