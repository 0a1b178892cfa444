"""State and time: the house, holds that end on the sandbox's clock, tickets, the gate, moves of the clock."""

import re

from demo import scanned
from proof import check, counts, expect, live, press, show, until
from server import EVENT

BIG = "3F00B16000000008"


@check
def tickets_of_the_app(stage):
    """An order's ticket shows its code, can be scanned from the screen and at the gate, and is void when it is voided."""
    app = stage.server.app("tickets")
    order = app.buy()
    ticket = order["tickets"][0]
    page = live(stage.open(stage.server.page(key="tickets", view="state")))
    page.locator(".order", has_text=ticket["order_number"]).locator("li button").first.click()
    code = until(lambda: scanned(page), "the code cannot be scanned from the screen")
    until(lambda: f"ticket={ticket['barcode_id']}" in page.url, "the address does not name the ticket")
    answer = app.control("POST", "gate/scan", {"payload": code})
    expect(answer["ticket"]["barcode_id"] == ticket["barcode_id"], "the screen shows another ticket's code")
    press(page, "Scan it", "#view-state")
    verdict = page.locator("#view-state .ticket [role=status]")
    until(lambda: "wrong-day" in verdict.inner_text(), "the gate's verdict does not show")
    # The same address shows the same ticket to a colleague.
    other = live(stage.open(page.url))
    until(lambda: scanned(other), "the address does not show the ticket to somebody else")
    # Whose the seats are, by keyboard.
    page.locator("#view-state .house-canvas").focus()
    said = page.locator("#view-state .house-said")
    seat = f"Section {ticket['section']}, row {ticket['row']}, seat {ticket['seat_name']}: sold"
    for _ in range(400):
        if said.inner_text().startswith(seat):
            break
        page.keyboard.press("ArrowRight")
    until(lambda: ticket["order_number"] in said.inner_text(), f"the house does not say whose {seat} is", 4)
    page.get_by_role("button", name=f"Void order {ticket['order_number']}").click()
    until(lambda: "admit nobody" in page.locator("#view-state .ticket-note").inner_text(), "the voided ticket has a code")
    expect(app.control("GET", f"orders/{ticket['order_number']}")["voided"], "the order is not voided")


@check
def hold_on_the_sandbox_clock(stage):
    """A hold runs with the sandbox's clock, the button to its end is named, and the seats are free again."""
    app = stage.server.app("holding")
    app.reserve()
    page = live(stage.open(stage.server.page(key="holding", view="state", event=EVENT)))
    until(lambda: sum(counts(page, "#view-state")) > 100 and counts(page, "#view-state")[1] == 2, "no held seats")
    left = page.locator("#view-state .hold-left b")
    press(page, "Freeze", "#clock")
    until(lambda: app.control("GET", "clock")["frozen"], "Freeze does not freeze")
    page.locator("#clock button[aria-pressed=true]", has_text="Freeze").wait_for()
    page.wait_for_timeout(300)
    still = left.inner_text()
    page.wait_for_timeout(1200)
    expect(left.inner_text() == still, "the hold runs on a frozen clock")
    press(page, "×60", "#clock")
    until(lambda: int(left.inner_text()[0]) <= int(still[0]) - 1, "the hold does not run sixty times as fast", 3)
    press(page, "Real time", "#clock")
    until(lambda: app.control("GET", "clock")["rate"] == 1, "Real time is not real time")
    before = app.control("GET", "clock")["now"]
    press(page, "+1 min", "#clock")
    until(lambda: app.control("GET", "clock")["now"][:16] > before[:16], "+1 min does not move the clock")
    show(page, "Time")
    page.locator("#clock").get_by_role("button", name=re.compile("hold ends")).click()
    until(lambda: not app.control("GET", "carts")["carts"], "the hold did not end")
    until(lambda: "1 hold ended" in page.locator("#view-time").inner_text(), "the list does not say what the move caused")
    show(page, "State")
    until(lambda: counts(page, "#view-state")[1] == 0, "the seats did not turn free")
    until(lambda: page.locator(".cart").count() == 0, "the cart did not go")


@check
def twenty_thousand_seats(stage):
    """A house of 20,000 seats is drawn without a long task, and a seat of it turns live."""
    app = stage.server.app("large")
    app.control("GET", "clock")
    page = live(stage.open(stage.server.page(key="large", view="state")))

    def work():
        page.locator(".event-line", has_text="Grand Regatta Finale").click()
        until(lambda: sum(counts(page, "#view-state")) == 20_000, "not 20,000 seats")
        app.reserve(BIG)
        until(lambda: counts(page, "#view-state")[1] == 2, "no seat turned", 2)
        page.wait_for_timeout(2500)

    limit = 50 * stage.slowness()
    longest = stage.longest_task(page, work)
    print(f"  20,000 seats: the longest task takes {longest:.0f} ms, {limit:.0f} may be", flush=True)
    expect(longest <= limit, f"a task of {longest:.0f} ms, {limit:.0f} may be")
    nodes = page.locator("#view-state .house *").count()
    expect(nodes < 60, f"the house has {nodes} elements")
    # Three shapes on the canvas besides three colours: some of a held seat's middle is ground, none of a sold one's.
    held = page.locator("#view-state .seat-held").evaluate("each => getComputedStyle(each).backgroundImage")
    expect("gradient" in held, "a held seat is told by its colour alone")


@check
def keys_and_worlds(stage):
    """The newest busy key is picked by itself; a reset and a fresh world do what they say."""
    server = stage.own_server()
    server.app("older").reserve()
    server.app("newer").reserve()
    page = live(stage.open(server.page()))
    until(lambda: "newer" in page.locator("#key").input_value(), "the newest busy key was not picked")
    until(lambda: page.locator("#view-calls .call").count() == 1, "its call does not show")
    press(page, "Reset", ".keys")
    page.locator("dialog[open]").get_by_role("button", name="Reset", exact=True).click()
    until(lambda: not server.app("newer").control("GET", "requests")["requests"], "Reset resets nothing")
    until(lambda: page.locator("#view-calls .call").count() == 0, "the calls stay")
    press(page, "Fresh world", ".keys")
    until(lambda: page.locator("#key").input_value() not in ("newer", "older"), "no fresh world")
    live(page)
    page.go_back()
    until(lambda: page.locator("#key").input_value() == "newer", "Back does not lead back")
