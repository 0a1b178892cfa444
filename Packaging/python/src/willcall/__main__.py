"""``python -m willcall``: the command line, in place of this process."""

import os
import sys

from ._binary import find_binary
from ._errors import StartError

try:
    binary = find_binary()
except StartError as error:
    sys.exit(f"willcall: {error}")
os.execv(binary, [binary, *sys.argv[1:]])
