#define _GNU_SOURCE
#include "CSystem.h"

#if defined(__linux__)
#include <sys/socket.h>

int csystem_accept_nonblocking(int listener) {
  return accept4(listener, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC);
}
#endif
