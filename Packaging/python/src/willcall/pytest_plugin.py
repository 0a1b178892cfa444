"""The pytest plugin: a server for the session, a world for each test, and the ledger's verdict at the end.

docs/python.md describes it for those who use it.
"""

from __future__ import annotations

import hashlib
import os
import re
from typing import Any, Dict, Generator, Iterator, List, Optional

import pytest

from ._errors import StartError, WillCallError
from ._report import FORMATS, Report
from ._server import Server, WillCall
from ._world import World

_SHOWN_REFUSALS = 10


class _Session:
    """What this process knows of the server.

    Under pytest-xdist, the first process starts it, the workers use it, and the first one judges.
    """

    def __init__(self, config: pytest.Config):
        self.config = config
        self.strict: Optional[str] = None
        if config.getoption("willcall_strict_warnings"):
            self.strict = "warnings"
        elif config.getoption("willcall_strict"):
            self.strict = "violations"
        self.files: List[str] = config.getoption("willcall_report")
        # What the first process told this worker.
        self.told: Dict[str, str] = getattr(config, "workerinput", {}).get("willcall", {})
        self.is_worker = hasattr(config, "workerinput")
        self.is_used = False
        self.is_failed = False
        self.lines: List[str] = []
        self.verdict: Optional[str] = None
        self._server: Optional[WillCall] = None

    def server(self) -> WillCall:
        """The server, which is started or looked for when it is first needed."""
        if self._server is None:
            url = self.told.get("url") or os.environ.get("WILLCALL_URL")
            if "error" in self.told:
                raise StartError(self.told["error"])
            if url:
                self._server = WillCall(url)
                self._server.health()
            else:
                options: List[str] = self.config.getini("willcall_options")
                self._server = Server(*options, binary=self.config.getoption("willcall_binary"))
        return self._server

    @property
    def is_own(self) -> bool:
        """Whether the server was started by this process."""
        return isinstance(self._server, Server)

    def judge(self) -> None:
        """Draws the report, and notes what is to be told."""
        try:
            server = self.server()
            report = server.report(strict="warnings" if self.strict == "warnings" else None)
            self.verdict = report.verdict
            self.is_failed = self.strict is not None and report.verdict == "not ready"
            self.lines = self._told_of(report)
            for file in self.files:
                format = FORMATS[os.path.splitext(file)[1]]
                text = server.report_text(format, strict="warnings" if self.strict == "warnings" else None)
                with open(file, "w", encoding="utf-8") as output:
                    output.write(text)
            if self.is_own and os.environ.get("GITHUB_ACTIONS") == "true":
                self.lines += server.report_text("github").splitlines()
        except (WillCallError, OSError) as error:
            self.lines = [str(error)]
            # A session that has not been judged has not passed.
            self.is_failed = self.strict is not None or bool(self.files)

    def _told_of(self, report: Report) -> List[str]:
        is_told_in_full = self.strict is not None or (self.is_own and bool(report.broken))
        lines = report.text.rstrip().splitlines() if is_told_in_full else [_in_short(report)]
        if self.is_failed:
            lines.append("--willcall-strict: the session fails, because the verdict is \"not ready\".")
        return lines

    def close(self) -> None:
        if isinstance(self._server, Server):
            self._server.close()


def _in_short(report: Report) -> str:
    broken = f"broken: {', '.join(report.broken)}" if report.broken else "no rule is broken"
    steps = [step for step in report.content["steps"] if step["required"]]
    seen = sum(1 for step in steps if step["count"])
    return f"{report.verdict}: {seen} of {len(steps)} steps were seen, {broken}"


_session_key = pytest.StashKey[_Session]()
_world_key = pytest.StashKey[World]()


# Options


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declares the options; all of them begin with ``--willcall``."""
    group = parser.getgroup("willcall", "WillCall, a mock of the Ticketmaster Partner API")
    group.addoption(
        "--willcall-strict",
        action="store_true",
        help="print WillCall's report, and fail the session (status 1) if its verdict is \"not ready\"",
    )
    group.addoption(
        "--willcall-strict-warnings",
        action="store_true",
        help="the same, and broken warnings count as well",
    )
    group.addoption(
        "--willcall-report",
        metavar="FILE",
        action="append",
        default=[],
        help=f"write WillCall's report to this file (repeatable); its format follows the extension: {_extensions()}",
    )
    group.addoption(
        "--willcall-binary", metavar="FILE", help="the executable willcall to use, if not that of the Python package"
    )
    parser.addini("willcall_options", "options of willcall exec, such as --seed 7 --waive no-hammering", type="args")


def _extensions() -> str:
    return ", ".join(FORMATS)


def pytest_configure(config: pytest.Config) -> None:
    """Prepares the session; nothing is started before a test asks for it."""
    session = _Session(config)
    for file in session.files:
        if os.path.splitext(file)[1] not in FORMATS:
            raise pytest.UsageError(f"--willcall-report: expected a file that ends with {_extensions()}, found {file}")
    config.stash[_session_key] = session


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stops the server, if it is ours."""
    session = config.stash.get(_session_key, None)
    if session is not None:
        session.close()


