#ifndef CWORK_H
#define CWORK_H

#include <stdint.h>

/// What a thread has done since it began.
typedef struct {
  /// Comparisons, switches and divisions executed by instrumented code.
  uint64_t steps;
  /// Bytes asked of the allocator.
  uint64_t allocated;
  /// Bytes copied, moved or compared in blocks.
  uint64_t moved;
} willcall_work;

/// The counts of this thread so far; the same for the same work, however fast the machine.
willcall_work willcall_work_done(void);

/// Begins to count allocations.
void willcall_work_start(void);

#endif
