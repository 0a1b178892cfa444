// Every file of files/, compiled in, so that one binary is the whole product.
//
// A new file needs its three lines here, sorted by name; EmbeddedFileTests compares the list with the folder, and writes it
// anew if WILLCALL_RECORD is set.

#include "CConsoleFiles.h"

// A text ends with a zero byte, by which its length is found.
#define TEXT (const char *)(const unsigned char[])

static const struct willcall_console_file files[] = {
  {"index.html", TEXT {
#embed "files/index.html" suffix(, 0) if_empty(0)
  }},
};

size_t willcall_console_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct willcall_console_file willcall_console_file_at(size_t place) {
  static const struct willcall_console_file none = {"", ""};
  return place < willcall_console_file_count() ? files[place] : none;
}
