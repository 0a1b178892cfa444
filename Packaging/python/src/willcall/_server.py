"""A running server: one that is there already, or one of our own."""

from __future__ import annotations

import os
import select
import subprocess
import tempfile
from types import TracebackType
from typing import Any, Optional, Type

from ._binary import find_binary
from ._clock import Clock
from ._control import Control, Controlled
from ._errors import StartError
from ._report import Report, formatted, report
from ._world import World

# pytest shows the line of the test that called, not those in here.
__tracebackhide__ = True

_START_TIMEOUT = 30  # seconds; it takes a hundredth of one
# The address of a server that is started by hand. Reports name it, for our own will be gone when they are read.
_STANDARD_HOST = "localhost:8490"


class WillCall(Controlled):
    """A server that is running at ``url``, with all its worlds."""

    def __init__(self, url: str):
        self._control = Control(url, "*")
        self._report_host: Optional[str] = None

    @property
    def url(self) -> str:
        """The base URL for a client, such as ``http://127.0.0.1:41234``."""
        return self._control.url

    def world(self, key: str) -> World:
        """The world of a partner key; any text works, and a new key begins a new world."""
        return World(self.url, key)

    @property
    def clock(self) -> Clock:
        """The clocks of all worlds that exist; worlds that begin later start as usual."""
        return Clock(self._control)

    def report(self, *, strict: Optional[str] = None) -> Report:
        """How well apps kept the rules of the integration in all worlds together.

        Args:
            strict: ``"warnings"`` has warnings count for the verdict as well.
        """
        return report(self._control, strict, self._report_host)

    def report_text(self, format: str, *, strict: Optional[str] = None) -> str:
        """The same as ``text``, ``json``, ``junit``, ``html``, ``github`` or ``markdown``."""
        return formatted(self._control, format, strict, self._report_host)

    def waive(self, *rules: str, reason: str = "waived for all tests") -> None:
        """Excuses all worlds from rules, those that begin later too."""
        self._control.call("POST", "waivers", {"rules": list(rules), "reason": reason})

    def reset(self, *parts: str) -> None:
        """Returns all worlds to their start, or only parts of them; see :meth:`World.reset`."""
        self._control.call("POST", "reset", {"parts": list(parts)} if parts else {})

    def health(self) -> Any:
        """Whether the server is ready, and its version.

        Raises:
            WillCallError: nothing that is ready answers at ``url``.
        """
        return self._control.call("GET", "health").json()


class Server(WillCall):
    """A server of this process, on a free port, until :meth:`close`.

    It ends with this process in any case, even if that is killed.

    Args:
        options: options of ``willcall exec``, such as ``"--seed", "7"``; ``willcall help exec`` lists them.
        binary: the executable, if not that of this package.

    Raises:
        StartError: it cannot be started.
    """

    def __init__(self, *options: str, binary: Optional[str] = None):
        # The command that the server is for reads until this process closes its end of the pipe, or is gone.
        command = [find_binary(binary), "exec", *options, "--"]
        command += ["sh", "-c", 'printf "%s\\n" "$WILLCALL_URL" && exec cat >/dev/null']
        with tempfile.TemporaryFile() as errors:
            try:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    # Ctrl-C is for the tests: the server is still asked for its report after that.
                    start_new_session=True,
                )
            except OSError as error:
                raise StartError(f"cannot run {command[0]}: {error}") from None
            url = self._read_url()
            if not url:
                self.close()
                errors.seek(0)
                reason = errors.read().decode("utf-8", "replace").strip() or "it said nothing"
                raise StartError(f"willcall exec {' '.join(options)} did not start a server: {reason}")
        super().__init__(url)
        self._report_host = _STANDARD_HOST

    def _read_url(self) -> str:
        output = self._process.stdout
        assert output is not None
        ready, _, _ = select.select([output], [], [], _START_TIMEOUT)
        return os.fsdecode(output.readline()).strip() if ready else ""

    def close(self) -> None:
        """Stops the server; again does nothing."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        for end in (None, self._process.terminate, self._process.kill):
            # Whoever forked this process may hold the other end of the pipe, so the server is told as well.
            if end is not None:
                end()
            try:
                self._process.wait(5)
                return
            except subprocess.TimeoutExpired:
                continue

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()
