"""Where the executable of this package is."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from importlib import metadata
from typing import Iterator, Optional

from ._errors import StartError

_NAME = "willcall"


def find_binary(path: Optional[str] = None) -> str:
    """Returns the path of the executable ``willcall``.

    Args:
        path: an executable to use instead of the installed one.

    Raises:
        StartError: there is none.
    """
    for candidate in [path] if path else _candidates():
        if os.path.isfile(candidate) and os.access(candidate, os.X_OK):
            return os.path.abspath(candidate)
    raise StartError(
        f"{path} is not an executable file"
        if path
        else "the package willcall is installed without its executable; install its wheel again"
    )


def _candidates() -> Iterator[str]:
    """The places in which installers put a wheel's scripts, the surest first."""
    # An installer records every file that it has placed.
    try:
        files = metadata.files(_NAME) or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name == _NAME and file.parent.name == "bin":
            yield str(file.locate())
    yield os.path.join(sysconfig.get_path("scripts"), _NAME)
    yield os.path.join(sysconfig.get_path("scripts", f"{os.name}_user"), _NAME)
    # pip install --target, which moves the files after it has recorded them.
    yield os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin", _NAME)
    yield os.path.join(os.path.dirname(sys.executable), _NAME)
    found = shutil.which(_NAME)
    if found:
        yield found
