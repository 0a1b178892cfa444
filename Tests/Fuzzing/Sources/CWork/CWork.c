// Counts work. The compiler puts calls of these functions into all Swift code that is built with -sanitize=fuzzer; where
// libFuzzer would learn from them, this only counts. Not instrumented itself: C code is not built with that option.
#include "CWork.h"

#include <stddef.h>

#define PLAIN __attribute__((disable_sanitizer_instrumentation, used))

// A thread counts its own.
static _Thread_local willcall_work done;

PLAIN willcall_work willcall_work_done(void) { return done; }

#define COUNT(name, type)                                                                                             \
  PLAIN void __sanitizer_cov_trace_##name(type first, type second) { done.steps++; }

COUNT(cmp1, uint8_t)
COUNT(cmp2, uint16_t)
COUNT(cmp4, uint32_t)
COUNT(cmp8, uint64_t)
COUNT(const_cmp1, uint8_t)
COUNT(const_cmp2, uint16_t)
COUNT(const_cmp4, uint32_t)
COUNT(const_cmp8, uint64_t)

PLAIN void __sanitizer_cov_trace_switch(uint64_t value, uint64_t *cases) { done.steps++; }
PLAIN void __sanitizer_cov_trace_div4(uint32_t value) { done.steps++; }
PLAIN void __sanitizer_cov_trace_div8(uint64_t value) { done.steps++; }
PLAIN void __sanitizer_cov_trace_gep(uintptr_t index) {}
PLAIN void __sanitizer_cov_trace_pc_indir(uintptr_t callee) { done.steps++; }
PLAIN void __sanitizer_cov_8bit_counters_init(uint8_t *start, uint8_t *stop) {}
PLAIN void __sanitizer_cov_bool_flag_init(uint8_t *start, uint8_t *stop) {}
PLAIN void __sanitizer_cov_pcs_init(const uintptr_t *start, const uintptr_t *stop) {}

int __sanitizer_install_malloc_and_free_hooks(
    void (*malloc_hook)(const volatile void *, size_t), void (*free_hook)(const volatile void *));

PLAIN static void allocated(const volatile void *address, size_t size) { done.allocated += size; }
PLAIN static void freed(const volatile void *address) {}

PLAIN void willcall_work_start(void) { __sanitizer_install_malloc_and_free_hooks(allocated, freed); }

// The linker leads calls to the functions of these names here (--wrap).
#define BLOCK(name, result, source)                                                                                   \
  result __real_##name(void *first, source second, size_t size);                                                      \
  PLAIN result __wrap_##name(void *first, source second, size_t size) {                                               \
    done.moved += size;                                                                                               \
    return __real_##name(first, second, size);                                                                        \
  }

BLOCK(memcpy, void *, const void *)
BLOCK(memmove, void *, const void *)
BLOCK(memset, void *, int)
BLOCK(memcmp, int, const void *)
BLOCK(__asan_memcpy, void *, const void *)
BLOCK(__asan_memmove, void *, const void *)
BLOCK(__asan_memset, void *, int)
