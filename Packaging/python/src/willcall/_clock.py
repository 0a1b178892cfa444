"""The clock of a world, or of all worlds of a server."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Dict, List, TypedDict, Union, cast

from ._control import Control

# pytest shows the line of the test that called, not those in here.
__tracebackhide__ = True


class ClockReading(TypedDict):
    """What a clock shows, and what its last move has caused; docs/control-api.md describes the members."""

    now: str
    frozen: bool
    rate: float
    expiredCarts: Dict[str, Any]
    deliverable: Dict[str, Any]
    next: List[Dict[str, Any]]


class Clock:
    """A clock that goes forward as a test wants it.

    When a method returns, everything due has happened: holds have expired, delayed tokens are available.
    """

    def __init__(self, control: Control):
        self._control = control

    def now(self) -> datetime:
        """The time, in UTC."""
        # Python 3.9 and 3.10 do not read the Z.
        return datetime.fromisoformat(self.read()["now"].replace("Z", "+00:00"))

    def read(self) -> ClockReading:
        """What the clock shows, without moving it."""
        return cast(ClockReading, self._control.call("GET", "clock").json())

    def advance(self, duration: Union[str, timedelta]) -> ClockReading:
        """Moves the clock forward by an ISO 8601 duration such as ``"PT5M"``, or by a ``timedelta``."""
        return self._move(advance=_iso(duration) if isinstance(duration, timedelta) else duration)

    def set(self, instant: Union[str, datetime]) -> ClockReading:
        """Moves the clock forward to an instant: RFC 3339, or an aware ``datetime``.

        Raises:
            ControlError: it has passed; only :meth:`World.reset` goes back.
        """
        if isinstance(instant, datetime):
            if instant.tzinfo is None:
                raise ValueError(f"{instant!r} has no time zone; use datetime(…, tzinfo=timezone.utc)")
            instant = instant.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        return self._move(set=instant)

    def freeze(self) -> ClockReading:
        """Stops the clock."""
        return self._move(freeze=True)

    def resume(self) -> ClockReading:
        """Starts a stopped clock again, at its previous rate."""
        return self._move(resume=True)

    def rate(self, seconds_per_second: float) -> ClockReading:
        """Sets the speed: 60 is a minute per second, 0 stops the clock."""
        return self._move(rate=seconds_per_second)

    def _move(self, **move: Any) -> ClockReading:
        return cast(ClockReading, self._control.call("POST", "clock", move).json())


def _iso(duration: timedelta) -> str:
    seconds = duration.total_seconds()
    sign = "-" if seconds < 0 else ""
    # Exact to the microsecond, and without an exponent.
    return f"{sign}PT{abs(seconds):.6f}".rstrip("0").rstrip(".") + "S"
