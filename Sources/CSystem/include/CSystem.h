// Calls of the system and its C library that Swift's Glibc module does not show, and a look-up of names that is safe in a
// static executable. Darwin has that alone.
#ifndef WILLCALL_CSYSTEM_H
#define WILLCALL_CSYSTEM_H

#include <netdb.h>
#include <stdint.h>

/// getaddrinfo(3) for stream sockets: a numeric host asks nobody, a name asks the system's resolver. A static executable
/// takes names from /etc/hosts and from DNS, whatever else nsswitch.conf(5) lists: that would have to be loaded, and fit
/// the C library that was linked.
///
/// Returns 0 or an EAI code; the list is for freeaddrinfo(3). `flags` may hold AI_PASSIVE.
int csystem_look_up(const char *host, const char *port, int flags, struct addrinfo **list);

/// The arguments of this process as it was started, or -1 where only Swift's runtime knows them. That finds them by way of
/// /proc, and finds none where there is no /proc.
int csystem_arguments(char *const **values);

/// What a clock shows that nobody sets and that counts while the machine sleeps, in nanoseconds from anywhere.
int64_t csystem_steady_time(void);

#if defined(__linux__)
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
