#define _GNU_SOURCE
#include "CSystem.h"

#include <netdb.h>
#include <sys/socket.h>
#include <time.h>

#ifdef __GLIBC__
#include <nss.h>
#include <pthread.h>
#include <sys/auxv.h>

static void keep_services_inside(void) {
  // No program interpreter: a static executable, for which "files" and "dns" are linked in (glibc 2.34 and later).
  if (getauxval(AT_BASE) == 0) __nss_configure_lookup("hosts", "files dns");
}
#endif

int csystem_look_up(const char *host, const char *port, int flags, struct addrinfo **list) {
  struct addrinfo hints = {.ai_flags = flags | AI_NUMERICHOST | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM};
  int code = getaddrinfo(host, port, &hints, list);
  if (code != EAI_NONAME) return code;
#ifdef __GLIBC__
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, keep_services_inside);
#endif
  hints.ai_flags &= ~AI_NUMERICHOST;
  return getaddrinfo(host, port, &hints, list);
}

#ifdef __GLIBC__
static int argument_count = -1;
static char *const *argument_values;

// The GNU C library hands them to constructors, in static executables too; other libraries do not.
__attribute__((constructor)) static void note_arguments(int count, char **values) {
  argument_count = count;
  argument_values = values;
}

int csystem_arguments(char *const **values) {
  *values = argument_values;
  return argument_count;
}
#else
int csystem_arguments(char *const **values) {
  *values = 0;
  return -1;
}
#endif

int64_t csystem_steady_time(void) {
#if defined(__linux__)
  const clockid_t clock = CLOCK_BOOTTIME;
#else
  const clockid_t clock = CLOCK_MONOTONIC;
#endif
  struct timespec time;
  clock_gettime(clock, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

#if defined(__linux__)
#include <stdatomic.h>
#include <errno.h>
#include <limits.h>
#include <malloc.h>
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
