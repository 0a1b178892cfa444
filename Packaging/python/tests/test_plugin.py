"""The plugin, by sessions of pytest inside a test."""

from __future__ import annotations

import os
import pathlib
import re
import signal
import subprocess
import sys
import time
from typing import Iterator

import pytest
from willcall import Server, WillCallError, find_binary
from willcall.pytest_plugin import key_of

HERE = pathlib.Path(__file__).parent

CLEAN = """
import partner
def test_buys(willcall_key):
    assert partner.buy(willcall_key) == 200
"""

# Each is told as a violation: the token is asked for in another name.
BROKEN = """
import partner
def test_buys_for_another(willcall_key):
    assert partner.buy(willcall_key, user="somebody else") == 403
"""


@pytest.fixture(autouse=True)
def inside(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sessions that see nothing of the one that runs these tests."""
    for name in list(os.environ):
        if name.startswith(("WILLCALL_", "TICKETMASTER_", "GITHUB_", "PYTEST_XDIST")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    yield


def run(pytester: pytest.Pytester, *options: str, apart: bool = False) -> pytest.RunResult:
    """Runs a session, in this process if it does not have to be one of its own: that is three times as fast."""
    start = pytester.runpytest_subprocess if apart else pytester.runpytest_inprocess
    return start("-p", "no:cacheprovider", *options)


def test_keys_are_the_names_of_tests() -> None:
    assert key_of("tests/test_a.py::TestB::test_c") == "tests.test_a.TestB.test_c"
    assert key_of("test_a.py::test_c[1-x]") == "test_a.test_c-1-x"
    odd = [key_of(f"test_a.py::test_c[{value}]") for value in ("a/b", "a b", "a&b", "a?b", "ä")]
    assert len(set(odd)) == 5
    long = [key_of(f"test_a.py::test_{'c' * 300}[{number}]") for number in range(2)]
    assert len(set(long)) == 2
    for key in odd + long:
        assert re.fullmatch(r"[A-Za-z0-9._-]{1,100}", key)


def test_a_clean_session_is_told_in_a_line(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(CLEAN)
    result = run(pytester, "--willcall-strict-warnings")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["*= WillCall =*", "Ready"])
    result = run(pytester)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["*= WillCall =*", "ready: 6 of 6 steps were seen, no rule is broken"])


def test_a_broken_rule_is_told_and_fails_only_a_strict_session(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(BROKEN)
    result = run(pytester)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["Not ready", "violation user-id-matches, once", "*'http://localhost:8490/*"])
    result = run(pytester, "--willcall-strict")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["Not ready", "--willcall-strict: the session fails, *"])


def test_warnings_fail_a_session_that_counts_them(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import partner
        def test_it(willcall_key):
            path = f"/partners/v1/events/{partner.EVENT}/cart"
            partner.send(willcall_key, "PUT", path, {"cart_id": "x", "extra": 1})
        """
    )
    assert run(pytester, "--willcall-strict").ret == 0
    assert run(pytester, "--willcall-strict-warnings").ret == 1


