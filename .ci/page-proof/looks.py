"""Pictures of every view, in the light and in the dark, to be looked at."""

import os

from access import every_view
from proof import check, expect, live, press, until

SIZE = {"width": 1440, "height": 900}


@check
def pictures(stage):
    """Each view is photographed, light and dark; two pictures are for the README."""
    for scheme in ("light", "dark"):
        for view, page in every_view(stage, color_scheme=scheme):
            page.screenshot(path=f"{stage.pictures}/{view.lower().replace(' ', '-')}-{scheme}.png")
    large = live(stage.open(stage.server.page(key="seen", view="state"), viewport={"width": 3840, "height": 2160}))
    large.wait_for_timeout(500)
    large.screenshot(path=f"{stage.pictures}/4k-state.png")
    for scheme, ahead in (("light", 7), ("dark", 2)):
        page = live(stage.open(stage.server.page(), viewport=SIZE, color_scheme=scheme))
        press(page, "Play delay delivery")
        press(page, "Pause", "#view-demo")
        for done in range(1, ahead + 1):
            until(lambda: page.locator(".play-step.is-done").count() == done, "the demo does not go on")
            if done < ahead:
                page.locator(".demo-next").click()
        if ahead == 2:
            for _ in range(2):
                press(page, "+1 min", "#clock")
                page.wait_for_timeout(300)
        page.wait_for_timeout(800)
        path = f"{stage.pictures}/demo-{scheme}.png"
        page.screenshot(path=path)
        expect(os.path.getsize(path) > 10_000, "an empty picture")
        if stage.images:
            os.makedirs(stage.images, exist_ok=True)
            save(path, os.path.join(stage.images, f"page-{scheme}.png"))


def save(source, target):
    """A small PNG: the page has few colours."""
    from PIL import Image
    Image.open(source).convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, optimize=True)
