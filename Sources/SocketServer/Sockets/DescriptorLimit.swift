#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The number of descriptors that the process may have open.
package enum DescriptorLimit {
  /// Raises the soft limit to the hard one.
  ///
  /// - Returns: the limit that holds now; nil if it cannot be told.
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
      // Darwin refuses more than this, whatever the hard limit says.
      limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
    #else
      limit.rlim_cur = limit.rlim_max
    #endif
    guard limit.rlim_cur > soft else { return UInt64(soft) }
    return UInt64(setrlimit(resource, &limit) == 0 ? limit.rlim_cur : soft)
  }
}