def test_the_status_of_a_session_that_failed_anyway_stays(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(BROKEN + "    raise KeyboardInterrupt\n")
    assert run(pytester, "--willcall-strict", apart=True).ret == pytest.ExitCode.INTERRUPTED


def test_a_session_that_does_not_use_it_starts_and_tells_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(): pass")
    # There is no such executable, which nobody notices.
    for options in [[], ["-n", "2"]]:
        result = run(pytester, "--willcall-strict", "--willcall-binary", "/no/such", *options)
        assert result.ret == 0
        result.stdout.no_fnmatch_line("*WillCall*")


@pytest.mark.parametrize("options", [[], ["-n", "2"]], ids=["alone", "workers"])
def test_a_server_that_cannot_start_fails_the_tests_that_need_it(
    pytester: pytest.Pytester, options: "list[str]"
) -> None:
    pytester.makepyfile("def test_it(willcall): pass\ndef test_other(): pass")
    pytester.makeini("[pytest]\nwillcall_options = --sead 7")
    result = run(pytester, *options)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*StartError: willcall exec --sead 7 did not start a server: *--sead*"])


def test_options_reach_the_server(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nwillcall_options = --start-time 2026-12-01T18:00:00Z --clock-rate 0")
    pytester.makepyfile(
        """
        def test_it(willcall_key):
            assert willcall_key.clock.read()["now"] == "2026-12-01T18:00:00Z"
        """
    )
    assert run(pytester).ret == 0


def test_four_workers_share_a_server_and_a_verdict(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import os, pathlib, partner, pytest
        @pytest.mark.parametrize("number", range(12))
        def test_buys(willcall_key, number):
            assert partner.buy(willcall_key) == 200
            with open("urls", "a") as file:
                file.write(f"{os.environ['PYTEST_XDIST_WORKER']} {willcall_key.url}\\n")
        def test_buys_for_another(willcall_key):
            assert partner.buy(willcall_key, user="somebody else") == 403
        """
    )
    result = run(pytester, "-n", "4", "--willcall-strict", "--willcall-report", "report.json", apart=True)
    assert result.ret == 1
    result.assert_outcomes(passed=13)
    result.stdout.fnmatch_lines(["Not ready", "violation user-id-matches, once"])
    lines = [line.split() for line in (pytester.path / "urls").read_text().splitlines()]
    assert len(lines) == 12
    assert len({url for _, url in lines}) == 1
    assert len({worker for worker, _ in lines}) > 1
    assert '"sandboxes":13' in (pytester.path / "report.json").read_text()
    url = lines[0][1]
    with pytest.raises(WillCallError):
        from willcall import WillCall

        WillCall(url).health()


def test_inside_exec_its_server_is_used(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        BROKEN + "    import os\n    assert willcall_key.url == os.environ['WILLCALL_URL'] == os.environ['OUTSIDE']\n"
    )
    with Server() as server:
        for options in [[], ["-n", "2"]]:
            environment = {**os.environ, "WILLCALL_URL": server.url, "OUTSIDE": server.url}
            # Twice, for a world of an earlier session is there already.
            done = subprocess.run(
                [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options],
                env=environment, capture_output=True, text=True, cwd=pytester.path,
            )
            assert done.returncode == 0, done.stdout
            assert "not ready: 5 of 6 steps were seen, broken: user-id-matches" in done.stdout
        server.health()


def test_an_outside_server_that_is_gone_is_named(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WILLCALL_URL", "http://127.0.0.1:1")
    pytester.makepyfile("def test_it(willcall): pass")
    result = run(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*WillCallError: no WillCall answers at http://127.0.0.1:1: *"])


def test_reports_are_written_in_the_format_of_their_names(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(CLEAN)
    names = {"a.xml": "<testsuites", "a.html": "<!doctype html", "a.json": '"version":1', "a.txt": "Ready", "a.md": "#"}
    options = [option for name in names for option in ("--willcall-report", name)]
    assert run(pytester, *options).ret == 0
    for name, words in names.items():
        assert words in (pytester.path / name).read_text().lower().replace("ready", "Ready"), name
    result = run(pytester, "--willcall-report", "a.pdf")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*expected a file that ends with .xml, *, found a.pdf"])
    result = run(pytester, "--willcall-strict", "--willcall-report", "no/such/folder/a.md")
    assert result.ret == 1


def test_a_failed_test_shows_what_was_refused(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import partner
        def test_it(willcall_key):
            status, _ = partner.send(willcall_key, "POST", f"/partners/v1/events/{partner.EVENT}/cart", {})
            assert status == 200
        """
    )
    result = run(pytester)
    result.stdout.fnmatch_lines(
        [
            "*- WillCall: requests that were refused -*",
            "r1 POST /partners/v1/events/3F005105D843DFA3/cart?apikey=*: 400",
            "  The body needs reserve, an object with tickets.",
        ]
    )


def test_an_error_points_at_the_line_of_the_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(willcall_key):\n    willcall_key.clock.advance('5 minutes')\n")
    result = run(pytester)
    result.stdout.fnmatch_lines(
        [
            ">   *willcall_key.clock.advance('5 minutes')",
            "E   *willcall.ControlError: POST /__willcall/clock was refused with 422: *ISO 8601*",
        ]
    )
    result.stdout.no_fnmatch_line("*_control.py*")


def test_a_test_that_is_run_again_begins_anew(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import partner
        def test_it(willcall_key):
            assert willcall_key.requests() == []
            partner.reserve(willcall_key)
            willcall_key.clock.advance("PT5M")
        def test_again(request, willcall):
            world = willcall.world("test_a_test_that_is_run_again_begins_anew.test_it")
            assert len(world.requests()) == 1
        """
    )
    name = "test_a_test_that_is_run_again_begins_anew.py"
    assert run(pytester, "-k", "test_it or test_again").ret == 0
    with Server() as server:
        environment = {**os.environ, "WILLCALL_URL": server.url}
        for _ in range(2):
            command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"{name}::test_it"]
            assert subprocess.run(command, env=environment, cwd=pytester.path).returncode == 0
        # What it broke in its first run is not forgotten: two carts were left to run out.
        assert server.report().rules["cart-given-back"]["count"] == 2


def test_on_github_it_annotates_and_writes_the_summary(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = pytester.path / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    pytester.makepyfile(BROKEN)
    result = run(pytester)
    result.stdout.fnmatch_lines(["::error *user-id-matches*"])
    assert "user-id-matches" in summary.read_text()


def test_a_server_does_not_outlive_a_session_that_is_killed(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import os, signal
        def test_it(willcall):
            open("url", "w").write(willcall.url)
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    assert run(pytester, apart=True).ret == -signal.SIGKILL
    from willcall import WillCall

    server = WillCall((pytester.path / "url").read_text())
    deadline = time.monotonic() + 30
    with pytest.raises(WillCallError):
        while time.monotonic() < deadline:
            server.health()


def test_the_plugin_runs_the_installed_executable() -> None:
    # The one beside Python, as the installer recorded it, not one that happens to be in PATH.
    assert os.path.realpath(os.path.dirname(find_binary())) == os.path.realpath(os.path.dirname(sys.executable))


def test_without_an_executable_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(WillCallError, match="installed without its executable"):
        find_binary()
