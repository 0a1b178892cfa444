"""My app: what a foreign client does arrives by itself, faults do what their buttons say, texts stay texts."""

import json
import re
import subprocess
import time

from proof import check, counts, expect, live, press, show, until
from server import EVENT


def calls(page):
    return page.locator("#view-calls .call .what").all_inner_texts()


@check
def foreign_purchase(stage):
    """A purchase by somebody else's client arrives live: six lines, seats that turn, an order, a verdict."""
    app = stage.server.app("foreign")
    app.control("GET", "clock")
    page = live(stage.open(stage.server.page(key="foreign", view="state", event=EVENT)))
    until(lambda: sum(counts(page, "#view-state")) > 100, "no house")
    free, _, sold = counts(page, "#view-state")
    cart = app.reserve()[1]
    until(lambda: counts(page, "#view-state")[1] == 2, "the held seats did not turn", 2)
    held = page.locator(".cart")
    until(lambda: held.count() == 1 and "left to buy" in held.inner_text(), "no cart with a hold", 3)
    app.pay(cart)
    order = app.open(app.commit(cart)[1]["order_token"])[1]
    app.render(order)
    until(lambda: counts(page, "#view-state") == [free - 2, 0, sold + 2], "the sold seats did not turn", 3)
    number = order["tickets"][0]["order_number"]
    until(lambda: number in page.locator(".order-list").inner_text(), "the order does not appear", 3)
    until(lambda: held.count() == 0, "the cart does not go", 3)
    until(lambda: len(calls(page)) == 5, "five calls did not arrive as five lines")
    app.call("GET", f"/partners/v1/events/{EVENT}/availability")
    until(lambda: len(calls(page)) == 6, "the sixth call did not arrive")
    # A refused call carries its diagnosis in plain sight.
    app.reserve(quantity=99)
    until(lambda: page.locator("#view-calls .refused .why").count() == 1, "no diagnosis stands under the refused call")
    page.locator("#view-calls .call", has_text="securerender").click()
    detail = page.locator(".call-detail")
    until(lambda: '"deviceOs"' in detail.inner_text(), "the call does not open to its request")
    expect("Copy as curl" in detail.inner_text(), "no copy as curl")
    page.locator("#connection", has_text="Live").wait_for()


FAULTS = ["Decline the next card", "Lose the next commit’s answer", "Make the next refresh slow", "Sell out this event"]


@check
def fault_buttons(stage):
    """Each one-click fault does what it says to the next call, shows while armed, and is gone when used."""
    app = stage.server.app("faulty")
    order = app.buy()
    page = live(stage.open(stage.server.page(key="faulty", view="what-if")))
    armed = page.locator("#view-what-if .line .left")
    for place, label in enumerate(FAULTS):
        press(page, label)
        until(lambda: armed.count() == 1 and "left" in armed.inner_text(), f"{label}: what is armed does not show")
        expect(armed.inner_text() == ("100 calls left" if place == 3 else "1 call left"), f"{label}: {armed.inner_text()}")
        if place == 0:
            cart = app.reserve()[1]
            status, answer = app.pay(cart)
            expect((status, answer["error"]["code"]) == (400, 20122), f"the card was not declined: {status} {answer}")
            app.pay(cart)
        elif place == 1:
            try:
                app.commit(cart)
                raise AssertionError("the commit's answer was not lost")
            except (ConnectionError, OSError):
                pass
        elif place == 2:
            started = time.monotonic()
            app.render(order)
            expect(time.monotonic() - started > 1, "the refresh was not slow")
        else:
            status, answer = app.reserve()
            expect(status == 400, f"the event was not sold out: {status} {answer}")
            until(lambda: armed.inner_text() == "99 calls left", "it does not count down what is left")
            page.get_by_role("button", name="Remove").click()
        until(lambda: armed.count() == 0, f"{label}: it still shows when it is used")
    left = [fault for fault in app.control("GET", "faults")["faults"] if fault["remaining"]]
    expect(not left, f"faults are left: {left}")
    # A scenario's switch.
    switch = page.get_by_role("switch", name="captcha", exact=False).first
    switch.check()
    until(lambda: app.control("GET", "scenarios")["active"], "the switch switches nothing on")
    switch.uncheck()
    until(lambda: not app.control("GET", "scenarios")["active"], "the switch switches nothing off")


NASTY = "<img src=x onerror=alert(1)>"


