"""What every check has: pages that are watched, and words for what is expected."""

import json
import os
import re
import time

CHECKS = []
# What `Stage.slowness` takes on the machine for which the budget was set, in ms.
USUAL_WORK = 100


def check(function):
    """Registers a check; its name is the function's, its first line of documentation says what it proves."""
    CHECKS.append(function)
    return function


def expect(condition, text):
    if not condition:
        raise AssertionError(text)


def until(question, text, seconds=8):
    """Waits for an answer that is true, and returns it."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"{text} (after {seconds} s: {answer!r})")
        time.sleep(0.05)


class Stage:
    """The browser, the server that checks share, and all that a page complained of."""

    def __init__(self, browser, new_server, pictures, images):
        self.browser, self.new_server, self.pictures, self.images = browser, new_server, pictures, images
        self.server = new_server().start()
        self.complaints, self.contexts, self.servers = [], [], []

    def fixture(self, event):
        """The path of a bundled fixture."""
        return os.path.join(os.path.dirname(__file__), "..", "..", "Fixtures", "events", f"{event}.json")

    def own_server(self, *options, **more):
        """A server of the check's own, which is stopped after it."""
        server = self.new_server()
        self.servers.append(server)
        return server.start(*options, **more)

    def open(self, address, allow=None, **options):
        """A page in a context of its own. `allow` is a pattern of console errors that the check brings about."""
        context = self.browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)

        def complain(kind, text):
            # A ticket without a token has no symbol: the browser notes that answer, and the page says it in words.
            if not re.search(r"status of 40[04].*symbol\.svg" + (f"|{allow}" if allow else ""), text):
                self.complaints.append(f"{kind}: {text}")

        page.on("console", lambda message: message.type in ("error", "warning")
                and complain("console", f"{message.text} {message.location['url']}"))
        page.on("pageerror", lambda error: complain("exception", str(error)))
        page.on("dialog", lambda dialog: (complain("dialog", dialog.message), dialog.dismiss()))
        page.add_init_script("""addEventListener('securitypolicyviolation', event =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))""")
        page.goto(address)
        return page

    def slowness(self):
        """How many times as long as on the machine for which the budget was set a browser takes for the same work.

        Texts, a table and sorting, the best of five; at least 1, so that a faster machine sets no stricter budget.
        """
        page = self.browser.new_page()
        took = page.evaluate("""() => Math.min(...[1, 2, 3, 4, 5].map(() => {
          const begun = performance.now();
          const table = new Map();
          for (let i = 0; i < 200_000; i++) table.set(`key ${i * 7919 % 100_003}`, { i });
          [...table.keys()].sort();
          return performance.now() - begun;
        }))""")
        page.close()
        return max(1, took / USUAL_WORK)

    def longest_task(self, page, work):
        """The longest task of the page's main thread while `work` is done, in ms of the processor's time.

        What other programs take of a busy machine is not the page's fault, so it does not count.
        """
        self.browser.start_tracing(page=page, categories=["toplevel"])
        try:
            work()
        finally:
            events = json.loads(self.browser.stop_tracing())["traceEvents"]
        mains = {(each["pid"], each["tid"]) for each in events
                 if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"}
        tasks = [each["tdur"] / 1000 for each in events if "tdur" in each and (each["pid"], each["tid"]) in mains]
        expect(len(tasks) > 50, f"only {len(tasks)} tasks were seen")
        return max(tasks)

    def close(self):
        for context in self.contexts:
            context.close()
        for server in self.servers:
            server.stop()
        complaints = self.complaints
        self.complaints, self.contexts, self.servers = [], [], []
        expect(not complaints, "the page complained:\n    " + "\n    ".join(complaints[:10]))


def live(page):
    """Waits until the page has everything and listens; on a fresh server, until it knows that there is nothing yet."""
    page.locator("#connection", has_text=re.compile("Live|Waiting")).wait_for()
    return page


def show(page, view):
    """Goes to a view by its tab."""
    page.locator("#tabs a", has_text=view).click()
    page.locator("#tabs a[aria-current]", has_text=view).wait_for()


def counts(page, within="#view-demo"):
    """How many seats the legend of a house says are free, held and sold."""
    texts = page.locator(f"{within} .house-count b").all_inner_texts()
    return [int(text.replace(",", "")) for text in texts if text]


def press(page, name, within=None):
    (page.locator(within) if within else page).get_by_role("button", name=name, exact=True).click()
