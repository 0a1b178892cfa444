// The files of the page that shows a server's sandboxes, as they were when the binary was built.

#ifndef CCONSOLEFILES_H
#define CCONSOLEFILES_H

#include <stddef.h>

/// A file that was compiled in. Both pointers are valid for ever and their targets never change.
struct willcall_console_file {
  /// The file's name, such as "index.html".
  const char *_Nonnull name;
  /// The file's text in UTF-8, which has no zero byte but the one that ends it.
  const char *_Nonnull text;
};

/// How many files were compiled in.
size_t willcall_console_file_count(void);

/// The file at a place below the count, sorted by name; beyond the count a file of no bytes.
struct willcall_console_file willcall_console_file_at(size_t place);

#endif
