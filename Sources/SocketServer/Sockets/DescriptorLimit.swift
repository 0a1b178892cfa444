#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The number of descriptors that the process may have open at a time.
package enum DescriptorLimit {
  /// Raises the soft limit to the hard one.
  ///
  /// - Returns: the limit now in effect; nil if it is unknown.
  @discardableResult
  package static func raise() -> UInt64? {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return nil }
    let soft = limit.rlim_cur
    #if canImport(Darwin)
      // Darwin refuses anything higher, whatever the hard limit says.
      limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
    #else
      limit.rlim_cur = limit.rlim_max
    #endif
    guard limit.rlim_cur > soft else { return UInt64(soft) }
    return UInt64(setrlimit(resource, &limit) == 0 ? limit.rlim_cur : soft)
  }
}