@check
def injection(stage):
    """What clients send is text: an account, an event, a key and a path named like markup are read, not run."""
    app = stage.server.app(NASTY)
    with open(stage.fixture(EVENT)) as file:
        fixture = json.load(file)
    fixture.update({"id": "3F00EA0000000001", "code": "ENASTY", "name": NASTY})
    app.control("PUT", "events/3F00EA0000000001", fixture)
    cart = app.reserve("3F00EA0000000001")[1]
    app.pay(cart, "3F00EA0000000001", account=NASTY)
    order = app.commit(cart, "3F00EA0000000001")[1]
    app.reserve("3F00EA0000000001")
    app.call("GET", f"/partners/v1/{NASTY.replace(' ', '%20')}", headers={"User-Agent": NASTY, "x-user-id": NASTY})
    app.call("POST", f"/partners/v1/events/{EVENT}/cart", {"reserve": {"tickets": [{"id": NASTY}]}, NASTY: NASTY})
    page = live(stage.open(stage.server.page(key=NASTY, view="state", event="3F00EA0000000001", order=order["order_number"])))
    for view in ("Play", "State", "What if", "Time", "Verdict"):
        show(page, view)
        page.wait_for_timeout(150)
        strange = page.evaluate("document.querySelectorAll('img:not(.ticket-picture), [onerror], body script, iframe').length")
        expect(strange == 0, f"{view}: there is markup of a client's")
    show(page, "State")
    until(lambda: NASTY in page.locator(".event-list").inner_text(), "the event's name is not read as it is")
    expect(NASTY in page.locator(".order-list").inner_text(), "the account is not read as it is")
    expect(NASTY in page.locator("#key").inner_text(), "the key is not read as it is")
    for place in range(1, 7):
        page.evaluate("id => location.hash = `${location.hash}&open=${id}`.replace(/&open=[^&]*(?=.*&open=)/, '')", f"r{place}")
        page.locator(".call-detail .label", has_text=f"r{place}").wait_for()
        page.wait_for_timeout(100)
    expect(page.evaluate("document.querySelectorAll('img:not(.ticket-picture), [onerror]').length") == 0, "markup in a call")


@check
def list_and_report(stage):
    """Filters, pause and the address of the list work; `latest` follows the newest key; the report is downloaded."""
    server = stage.own_server()
    app = server.app("listed")
    app.buy()
    app.reserve(quantity=99)
    page = live(stage.open(server.page(key="listed", view="calls")))
    until(lambda: len(calls(page)) == 7, "not seven calls")
    page.locator("#view-calls select").nth(1).select_option("refused")
    until(lambda: len(calls(page)) == 1, "the filter by status filters nothing")
    other = live(stage.open(page.url))
    until(lambda: len(calls(other)) == 1, "the filter does not stand in the address")
    page.locator("#view-calls select").nth(1).select_option("")
    page.locator("#view-calls").get_by_placeholder("Text").fill("securerender")
    until(lambda: len(calls(page)) == 1, "the filter by text filters nothing")
    page.locator("#view-calls").get_by_placeholder("Text").fill("")
    until(lambda: len(calls(page)) == 7, "the filter stays")
    press(page, "Pause", "#view-calls")
    app.reserve()
    page.wait_for_timeout(600)
    expect(len(calls(page)) == 7, "Pause does not pause")
    press(page, "Resume", "#view-calls")
    until(lambda: len(calls(page)) == 8, "what came during the pause is lost")
    show(page, "Verdict")
    with page.expect_download() as report:
        press(page, "Download the report")
    expect(report.value.suggested_filename.endswith(".html"), f"a report named {report.value.suggested_filename}")
    latest = live(stage.open(server.page(key="latest", view="calls")))
    until(lambda: len(calls(latest)) == 8, "latest is not the newest key")
    server.app("later").reserve()
    until(lambda: len(calls(latest)) == 1, "latest does not follow the newest key")


