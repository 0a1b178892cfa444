"""For everybody: by keyboard alone, on a phone, by ear, and in any light."""

import os

from demo import scanned
from proof import check, counts, expect, live, press, show, until
from server import EVENT

VIEWS = ("Play", "Calls", "State", "What if", "Time", "Verdict")
with open(os.path.join(os.path.dirname(__file__), "audit.js")) as file:
    AUDIT = file.read()


def busy(stage, key="seen"):
    """A key in which a lot has happened, and its newest order."""
    app = stage.server.app(key)
    if app.control("GET", "orders")["total"] > 3:
        return app.control("GET", "orders")["orders"][-1]["order_number"]
    order = app.buy()
    app.reserve()
    app.reserve(quantity=99)
    app.render(order, account="somebody-else")
    app.control("POST", "faults", {"when": {"operation": "cart.payment"}, "then": {"error": "no-funds"}, "times": 2})
    app.control("PUT", "scenarios", {"active": ["payment-declined-twice"]})
    app.control("POST", "clock", {"advance": "PT1M"})
    return order["tickets"][0]["order_number"]


def every_view(stage, **options):
    """Each view of a busy key in turn, as (name, page)."""
    number = busy(stage)
    page = live(stage.open(stage.server.page(key="seen", event=EVENT, order=number), **options))
    for view in VIEWS:
        show(page, view)
        page.wait_for_timeout(400)
        yield view, page
    show(page, "Calls")
    page.locator(".call.refused").first.click()
    page.locator(".call-detail").get_by_text("Copy as curl").wait_for()
    yield "An open call", page
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()
    yield "Help", page


def audit(stage, scheme, **options):
    found = []
    for view, page in every_view(stage, color_scheme=scheme, **options):
        page.evaluate(AUDIT)
        found += [f"{view}: {each}" for each in page.evaluate("audit()")]
    expect(not found, f"{len(found)} faults:\n    " + "\n    ".join(found[:15]))


@check
def labels_and_contrast_light(stage):
    """By script, in the light: names, labels, roles, ids, headings, contrast of all text and of the seats, targets."""
    audit(stage, "light")


@check
def labels_and_contrast_dark(stage):
    """By script, in the dark: the same."""
    audit(stage, "dark")


@check
def narrow(stage):
    """360 px wide: nothing sticks out of any view, the code can be scanned, and the audit finds nothing."""
    phone = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}
    for view, page in every_view(stage, **phone):
        page.evaluate(AUDIT)
        found = page.evaluate("outside()") + page.evaluate("audit()")
        expect(not found, f"{view}: {found[:6]}")
        if view == "State":
            until(lambda: scanned(page), "the code cannot be scanned from a phone's screen")
        page.screenshot(path=f"{stage.pictures}/360-{view.lower().replace(' ', '-')}.png", full_page=True)
    page = live(stage.open(stage.server.page(), **phone))
    press(page, "Play a purchase")
    until(lambda: counts(page)[1:2] == [2], "the demo does not play on a phone")
    page.evaluate(AUDIT)
    expect(not page.evaluate("outside()"), f"the demo: {page.evaluate('outside()')[:6]}")


def focused(page):
    """What has the focus, and whether one sees it."""
    return page.evaluate("""() => {
      const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
      if (at === document.body) return null;
      return { name: (at.id || at.getAttribute('aria-label') || at.textContent || at.tagName).trim().slice(0, 40),
        seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5) || at.matches('.skip'),
        inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth };
    }""")


@check
def keyboard_walk(stage):
    """By Tab alone everything that can be pressed is reached in each view, one sees where one is, and nothing is a trap."""
    for view, page in every_view(stage):
        if view in ("An open call", "Help"):
            continue
        page.evaluate(AUDIT)
        wanted = set(page.evaluate("stops()"))
        page.evaluate("document.activeElement.blur()")
        reached, unseen = set(), []
        for _ in range(len(wanted) + 12):
            page.keyboard.press("Tab")
            now = focused(page)
            if now is None:
                continue
            reached.add(page.evaluate("document.activeElement.dataset.stop ?? ''"))
            if not (now["seen"] and now["inside"]):
                unseen.append(now["name"])
        missing = [page.evaluate("each => document.querySelector(`[data-stop='${each}']`)?.outerHTML.slice(0, 90)", each)
                   for each in wanted - reached]
        expect(not missing, f"{view}: not reached by Tab: {missing[:5]}")
        expect(not unseen, f"{view}: the focus cannot be seen on {unseen[:5]}")


@check
def keyboard_story(stage):
    """By keyboard alone: the demo is played to the gate, the help opens and closes, a ticket is scanned."""
    page = live(stage.open(stage.server.page()))

    def tab_to(name):
        for _ in range(80):
            if (focused(page) or {}).get("name", "").startswith(name):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no way by Tab to {name!r}")

    tab_to("Play a purchase")
    page.keyboard.press("Enter")
    until(lambda: page.locator(".play-step.is-done").count() == 1, "Enter does not begin the demo")
    for done in range(2, 12):
        until(lambda: page.evaluate("document.activeElement.matches('.demo-next')"), "the focus left the next step")
        page.keyboard.press("Enter")
        until(lambda: page.locator(".play-step.is-done").count() == done, f"step {done} is not done by Enter")
    until(lambda: "already-used" in page.locator("#view-demo .ticket [role=status]").inner_text(), "no gate by keyboard")
    expect(focused(page) is not None, "the focus was lost at the end of the demo")
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()
    expect(page.locator("dialog[open] kbd").count() > 5, "the help lists no keys")
    page.keyboard.press("Escape")
    until(lambda: page.locator("dialog[open]").count() == 0, "Escape does not close the help")


@check
def motion_and_theme(stage):
    """Reduced motion is respected, and the theme's switch works and is kept."""
    page = live(stage.open(stage.server.page(), reduced_motion="reduce"))
    moving = page.evaluate("""[...document.querySelectorAll('*')].filter(each => {
      const style = getComputedStyle(each);
      return style.animationName !== 'none' || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0.01
        && style.transitionProperty !== 'none' && style.transitionProperty !== 'all');
    }).length""")
    expect(moving == 0, f"{moving} elements move")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    for _ in range(3):
        page.locator("#theme").click()
        if page.evaluate(ground) != light:
            break
    dark = page.evaluate(ground)
    expect(dark != light, "the theme's switch changes nothing")
    page.reload()
    expect(page.evaluate(ground) == dark, "the theme is not kept")
