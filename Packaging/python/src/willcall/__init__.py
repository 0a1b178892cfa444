"""WillCall, a mock of the Ticketmaster Partner API, for tests in Python.

With pytest, ask for the fixture ``willcall_key``. Elsewhere, start a server and name a world::

    with willcall.Server("--seed", "7") as server:
        world = server.world("my-test")
        world.clock.advance("PT5M")
"""

from ._binary import find_binary
from ._clock import Clock, ClockReading
from ._errors import ControlError, StartError, VerificationError, WillCallError
from ._fault import Fault
from ._report import Report, Rule
from ._server import Server, WillCall
from ._world import RecordedRequest, World

__all__ = [
    "Clock",
    "ClockReading",
    "ControlError",
    "Fault",
    "RecordedRequest",
    "Report",
    "Rule",
    "Server",
    "StartError",
    "VerificationError",
    "WillCall",
    "WillCallError",
    "World",
    "find_binary",
]
