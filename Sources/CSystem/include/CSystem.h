// System calls that Swift's Glibc module does not show. Empty on Darwin, which has none of them.
#ifndef WILLCALL_CSYSTEM_H
#define WILLCALL_CSYSTEM_H

#if defined(__linux__)
#include <sys/epoll.h>
#include <sys/eventfd.h>

/// accept4(2) without the peer's address: the new descriptor is non-blocking and closes on exec.
int csystem_accept_nonblocking(int listener);
#endif

#endif
