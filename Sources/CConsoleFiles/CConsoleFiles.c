// Every file of files/, compiled in, so that one binary is the whole product.
//
// A new file needs its three lines here, sorted by name; EmbeddedFileTests compares the list with the folder, and writes it
// anew if WILLCALL_RECORD is set.

#include "CConsoleFiles.h"

// A text ends with a zero byte, by which its length is found.
#define TEXT (const char *)(const unsigned char[])

static const struct willcall_console_file files[] = {
  {"address.js", TEXT {
#embed "files/address.js" suffix(, 0) if_empty(0)
  }},
  {"announce.js", TEXT {
#embed "files/announce.js" suffix(, 0) if_empty(0)
  }},
  {"api.js", TEXT {
#embed "files/api.js" suffix(, 0) if_empty(0)
  }},
  {"base.css", TEXT {
#embed "files/base.css" suffix(, 0) if_empty(0)
  }},
  {"call-accounts.js", TEXT {
#embed "files/call-accounts.js" suffix(, 0) if_empty(0)
  }},
  {"call-detail.js", TEXT {
#embed "files/call-detail.js" suffix(, 0) if_empty(0)
  }},
  {"call-filter.js", TEXT {
#embed "files/call-filter.js" suffix(, 0) if_empty(0)
  }},
  {"call-row.js", TEXT {
#embed "files/call-row.js" suffix(, 0) if_empty(0)
  }},
  {"call-window.js", TEXT {
#embed "files/call-window.js" suffix(, 0) if_empty(0)
  }},
  {"calls.css", TEXT {
#embed "files/calls.css" suffix(, 0) if_empty(0)
  }},
  {"calls.js", TEXT {
#embed "files/calls.js" suffix(, 0) if_empty(0)
  }},
  {"clock.js", TEXT {
#embed "files/clock.js" suffix(, 0) if_empty(0)
  }},
  {"connection.js", TEXT {
#embed "files/connection.js" suffix(, 0) if_empty(0)
  }},
  {"curl.js", TEXT {
#embed "files/curl.js" suffix(, 0) if_empty(0)
  }},
  {"demo-board.js", TEXT {
#embed "files/demo-board.js" suffix(, 0) if_empty(0)
  }},
  {"demo-list.js", TEXT {
#embed "files/demo-list.js" suffix(, 0) if_empty(0)
  }},
  {"demo-steps.js", TEXT {
#embed "files/demo-steps.js" suffix(, 0) if_empty(0)
  }},
  {"demo.css", TEXT {
#embed "files/demo.css" suffix(, 0) if_empty(0)
  }},
  {"demo.js", TEXT {
#embed "files/demo.js" suffix(, 0) if_empty(0)
  }},
  {"dom.js", TEXT {
#embed "files/dom.js" suffix(, 0) if_empty(0)
  }},
  {"exchange.js", TEXT {
#embed "files/exchange.js" suffix(, 0) if_empty(0)
  }},
  {"file.js", TEXT {
#embed "files/file.js" suffix(, 0) if_empty(0)
  }},
  {"fold.js", TEXT {
#embed "files/fold.js" suffix(, 0) if_empty(0)
  }},
  {"format.js", TEXT {
#embed "files/format.js" suffix(, 0) if_empty(0)
  }},
  {"house-live.js", TEXT {
#embed "files/house-live.js" suffix(, 0) if_empty(0)
  }},
  {"house-paint.js", TEXT {
#embed "files/house-paint.js" suffix(, 0) if_empty(0)
  }},
  {"house-plan.js", TEXT {
#embed "files/house-plan.js" suffix(, 0) if_empty(0)
  }},
  {"house.js", TEXT {
#embed "files/house.js" suffix(, 0) if_empty(0)
  }},
  {"icon.svg", TEXT {
#embed "files/icon.svg" suffix(, 0) if_empty(0)
  }},
  {"index.html", TEXT {
#embed "files/index.html" suffix(, 0) if_empty(0)
  }},
  {"json-view.js", TEXT {
#embed "files/json-view.js" suffix(, 0) if_empty(0)
  }},
  {"keys.js", TEXT {
#embed "files/keys.js" suffix(, 0) if_empty(0)
  }},
  {"layout.css", TEXT {
#embed "files/layout.css" suffix(, 0) if_empty(0)
  }},
  {"main.js", TEXT {
#embed "files/main.js" suffix(, 0) if_empty(0)
  }},
  {"refresh.js", TEXT {
#embed "files/refresh.js" suffix(, 0) if_empty(0)
  }},
  {"shortcuts.js", TEXT {
#embed "files/shortcuts.js" suffix(, 0) if_empty(0)
  }},
  {"state-lists.js", TEXT {
#embed "files/state-lists.js" suffix(, 0) if_empty(0)
  }},
  {"state-view.js", TEXT {
#embed "files/state-view.js" suffix(, 0) if_empty(0)
  }},
  {"state.css", TEXT {
#embed "files/state.css" suffix(, 0) if_empty(0)
  }},
  {"store.js", TEXT {
#embed "files/store.js" suffix(, 0) if_empty(0)
  }},
  {"stream.js", TEXT {
#embed "files/stream.js" suffix(, 0) if_empty(0)
  }},
  {"tab-icon.js", TEXT {
#embed "files/tab-icon.js" suffix(, 0) if_empty(0)
  }},
  {"tabs.js", TEXT {
#embed "files/tabs.js" suffix(, 0) if_empty(0)
  }},
  {"theme.js", TEXT {
#embed "files/theme.js" suffix(, 0) if_empty(0)
  }},
  {"ticket.js", TEXT {
#embed "files/ticket.js" suffix(, 0) if_empty(0)
  }},
  {"time-view.js", TEXT {
#embed "files/time-view.js" suffix(, 0) if_empty(0)
  }},
  {"token-prompt.js", TEXT {
#embed "files/token-prompt.js" suffix(, 0) if_empty(0)
  }},
  {"verdict.js", TEXT {
#embed "files/verdict.js" suffix(, 0) if_empty(0)
  }},
  {"views.css", TEXT {
#embed "files/views.css" suffix(, 0) if_empty(0)
  }},
  {"what-if.js", TEXT {
#embed "files/what-if.js" suffix(, 0) if_empty(0)
  }},
};

size_t willcall_console_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct willcall_console_file willcall_console_file_at(size_t place) {
  static const struct willcall_console_file none = {"", ""};
  return place < willcall_console_file_count() ? files[place] : none;
}
