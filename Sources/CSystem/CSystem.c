#define _GNU_SOURCE
#include "CSystem.h"

#if defined(__linux__)
#include <stdatomic.h>
#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int csystem_accept_nonblocking(int listener) {
  return accept4(listener, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

#ifdef SYS_epoll_pwait2
// Called by number, because not every C library has it. The kernel takes 64-bit times on every architecture.
static _Atomic int lacks_epoll_pwait2;

static int precise_epoll_wait(int epoll, struct epoll_event *events, int capacity, int64_t nanoseconds) {
  struct {
    int64_t seconds;
    int64_t nanoseconds;
  } time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  return (int)syscall(SYS_epoll_pwait2, epoll, events, capacity, nanoseconds < 0 ? NULL : &time, NULL, 0);
}
#endif

int csystem_epoll_wait(int epoll, struct epoll_event *events, int capacity, int64_t nanoseconds) {
#ifdef SYS_epoll_pwait2
  if (!atomic_load_explicit(&lacks_epoll_pwait2, memory_order_relaxed)) {
    int count = precise_epoll_wait(epoll, events, capacity, nanoseconds);
    if (count >= 0 || (errno != ENOSYS && errno != EPERM)) return count;
    atomic_store_explicit(&lacks_epoll_pwait2, 1, memory_order_relaxed);
  }
#endif
  int64_t milliseconds = nanoseconds / 1000000 + (nanoseconds % 1000000 > 0);
  return epoll_wait(epoll, events, capacity, nanoseconds < 0 ? -1 : milliseconds > INT_MAX ? INT_MAX : (int)milliseconds);
}

void csystem_trim_heap(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
#endif
