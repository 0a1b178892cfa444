"""One partner key's world."""

from __future__ import annotations

import warnings
from typing import Any, Dict, List, Mapping, Optional, TypedDict, Union, cast

from ._clock import Clock
from ._control import Control, Controlled
from ._errors import VerificationError
from ._fault import Fault
from ._report import Report, report

# pytest shows the line of the test that called, not those in here.
__tracebackhide__ = True


class RecordedRequest(TypedDict):
    """A request in the journal; docs/control-api.md describes the members."""

    id: str
    time: str
    operation: Optional[str]
    method: Optional[str]
    path: Optional[str]
    outcome: str
    status: Optional[int]
    milliseconds: float
    request: Dict[str, Any]
    response: Optional[Dict[str, Any]]
    unsent: Optional[Dict[str, Any]]
    scenario: Optional[str]
    diagnosis: Optional[str]
    fidelity: Optional[str]


class World(str, Controlled):
    """A partner key, and the world behind it: tickets, carts, orders, a clock, a journal, a ledger.

    It is the key itself, so it can be given to a client wherever that takes a string::

        client = PartnerClient(base_url=world.url, apikey=world)
    """

    def __new__(cls, url: str, key: str) -> World:
        self = super().__new__(cls, key)
        self._control = Control(url, key)
        return self

    @property
    def url(self) -> str:
        """The base URL for a client, such as ``http://127.0.0.1:41234``."""
        return self._control.url

    @property
    def key(self) -> str:
        """The key as plain text."""
        return self._control.key

    @property
    def clock(self) -> Clock:
        """The world's clock."""
        return Clock(self._control)

    def scenario(self, *scenarios: Union[str, Mapping[str, Any]]) -> None:
        """Plays these scenarios in this world, instead of those it played before; none at all ends them.

        Each is the name of a scenario, such as ``"payment-declined-twice"``, or one in full (docs/scenarios.md).
        """
        self._warn(self._control.call("PUT", "scenarios", {"active": list(scenarios)}).json())

    def fault(
        self,
        operation: Optional[str] = None,
        *,
        when: Optional[Mapping[str, Any]] = None,
        times: int = 1,
        **then: Any,
    ) -> Fault:
        """Makes the next calls of an operation go wrong, or else go differently.

        What happens is spelt as ``then`` of a scenario's rule (docs/scenarios.md)::

            world.fault("cart.payment", error="payment-not-accepted", times=2)
            world.fault("cart.reserve", inventory="sold-out")
            world.fault("cart.commit", loseResponse=True)
            world.fault("orders.open", delay={"milliseconds": 800})

        Args:
            operation: the operation, such as ``"cart.payment"``; any if absent.
            when: further conditions, as in a scenario's rule.
            times: how many calls it is for.
            then: what happens.
        """
        condition = {"operation": operation or "*", **(when or {})}
        answer = self._control.call("POST", "faults", {"when": condition, "then": then, "times": times}).json()
        self._warn(answer)
        return Fault(self._control, answer["id"])

    def requests(
        self,
        operation: Optional[str] = None,
        *,
        status: Union[int, str, None] = None,
        outcome: Optional[str] = None,
        since: Optional[str] = None,
        limit: Optional[int] = None,
    ) -> List[RecordedRequest]:
        """The requests that clients sent, oldest first, with their answers.

        Args:
            operation: only those of one operation.
            status: only those with a status (``400``) or of a class (``"4xx"``).
            outcome: only those with an outcome, such as ``"lost"``.
            since: only those after a request (``"r17"``), or from an instant on.
            limit: the last so many; with ``since``, the first.
        """
        query = {"operation": operation, "status": status, "outcome": outcome, "since": since, "limit": limit}
        return cast(List[RecordedRequest], self._control.call("GET", "requests", query=query).json()["requests"])

    def verify(
        self,
        operation: Optional[str] = None,
        *,
        times: Optional[int] = None,
        at_least: Optional[int] = None,
        at_most: Optional[int] = None,
        **where: Any,
    ) -> int:
        """Asserts that the app sent such requests, and returns how many.

        For example, ``world.verify("cart.payment", times=1, status=200, body={"/payment/type": "BRAINTREE"})``.

        Args:
            operation: the operation; any if absent.
            times: exactly so many.
            at_least: no fewer; 1 if nothing is said.
            at_most: no more.
            where: criteria: ``status``, ``outcome``, ``account``, ``event``, ``header``, ``body``.

        Raises:
            VerificationError: it did not; the error shows the requests that came closest.
        """
        counts = {"exactly": times, "atLeast": at_least, "atMost": at_most}
        given = {name: count for name, count in counts.items() if count is not None}
        body: Dict[str, Any] = {}
        if operation is not None:
            body["operation"] = operation
        if where:
            body["where"] = where
        if given:
            body["times"] = given
        answer = self._control.call("POST", "verify", body, accepting=406)
        content = answer.json()
        if answer.status == 406:
            words = {"exactly": "exactly", "atLeast": "at least", "atMost": "at most"}
            count = " and ".join(f"{words[name]} {number}" for name, number in given.items()) or "at least 1"
            criteria = "".join(f", {name} {value!r}" for name, value in where.items())
            raise VerificationError(f"{count} of {operation or 'any operation'}{criteria}", content)
        return int(content["count"])

    def order(self, event: str, **members: Any) -> Any:
        """Buys tickets in one step, for tests that begin after the purchase, and returns the order.

        For example, ``world.order("3F005105D843DFA3", account="fan-1", tickets=2)``; ``POST orders`` in
        docs/control-api.md has all members. It is no call of the app: journal and ledger do not show it.
        """
        return self._control.call("POST", "orders", {"event": event, **members}).json()

    def report(self, *, strict: Optional[str] = None) -> Report:
        """How well the app kept the rules of the integration in this world; see :class:`Report`.

        Args:
            strict: ``"warnings"`` has warnings count for the verdict as well.
        """
        return report(self._control, strict)

    def waive(self, *rules: str, reason: str = "this test breaks it on purpose") -> None:
        """Excuses this world from rules that a test breaks on purpose; the report says so, with the reason."""
        self._control.call("POST", "waivers", {"rules": list(rules), "reason": reason})

    def reset(self, *parts: str) -> None:
        """Returns the world to its start, or only parts of it.

        The parts are ``state``, ``clock``, ``journal``, ``ledger``, ``scenarios`` and ``faults``. The ledger is what
        the app is judged by at the end of the session; a test that resets everything hides what it broke.
        """
        self._control.call("POST", "reset", {"parts": list(parts)} if parts else {})

    @staticmethod
    def _warn(answer: Any) -> None:
        for sentence in answer.get("warnings", []):
            warnings.warn(sentence, stacklevel=3)
