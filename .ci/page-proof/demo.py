"""The demo, played by pressing what a person presses."""

import io
import time

import zxingcpp
from PIL import Image

from proof import check, counts, expect, live, press, until

SIX = ["availability", "cart.reserve", "cart.payment", "cart.commit", "orders.open", "securerender"]


def scanned(page):
    """What a scanner reads off the screen; None if it reads nothing."""
    picture = page.locator(".ticket-picture:visible").first
    image = Image.open(io.BytesIO(picture.screenshot()))
    codes = zxingcpp.read_barcodes(image)
    return codes[0].text if codes else None


def step(page, title):
    """Presses the next step, which must have this title, and waits for its answer."""
    following = page.locator(".demo-next")
    until(lambda: following.inner_text() == title, f"the next step is not {title!r} but {following.inner_text()!r}")
    following.click()
    line = page.locator(".play-step", has=page.get_by_role("button", name=title, exact=True))
    until(lambda: "is-done" in line.get_attribute("class"), f"{title} was not done")
    return line


def kept_every_rule(stage, key, steps=SIX):
    report = stage.server.app(key).control("GET", "report")
    broken = [rule["id"] for rule in report["rules"] if rule["state"] == "broken"]
    expect(not broken, f"the demo broke {broken}")
    expect(report["verdict"] == "ready", f"the demo's verdict is {report['verdict']}")
    seen = {each["operation"] for each in stage.server.app(key).control("GET", "requests")["requests"]}
    expect(seen == set(steps), f"the demo made the calls {seen}")


@check
def demo_step_by_step(stage):
    """Delay delivery, step by step: seats turn, the hold runs, no token before the date, the code turns, admits once."""
    page = live_page = stage.open(stage.server.page())
    press(page, "Play delay delivery")
    press(page, "Pause", "#view-demo")
    until(lambda: "is-done" in (page.locator(".play-step").first.get_attribute("class") or ""), "no first step")
    key = until(lambda: page.evaluate("new URLSearchParams(location.hash.slice(1)).get('key')"), "no key")
    until(lambda: sum(counts(page)) > 100, "no house")
    free, held, sold = counts(page)

    line = step(page, "Hold two seats")
    until(lambda: counts(page) == [free - 2, 2, sold], "two seats did not turn to held")
    facts = line.locator(".play-facts").inner_text()
    expect("cart" in facts and "held for" in facts, f"the step does not say what it got: {facts}")
    expect(line.locator(".play-call").inner_text().startswith("POST /partners/v1/events/"), "no request is shown")
    expect(line.locator(".play-body > .quiet").inner_text().endswith("."), "no sentence of why")
    line.get_by_text("Answer", exact=True).click()
    expect('"hold_time"' in line.locator("pre").inner_text(), "the whole answer does not open")
    left = page.locator("#view-demo .hold-left b")
    first = left.inner_text()
    until(lambda: left.inner_text() != first and left.inner_text().startswith("4:5"), "the hold does not run")
    bar = page.locator("#view-demo .hold-bar")
    expect(bar.get_attribute("aria-valuetext").startswith("4:5"), "the hold's bar does not say its time")

    step(page, "Pay")
    step(page, "Buy")
    until(lambda: counts(page) == [free - 2, 0, sold + 2], "two seats did not turn to sold")
    until(lambda: "2 tickets" in page.locator(".stage-head p").inner_text(), "no order appears")
    step(page, "Open the order on a phone")
    note = page.locator("#view-demo .ticket-note")
    until(lambda: "The token comes on" in note.inner_text(), "the ticket does not say when the token comes")
    expect(page.locator("#view-demo .ticket-picture:visible").count() == 0, "there is a code before the date")

    day = page.locator("#clock .date").inner_text()
    step(page, "Let three days pass")
    until(lambda: page.locator("#clock .date").inner_text() != day, "the clock did not move")
    step(page, "Show the ticket")
    before = until(lambda: scanned(page), "the code cannot be scanned from the screen")
    expect(before.count("::") == 3, f"that is no rotating code: {before}")
    step(page, "Fifteen seconds later")
    after = until(lambda: scanned(page) != before and scanned(page), "the code did not turn")
    expect(after.split("::")[0] == before.split("::")[0], "another token instead of another code")
    step(page, "Go to the evening of the event")
    step(page, "Refresh the token")
    fresh = until(lambda: scanned(page) not in (None, before, after) and scanned(page), "no fresh code")

    step(page, "Scan it")
    verdict = page.locator("#view-demo .ticket [role=status]")
    until(lambda: verdict.inner_text().startswith("Admitted"), "the first scan does not admit")
    step(page, "Scan it again")
    until(lambda: "already-used" in verdict.inner_text(), "the second scan is not refused")
    # What was read off the screen is the ticket that has been used, by the gate's own word.
    answer = stage.server.app(key).control("POST", "gate/scan", {"payload": fresh})
    expect(answer["verdict"] == "already-used", f"the gate says {answer['verdict']} of what stands on the screen")
    kept_every_rule(stage, key)
    until(lambda: "ready" in live_page.locator("#tabs").inner_text(), "the tabs do not say that the verdict is ready")


@check
def demo_by_itself(stage):
    """A purchase that plays by itself, at a pace to watch, within a minute."""
    page = live(stage.open(stage.server.page()))
    begun = time.monotonic()
    press(page, "Play a purchase")
    verdict = page.locator("#view-demo .ticket [role=status]")
    until(lambda: verdict.inner_text().startswith("Admitted"), "it does not come to the admitted scan", 45)
    until(lambda: "already-used" in verdict.inner_text(), "no second scan", 10)
    took, steps = time.monotonic() - begun, page.locator(".play-step").count()
    expect(took / steps > 1.5, f"{steps} steps in {took:.0f} s are too fast to watch")
    key = page.evaluate("new URLSearchParams(location.hash.slice(1)).get('key')")
    kept_every_rule(stage, key)
    press(page, "Start again")
    page.get_by_role("button", name="Play a purchase", exact=True).wait_for()
