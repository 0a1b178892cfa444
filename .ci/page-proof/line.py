"""The line to the server: the token, a server that goes and comes back, no server at all."""

import json
import os
import socket
import threading

from playwright.sync_api import Error

from proof import check, counts, expect, live, show, until

GONE = r"ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED"


@check
def token_prompt(stage):
    """With --control-token the page asks once, refuses a wrong token, and keeps the right one for the tab."""
    server = stage.own_server("--control-token", "open-sesame")
    page = stage.open(server.page(key="guarded"), allow="status of 401")
    field = page.get_by_label("Control token")
    field.wait_for()
    field.fill("wrong")
    page.keyboard.press("Enter")
    until(lambda: field.is_visible() and field.input_value() == "", "a wrong token is not asked for again")
    field.fill("open-sesame")
    page.keyboard.press("Enter")
    live(page)
    page.get_by_role("button", name="Play a purchase").wait_for()
    page.reload()
    live(page)
    expect(not field.is_visible(), "it asks again in the same tab")
    expect(page.evaluate("Object.values(localStorage).join()").find("sesame") < 0, "the token outlives the tab")
    # Everything of the page works behind it: a demo's picture of a code comes with the token too.
    status, _ = server.app("guarded").call("GET", "/__willcall/clock")
    expect(status == 401, "the server asks for no token")


@check
def reconnect(stage):
    """A server that goes and comes back: the page says so, reconnects by itself, and catches up; a new seed reloads it."""
    server = stage.own_server()
    app = server.app("steady")
    app.reserve()
    page = live(stage.open(server.page(key="steady", view="calls"), allow=GONE))
    until(lambda: page.locator(".call").count() == 1, "no call")
    page.evaluate("globalThis.kept = true")
    server.stop()
    page.locator("#connection", has_text="No connection").wait_for()
    until(lambda: "out of date" in page.locator("#notice").inner_text(), "no word of what is out of date")
    server.start()
    app.reserve(quantity=1)
    app.reserve(quantity=1)
    live(page)
    until(lambda: page.locator(".call").count() == 2, "it did not catch up")
    expect(page.evaluate("globalThis.kept"), "it was loaded anew for no reason")
    expect(not page.locator("#notice").is_visible(), "the notice stays")
    app.reserve(quantity=1)
    until(lambda: page.locator(".call").count() == 3, "it does not listen any more")
    server.stop()
    server.start(seed=8)

    def reloaded():
        try:
            return page.evaluate("globalThis.kept === undefined")
        except Error:  # It is being loaded.
            return False

    until(reloaded, "a server with another seed does not reload the page", 20)
    live(page)


@check
def cut_line(stage):
    """A line that is cut while the server runs on: what happened meanwhile is sent first, nothing is missed or doubled."""
    server = stage.own_server()
    app = server.app("cut")
    app.reserve(quantity=1)
    line = Line(server.port)
    page = live(stage.open(f"http://localhost:{line.port}/__willcall/#key=cut&view=calls", allow=GONE))
    until(lambda: page.locator(".call").count() == 1, "no call")
    for round in (1, 2):
        line.cut()
        page.locator("#connection", has_text="No connection").wait_for()
        for _ in range(4):
            app.reserve(quantity=1)
        line.mend()
        live(page)
        until(lambda: page.locator(".call").count() == 1 + 4 * round, "what happened meanwhile is missing")
    app.reserve(quantity=1)
    until(lambda: page.locator(".call").count() == 10, "it does not listen any more")
    ids = page.locator(".call").evaluate_all("rows => rows.map(row => row.id)")
    expect(ids == [f"call-r{place}" for place in range(1, 11)], f"not each call once, in order: {ids}")
    line.cut()


@check
def gap(stage):
    """A line that was cut for longer than the server keeps events: the page fetches everything anew, by itself."""
    server = stage.own_server()
    app = server.app("gap")
    app.reserve(quantity=1)
    line = Line(server.port)
    page = live(stage.open(f"http://localhost:{line.port}/__willcall/#key=gap&view=state", allow=GONE))
    until(lambda: page.locator(".cart").count() == 1, "no cart")
    page.evaluate("globalThis.kept = true")
    line.cut()
    page.locator("#connection", has_text="No connection").wait_for()
    many = 5_000  # The server keeps 4,096 events.
    with socket.create_connection(("127.0.0.1", server.port)) as burst:
        request = b"POST /marketplace/v1/securerender?apikey=gap HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"
        threading.Thread(target=burst.sendall, args=(request * many,), daemon=True).start()
        answers = 0
        while answers < many:
            answers += burst.recv(1 << 16).count(b"HTTP/1.1 4")
    app.reserve(quantity=1)
    line.mend()
    live(page)
    until(lambda: page.locator(".cart").count() == 2, "what happened meanwhile is missing")
    expect(page.evaluate("globalThis.kept"), "it was loaded anew")
    show(page, "Calls")
    newest = app.control("GET", "requests")["requests"]
    until(lambda: page.locator(f"#call-{newest[-1]['id']}").count() == 1, "the newest call is missing")
    until(lambda: page.locator(".calls-count").inner_text().startswith(f"{len(newest):,} "),
          f"{len(newest)} calls are kept, and the page says {page.locator('.calls-count').inner_text()}")
    app.reserve(quantity=1)
    show(page, "State")
    until(lambda: page.locator(".cart").count() == 3, "it does not listen any more")
    line.cut()


class Line:
    """Leads a port of its own to the server, and can be cut."""

    def __init__(self, target):
        self.target, self.open, self.up = target, set(), True
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.listener.accept()
            if not self.up:
                near.close()
                continue
            far = socket.create_connection(("127.0.0.1", self.target))
            self.open |= {near, far}
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self.pump, args=(source, sink), daemon=True).start()

    @staticmethod
    def pump(source, sink):
        try:
            while piece := source.recv(1 << 16):
                sink.sendall(piece)
        except OSError:
            pass
        for each in (source, sink):
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        self.up = False
        for each in self.open:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        self.open = set()

    def mend(self):
        self.up = True


@check
def saved_files(stage):
    """A saved journal and a saved state open in the page without a server behind it."""
    server = stage.own_server()
    app = server.app("saved")
    order = app.buy()
    app.reserve(quantity=99)
    app.reserve()
    paths = {}
    for what in ("requests", "state"):
        paths[what] = os.path.join(server.work, f"saved-{what}.json")
        with open(paths[what], "w") as file:
            json.dump(app.control("GET", what), file)
    page = live(stage.open(server.page(), allow=GONE))
    server.stop()
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(paths["requests"])
    until(lambda: page.locator(".call").count() == 8, f"the journal does not open: {page.locator('.call').count()} calls")
    expect(page.locator(".call.refused .why").count() == 1, "no diagnosis of the refused call")
    page.locator(".call", has_text="securerender").click()
    until(lambda: '"deviceOs"' in page.locator(".call-detail").inner_text(), "a saved call does not open")
    page.screenshot(path=f"{stage.pictures}/saved-journal.png")
    chooser.set_input_files(paths["state"])
    number = order["tickets"][0]["order_number"]
    show(page, "State")
    until(lambda: number in page.locator(".order-list").inner_text(), "the state's order does not show")
    expect(page.locator(".cart").count() == 1, "the state's cart does not show")
    expect(page.get_by_role("button", name="Void").count() == 0, "it offers what only a server can do")
    for path in paths.values():
        os.remove(path)
