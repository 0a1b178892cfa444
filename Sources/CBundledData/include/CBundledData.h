// The files of Fixtures/ and scenarios/ as they were when the binary was built.

#ifndef CBUNDLEDDATA_H
#define CBUNDLEDDATA_H

#include <stddef.h>

/// A file that was compiled in. Both pointers are valid for ever and their targets never change.
struct willcall_bundled_file {
  /// The path below Fixtures/, or with scenarios/ in front; such as "events/3F005105D843DFA3.json".
  const char *_Nonnull name;
  /// The file's bytes, not terminated.
  const unsigned char *_Nonnull bytes;
  /// How many bytes.
  size_t length;
};

/// How many files were compiled in.
size_t willcall_bundled_file_count(void);

/// The file at a place below the count, sorted by folder and name; beyond the count a file of no bytes.
struct willcall_bundled_file willcall_bundled_file_at(size_t place);

/// Fixtures/zones.json: an object of time zones by their POSIX rule, each an array of IANA names (tz database 2025b).
struct willcall_bundled_file willcall_bundled_zones(void);

/// Fixtures/schema.json: the JSON Schema of events and sold orders.
struct willcall_bundled_file willcall_bundled_fixture_schema(void);

#endif
