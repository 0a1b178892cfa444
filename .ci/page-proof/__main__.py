"""Runs the checks of the page. See `.ci/page` for the options."""

import argparse
import os
import sys
import time
import traceback

from playwright.sync_api import sync_playwright

import access, app, budget, demo, line, looks, state  # noqa: E401,F401  (each registers its checks)
from proof import CHECKS, Stage
from server import Server

parser = argparse.ArgumentParser()
for name in ("binary", "browser", "work"):
    parser.add_argument(f"--{name}", required=True)
parser.add_argument("--only", default="")
parser.add_argument("--except", default="", dest="unwanted")
parser.add_argument("--images", action="store_true")
parser.add_argument("--console-dir")
options = parser.parse_args()

wanted, unwanted = ([name for name in names.split(",") if name] for names in (options.only, options.unwanted))
unknown = {*wanted, *unwanted} - {each.__name__ for each in CHECKS}
if unknown:
    sys.exit(f"no such check: {', '.join(unknown)}; there are {', '.join(each.__name__ for each in CHECKS)}")

failed, begun = 0, time.monotonic()
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=options.browser, args=["--no-sandbox", "--disable-gpu"])
    images = os.path.join(os.path.dirname(__file__), "..", "..", "docs", "images") if options.images else None
    stage = Stage(browser, lambda: Server(options.binary, options.work, options.console_dir),
                  os.path.join(options.work, "pictures"), images)
    for check in CHECKS:
        if wanted and check.__name__ not in wanted or check.__name__ in unwanted:
            continue
        started = time.monotonic()
        problem = None
        try:
            check(stage)
        except Exception as error:
            problem = "".join(traceback.format_exception(error)[-3:])
            for place, context in enumerate(stage.contexts):
                for page in context.pages:
                    page.screenshot(path=os.path.join(options.work, f"failed-{check.__name__}-{place}.png"))
        try:
            stage.close()
        except AssertionError as error:
            problem = (problem or "") + f"{error}\n"
        print(f"{'FAILED' if problem else 'passed'} {check.__name__} ({time.monotonic() - started:.1f} s): "
              f"{check.__doc__.strip().splitlines()[0]}", flush=True)
        if problem:
            failed += 1
            print("  " + problem.rstrip().replace("\n", "\n  "), flush=True)
    stage.server.stop()
    browser.close()
print(f"page: {failed} failed, in {time.monotonic() - begun:.0f} s")
sys.exit(1 if failed else 0)
