#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What libFuzzer calls with each input; WILLCALL_FUZZ names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.examine(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

private let target: any FuzzTarget = {
  var targets: [String: any FuzzTarget] = [
    "parser": ParserTarget(), "query": QueryTarget(), "requests": RequestsTarget(), "scenarios": ScenarioTarget(),
    "state": StateTarget(), "tokens": TokenTarget(),
  ]
  #if HTTP2
    targets["http2"] = HTTP2Target()
  #endif
  let name = getenv("WILLCALL_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    fatalError("WILLCALL_FUZZ: expected one of \(targets.keys.sorted().joined(separator: ", ")), found \"\(name)\"")
  }
  return target
}()
