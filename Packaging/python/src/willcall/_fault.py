"""One-off faults of a world."""

from __future__ import annotations

from typing import Any

from ._control import Control

# pytest shows the line of the test that called, not those in here.
__tracebackhide__ = True


class Fault:
    """A fault that was set with :meth:`World.fault`."""

    def __init__(self, control: Control, id: str):
        self._control = control
        #: Its name, such as ``fault-1``.
        self.id = id

    def read(self) -> Any:
        """The fault as the control API shows it; ``remaining`` counts the requests that it still waits for.

        Raises:
            ControlError: it has been used up, or removed.
        """
        return self._control.call("GET", f"faults/{self.id}").json()

    def remove(self) -> None:
        """Takes the fault back; one that is used up is gone already, which is no error."""
        self._control.call("DELETE", f"faults/{self.id}", accepting=404)
