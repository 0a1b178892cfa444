"""What can go wrong, each error with a sentence that says what to do."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

# Errors say the names by which they are imported, so each names the package as its module.


class WillCallError(Exception):
    """Whatever the server, or the way to it, refuses."""

    __module__ = "willcall"


class StartError(WillCallError):
    """The server could not be started or found."""

    __module__ = "willcall"


class ControlError(WillCallError):
    """The control API refused a call; nothing has changed.

    Attributes:
        status: the HTTP status, such as 422.
        message: the server's sentence.
        path: where the problem is: a JSON Pointer into the body, or ``?name`` for a parameter.
        expected: what would have been accepted.
        found: what was sent.
        errors: all problems, if there are several.
    """

    __module__ = "willcall"

    def __init__(self, call: str, status: int, error: Dict[str, Any], errors: Optional[List[Dict[str, Any]]] = None):
        self.status = status
        self.message = str(error.get("message") or "no reason was given")
        self.path: Optional[str] = error.get("path")
        self.expected: Optional[str] = error.get("expected")
        self.found: Optional[str] = error.get("found")
        self.errors = errors or [error]
        sentences = [str(each.get("message") or "no reason was given") for each in self.errors]
        super().__init__("\n  ".join([f"{call} was refused with {status}: {sentences[0]}", *sentences[1:]]))


class VerificationError(AssertionError):
    """The app did not send the requests that :meth:`World.verify` expects.

    Attributes:
        count: how many requests matched.
        near_misses: those that came closest, as in the control API's documentation.
    """

    __module__ = "willcall"

    def __init__(self, expectation: str, answer: Dict[str, Any]):
        self.count = int(answer.get("count", 0))
        self.near_misses: List[Dict[str, Any]] = list(answer.get("nearMisses", []))
        lines = [f"expected {expectation}, found {self.count}"]
        for miss in self.near_misses:
            lines.append(f"  {miss.get('id')} {miss.get('method')} {miss.get('path')}")
            for failed in miss.get("failed", []):
                lines.append(
                    f"    {failed.get('criterion')}: expected {failed.get('expected')!r}, found {failed.get('found')!r}"
                )
        super().__init__("\n".join(lines))
