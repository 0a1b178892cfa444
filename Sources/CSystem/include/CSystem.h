// Calls of the system and its C library that Swift's Glibc module does not show. Empty on Darwin, which has none of them.
#ifndef WILLCALL_CSYSTEM_H
#define WILLCALL_CSYSTEM_H

#if defined(__linux__)
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

/// accept4(2) without the peer's address: the new descriptor is non-blocking and closes on exec.
int csystem_accept_nonblocking(int listener);

/// epoll_wait(2) with a time in nanoseconds, for ever if negative; never early. In whole milliseconds, rounded up, where
/// the system has no epoll_pwait2 (before Linux 5.11, and in sandboxes that do not know it).
int csystem_epoll_wait(int epoll, struct epoll_event *events, int capacity, int64_t nanoseconds);

/// malloc_trim(3): gives the system back what the allocator holds and nobody uses. Does nothing without the GNU C library.
void csystem_trim_heap(void);
#endif

#endif
