"""The budget: what is sent, when something is seen, and how it bears five hundred calls a second.

Its times are meant for a usual machine. A slower one may take longer by as much as it takes longer for something else: for
a page that never changes, or for work that is always the same.
"""

import http.server
import socket
import threading
import time

from proof import check, expect, live, show, until

MOST_BYTES = 100 * 1024
FIRST_PAINT = 100
# When a page of one line is seen on a usual machine, in ms.
STILL_PAINT = 40
LONGEST = 50
RATE = 500


class StillPage(http.server.BaseHTTPRequestHandler):
    """One line of text, and nothing to fetch or to run."""

    def do_GET(self):
        body = b"<!DOCTYPE html><title>Still</title><p>Nothing moves."
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def first_paint(page, address, then=lambda page: page.wait_for_timeout(100)):
    """When something of a page is seen, in ms since it was asked for."""
    page.goto("about:blank")
    page.goto(address)
    then(page)
    return page.evaluate("performance.getEntriesByName('first-paint')[0]?.startTime ?? 1e9")


@check
def bytes_and_first_paint(stage):
    """All files together are at most 100 KiB as sent, and something is seen within 100 ms."""
    page = stage.open("about:blank")
    still = http.server.ThreadingHTTPServer(("127.0.0.1", 0), StillPage)
    threading.Thread(target=still.serve_forever, daemon=True).start()
    paints, still_paints = [], []
    for _ in range(9):
        still_paints.append(first_paint(page, f"http://127.0.0.1:{still.server_port}/"))
        paints.append(first_paint(page, stage.server.page(key="budget"), then=live))
    still.shutdown()
    still.server_close()
    listed = page.evaluate("performance.getEntriesByType('resource').filter(each => each.name.includes('/console/'))"
                           ".map(each => each.name)")
    expect(len(listed) > 20, f"only {len(listed)} files are loaded")
    total = 0
    app = stage.server.app("budget")
    for path in ["/__willcall/", *(each[each.index("/__willcall/"):] for each in listed)]:
        status, body, _ = app.fetch(path, {"Accept-Encoding": "gzip"})
        expect(status == 200, f"{path}: {status}")
        total += len(body)
    # What other programs take of a busy machine is not the page's fault, so the best counts, of both.
    paint, still_paint = min(paints), min(still_paints)
    limit = FIRST_PAINT * max(1, still_paint / STILL_PAINT)
    print(f"  {total:,} bytes in {len(listed) + 1} files; first paint after {paint:.0f} ms, of a page of one line after "
          f"{still_paint:.0f} ms; {limit:.0f} ms may be", flush=True)
    expect(20_000 < total <= MOST_BYTES, f"{total:,} bytes are sent, {MOST_BYTES:,} may be")
    expect(paint < limit, f"first paint after {paint:.0f} ms ({', '.join(f'{each:.0f}' for each in paints)})")


class Load(threading.Thread):
    """Sends calls at a rate over one connection, many at once, and counts the answers."""

    def __init__(self, port, key, seconds):
        super().__init__(daemon=True)
        self.seconds, self.answers, self.sent = seconds, 0, 0
        self.line = socket.create_connection(("127.0.0.1", port))
        refresh = ("/marketplace/v1/securerender", '{"deviceId":"d","deviceType":"NATIVE","deviceOs":"IOS","tickets":[{"eventId":'
                   '"3F005105D843DFA3","section":"BALC2L","row":"B","seat":"9","barcode":"0118856698865396"}]}')
        reserve = ("/partners/v1/events/3F00B16000000008/cart", '{"reserve":{"tickets":[{"id":"000000000001"}]}}')
        # Of ten calls, one is refused, and one holds a seat among 20,000.
        self.requests = [
            f"POST {path}?apikey={key} HTTP/1.1\r\nHost: localhost\r\nx-user-id: 12313131\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
            for path, body in [refresh] * 8 + [(refresh[0], "{}"), reserve]]

    def run(self):
        reader = threading.Thread(target=self.read, daemon=True)
        reader.start()
        begun = time.monotonic()
        while (passed := time.monotonic() - begun) < self.seconds:
            due = int(passed * RATE) - self.sent
            batch = b"".join(self.requests[(self.sent + i) % 10] for i in range(due))
            self.line.sendall(batch)
            self.sent += due
            time.sleep(0.02)
        end = time.monotonic() + 10
        while self.answers < 0.98 * self.sent and time.monotonic() < end:
            time.sleep(0.05)
        self.line.close()

    def read(self):
        try:
            while piece := self.line.recv(1 << 16):
                self.answers += piece.count(b"HTTP/1.1 ")
        except OSError:
            pass


@check
def five_hundred_a_second(stage):
    """No task takes over 50 ms while 500 calls a second stream in, in no view; only what is seen is in the document."""
    server = stage.own_server()
    for view in ("Calls", "State", "Play"):
        # Now and then a task takes longer because of other programs. What is the page's own is there each time, so the
        # best of some counts, as for the first paint; each has a world of its own.
        for attempt in range(6):
            key = f"busy-{view}-{attempt}"
            server.app(key).control("GET", "clock")
            page = live(stage.open(server.page(key=key, event="3F00B16000000008")))
            show(page, view)
            page.wait_for_timeout(500)
            load = Load(server.port, key, 5)

            def work():
                load.start()
                while load.is_alive():
                    page.wait_for_timeout(100)

            limit = LONGEST * stage.slowness()
            longest = stage.longest_task(page, work)
            expect(load.answers > 0.9 * load.sent, f"of {load.sent} calls {load.answers} were answered")
            if view == "Calls":
                said = page.locator(".calls-count")
                sandboxes = server.app(key).control("GET", "sandboxes")["sandboxes"]
                made = next(each["requests"] for each in sandboxes if each["key"] == key)
                until(lambda: said.inner_text().startswith(f"{made:,} "), f"{made} calls were made, and the page says {said.inner_text()}")
                rows = page.locator(".call").count()
                expect(0 < rows < 120, f"{rows} lines are in the document")
            page.context.close()
            print(f"  {view}: {load.answers} calls, the longest task takes {longest:.0f} ms, {limit:.0f} may be", flush=True)
            if longest <= limit:
                break
        expect(longest <= limit, f"{view}: a task of {longest:.0f} ms, {limit:.0f} may be")
