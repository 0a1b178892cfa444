"""The ledger's report: whether an app kept the rules of the integration (docs/ledger.md)."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, TypedDict

from ._control import Control

# pytest shows the line of the test that called, not those in here.
__tracebackhide__ = True

#: The formats of a report, by the extension of a file's name.
FORMATS = {".xml": "junit", ".html": "html", ".json": "json", ".txt": "text", ".md": "markdown"}


class Rule(TypedDict):
    """How one rule was kept; docs/control-api.md describes the members."""

    id: str
    severity: str
    state: str
    count: int
    sentence: str
    fix: str
    source: str
    remarks: List[Dict[str, Any]]


class Report:
    """A report on one world, or on a whole server."""

    def __init__(self, content: Dict[str, Any], text: str):
        #: ``"ready"``, ``"incomplete"`` (no rule is broken, but steps are missing) or ``"not ready"``.
        self.verdict: str = content["verdict"]
        #: Every rule, by its id.
        self.rules: Dict[str, Rule] = {rule["id"]: rule for rule in content["rules"]}
        #: The whole report, as the control API answers it.
        self.content = content
        #: The report for people.
        self.text = text

    @property
    def broken(self) -> List[str]:
        """The ids of the rules that were broken and not waived, of any severity."""
        return [rule["id"] for rule in self.rules.values() if rule["state"] == "broken"]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Report: {self.verdict}, broken: {', '.join(self.broken) or 'none'}>"


def report(control: Control, strict: Optional[str] = None, host: Optional[str] = None) -> Report:
    """Draws the report; ``strict="warnings"`` has warnings count for the verdict as well."""
    content = control.call("GET", "report", query={"strict": strict}).json()
    return Report(content, formatted(control, "text", strict, host))


def formatted(control: Control, format: str, strict: Optional[str] = None, host: Optional[str] = None) -> str:
    """Draws the report in one of the control API's formats."""
    return control.call("GET", "report", query={"format": format, "strict": strict}, host=host).text