# Fixtures


@pytest.fixture(scope="session")
def willcall(pytestconfig: pytest.Config) -> Iterator[WillCall]:
    """A WillCall server for the whole session; with pytest-xdist, all workers share one.

    If ``WILLCALL_URL`` is set, as inside ``willcall exec``, it is the server there. From now on until the session ends,
    ``TICKETMASTER_BASE_URL`` and ``WILLCALL_URL`` say where it is.
    """
    session = pytestconfig.stash[_session_key]
    server = session.server()
    session.is_used = True
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TICKETMASTER_BASE_URL", server.url)
        patch.setenv("WILLCALL_URL", server.url)
        yield server


@pytest.fixture
def willcall_key(request: pytest.FixtureRequest, willcall: WillCall) -> Iterator[World]:
    """A partner key with a world of its own, named after the test.

    It is a string, the key, that directs its world: ``willcall_key.clock.advance("PT5M")``. During the test,
    ``WILLCALL_APIKEY`` is the key.
    """
    world = willcall.world(key_of(request.node.nodeid))
    # A test that is run again begins anew, but what it broke before is not forgotten.
    world.reset("state", "clock", "journal", "scenarios", "faults")
    request.node.stash[_world_key] = world
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WILLCALL_APIKEY", world.key)
        yield world


def key_of(nodeid: str) -> str:
    """The key for a test: its id in letters that need no escapes in a URL, at most 100 of them."""
    parts = [re.sub(r"\.py$", "", part) for part in nodeid.split("::")]
    plain = re.sub(r"\]$", "", ".".join(parts).replace("/", ".").replace("[", "-"))
    key = re.sub(r"[^A-Za-z0-9._-]+", "-", plain)
    if key == plain and len(key) <= 100:
        return key
    # Another test may differ in just what was taken away.
    return f"{key[-91:]}-{hashlib.sha256(nodeid.encode()).hexdigest()[:8]}"


# What a test that fails shows


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Adds to a test that failed what the server refused in its world, and why."""
    report = yield
    world = item.stash.get(_world_key, None)
    if report.when == "call" and report.failed and world is not None:
        refusals = _refusals(world)
        if refusals:
            report.sections.append(("WillCall: requests that were refused", "\n".join(refusals)))
    return report


def _refusals(world: World) -> List[str]:
    try:
        refused = [each for each in world.requests() if each["status"] is None or each["status"] >= 400]
    except WillCallError as error:
        return [str(error)]
    lines = []
    for each in refused[-_SHOWN_REFUSALS:]:
        lines.append(f"{each['id']} {each['method']} {each['path']}: {each['status'] or each['outcome']}")
        if each["scenario"]:
            lines.append(f"  {each['scenario']}")
        if each["diagnosis"]:
            lines.append(f"  {each['diagnosis']}")
    return lines


# pytest-xdist


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tells a worker of pytest-xdist where the server is, which is started before the first one."""
    session: _Session = node.config.stash[_session_key]
    try:
        node.workerinput["willcall"] = {"url": session.server().url}
    except WillCallError as error:
        # Only tests that ask for the server have to fail.
        node.workerinput["willcall"] = {"error": str(error)}


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: Any) -> None:
    """Learns from a worker of pytest-xdist whether its tests used the server."""
    if getattr(node, "workeroutput", {}).get("willcall_used"):
        node.config.stash[_session_key].is_used = True


# The verdict


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Judges what the tests did, as soon as all of them are done."""
    ours = session.config.stash[_session_key]
    if ours.is_worker:
        session.config.workeroutput["willcall_used"] = ours.is_used  # type: ignore[attr-defined]
    elif ours.is_used:
        ours.judge()
        if ours.is_failed and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints the verdict."""
    session = config.stash[_session_key]
    if session.lines:
        terminalreporter.section("WillCall", red=session.is_failed)
        for line in session.lines:
            terminalreporter.write_line(line)