@check
def doors(stage):
    """A browser at / is led to the page, others are told of it; its files are guarded, and are not sent twice."""
    app = stage.server.app("doors")
    status, _, headers = app.fetch("/", {"Accept": "text/html"})
    expect(300 <= status < 400 and headers["Location"] == "/__willcall/", f"a browser at / gets {status}")
    status, _, headers = app.fetch("/", {"Accept": "application/json"})
    expect(status == 404 and "/__willcall/" in headers["X-Willcall-Diagnosis"], f"others at / get {status}")
    expect(300 <= app.fetch("/__willcall", {})[0] < 400, "/__willcall without its slash leads nowhere")
    for path in ("/__willcall/", "/__willcall/console/main.js"):
        status, _, headers = app.fetch(path, {})
        policy = headers["Content-Security-Policy"]
        expect("default-src 'none'" in policy and "unsafe" not in policy and "require-trusted-types-for 'script'" in policy
               and "frame-ancestors 'none'" in policy, f"{path}: {policy}")
        expect(headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"], f"{path}: headers are missing")
        expect(app.fetch(path, {"If-None-Match": headers["ETag"]})[0] == 304, f"{path}: it is sent twice")
    closed = stage.own_server("--no-control")
    expect(closed.app("doors").fetch("/__willcall/", {})[0] == 404, "--no-control serves a page")


@check
def broken_rule(stage):
    """A rule that is broken opens to the exchange that broke it; the verdict turns while one looks."""
    app = stage.server.app("breaking")
    order = app.buy()
    page = live(stage.open(stage.server.page(key="breaking", view="verdict")))
    verdict = page.locator(".verdict")
    until(lambda: verdict.inner_text() == "Ready", "a good purchase is not ready")
    expect(page.locator(".rule.broken").count() == 0, "a rule of a good purchase is broken")
    app.render(order, account="somebody-else")
    until(lambda: verdict.inner_text() == "Not ready", "the verdict does not turn")
    rule = page.locator(".rule.broken")
    until(lambda: rule.count() >= 1, "no broken rule")
    expect("Fix:" in rule.first.inner_text(), "it does not say how to fix it")
    request = app.control("GET", "requests")["requests"][-1]["id"]
    rule.first.get_by_role("link", name=request, exact=True).click()
    detail = page.locator(".call-detail")
    until(lambda: detail.is_visible() and detail.locator(".label").first.inner_text() == request, "the call does not open")
    until(lambda: '"barcode"' in detail.inner_text() and "somebody-else" in detail.inner_text(), "another call opened")
    expect(f"open={request}" in page.url, "the address does not name the open call")


@check
def copied_command(stage):
    """What "Copy as curl" puts on the clipboard is a command that a shell runs, and that asks the same again."""
    app = stage.server.app("it's copied")
    app.reserve(quantity=99)
    page = live(stage.open(stage.server.page(key="it's copied", view="calls"), permissions=["clipboard-read", "clipboard-write"]))
    page.locator("#view-calls .call").first.click()
    press(page, "Copy as curl", ".call-detail")
    until(lambda: page.locator(".copied").inner_text() == "Copied", "it does not say that it copied")
    command = page.evaluate("navigator.clipboard.readText()")
    expect(command.startswith("curl "), f"no command: {command}")
    done = subprocess.run(["sh", "-c", f"{command} -s"], capture_output=True, text=True, timeout=20)
    first, second = app.control("GET", "requests")["requests"]
    expect(json.loads(done.stdout) == first["response"]["body"], f"another answer: {done.stdout} {done.stderr}")
    expect((second["request"]["body"], second["path"]) == (first["request"]["body"], first["path"]), "another request")
    until(lambda: len(calls(page)) == 2, "the repeated call does not arrive")


@check
def tab_icon(stage):
    """While nobody looks, the tab's icon and title count the refused calls; a look takes the mark away."""
    app = stage.server.app("away")
    app.control("GET", "clock")
    page = live(stage.open(stage.server.page(key="away", view="calls")))

    def icon():
        return page.locator("link[rel=icon]").evaluate("each => each.href")

    plain = icon()

    # A browser without a screen shows all of its tabs, so the page is told that it is hidden.
    def look(hidden):
        page.evaluate("""hidden => {
          Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }""", hidden)

    app.reserve(quantity=99)
    until(lambda: len(calls(page)) == 1, "no call")
    expect(page.title() == "WillCall", "what is seen is counted")
    look(hidden=True)
    pictures = []
    for count in (1, 2):
        app.reserve(quantity=1)
        app.reserve(quantity=99)
        until(lambda: page.title() == f"({count}) WillCall", f"the title does not count {count}")
        pictures.append(icon())
    expect(len({plain, *pictures}) == 3 and pictures[0].startswith("data:image/png"), "the icon does not count")
    look(hidden=False)
    until(lambda: page.title() == "WillCall" and icon() == plain, "the mark stays")


@check
def five_minutes(stage):
    """"+5 min" moves this sandbox's clock by five minutes, and no other's; what it caused is listed."""
    app, other = stage.server.app("five"), stage.server.app("not-five")
    app.control("POST", "clock", {"freeze": True})
    cart = app.reserve()[1]
    other.control("POST", "clock", {"freeze": True})
    before, untouched = (each.control("GET", "clock")["now"] for each in (app, other))
    page = live(stage.open(stage.server.page(key="five", view="time")))
    press(page, "+5 min", "#clock")
    until(lambda: app.control("GET", "clock")["now"] != before, "it does not move the clock")
    moved = [time.strptime(now[:19], "%Y-%m-%dT%H:%M:%S") for now in (before, app.control("GET", "clock")["now"])]
    expect(time.mktime(moved[1]) - time.mktime(moved[0]) == 300, "it is not five minutes")
    expect(other.control("GET", "clock")["now"] == untouched, "another sandbox's clock moved")
    ended = int(cart["cart"]["hold_time"]) <= 300
    caused = page.locator("#view-time .moves-list li").first
    until(lambda: re.search("1 hold ended" if ended else "nothing was due", caused.inner_text()), "what it caused is not listed")
