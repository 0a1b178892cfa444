"""Calls to the control API, which docs/control-api.md describes."""

from __future__ import annotations

import http.client
import json
import os
import urllib.error
import urllib.request
from typing import Any, Dict, List, Mapping, NamedTuple, Optional
from urllib.parse import quote, urlencode

from ._errors import ControlError, WillCallError

# pytest shows the line of the test that called, not those in here.
__tracebackhide__ = True

# Tests of an app may set a proxy for it, which knows nothing of a server on this machine.
_open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open

_TIMEOUT = 30  # seconds


class Answer(NamedTuple):
    """What the control API answered."""

    status: int
    text: str
    verdict: str

    def json(self) -> Any:
        """The body, which is JSON unless another format was asked for; ``None`` if there is none."""
        return json.loads(self.text) if self.text else None


class Control:
    """The control API of the server at ``url``, for one key or for all (``*``)."""

    def __init__(self, url: str, key: str):
        self.url = url.rstrip("/")
        self.key = key

    def call(
        self,
        method: str,
        path: str,
        body: Optional[Mapping[str, Any]] = None,
        query: Optional[Mapping[str, Any]] = None,
        *,
        accepting: int = 200,
        host: Optional[str] = None,
    ) -> Answer:
        """Makes a call and returns its answer.

        Args:
            method: the HTTP method.
            path: what follows ``/__willcall/``.
            body: the body, sent as JSON.
            query: parameters besides the key; those that are ``None`` are left out.
            accepting: a status that is no error, besides those below 300.
            host: the host to name, if not that of the URL.

        Raises:
            ControlError: the server refused it.
            WillCallError: there is no such server.
        """
        parameters: Dict[str, Any] = {"apikey": self.key}
        parameters.update({name: value for name, value in (query or {}).items() if value is not None})
        request = urllib.request.Request(
            f"{self.url}/__willcall/{path}?{urlencode(parameters, quote_via=quote)}",
            data=None if body is None else json.dumps(body).encode(),
            method=method,
        )
        if body is not None:
            request.add_header("Content-Type", "application/json")
        if host is not None:
            request.add_header("Host", host)
        token = os.environ.get("WILLCALL_CONTROL_TOKEN")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with _open(request, timeout=_TIMEOUT) as response:
                return _answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            with error:
                answer = _answer(error.code, error.headers, error.read())
            if answer.status == accepting:
                return answer
            raise _refusal(f"{method} /__willcall/{path}", answer) from None
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise WillCallError(f"no WillCall answers at {self.url}: {reason}") from None


class Controlled:
    """Whatever the control API directs: one world, or all worlds of a server."""

    _control: Control

    def control(
        self,
        method: str,
        path: str,
        body: Optional[Mapping[str, Any]] = None,
        query: Optional[Mapping[str, Any]] = None,
    ) -> Any:
        """Makes any other call of the control API (docs/control-api.md), such as ``control("GET", "carts")``."""
        answer = self._control.call(method, path, body, query)
        try:
            return answer.json()
        except ValueError:
            return answer.text


def _answer(status: int, headers: Any, body: bytes) -> Answer:
    return Answer(status, body.decode("utf-8", "replace"), headers.get("X-Willcall-Verdict", ""))


def _refusal(call: str, answer: Answer) -> ControlError:
    error: Dict[str, Any] = {}
    errors: List[Dict[str, Any]] = []
    try:
        content = answer.json()
        error = content["error"]
        errors = content.get("errors", [])
    except (ValueError, TypeError, KeyError):
        error = {"message": answer.text[:200] or "no reason was given"}
    return ControlError(call, answer.status, error, errors)
