"""Starts servers for the measurements in this folder, on free ports of the loopback interface."""
import http.client
import json
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BINARY = ROOT / ".build-release/release/willcall"
FLOW = ROOT / "Benchmarks/flow/.build/release/flow"
# The generators need a descriptor for each connection.
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)

# A hold of a day, so that the carts live as long as the measurement.
LONG_HOLDS = {"name": "long-holds", "events": {"*": {"hold": {"reserveSeconds": 86400}}}}

RENDER = (
    '{"deviceId":"68753A11-1234-1226-9D60-0050E4C000000","deviceType":"NATIVE","deviceOs":"IOS","tickets":['
    '{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"},'
    '{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"2","barcode":"963267823784"}]}'
)
RENDER_HEADERS = {"Content-Type": "application/json", "x-user-id": "783412345"}


def start(binary, arguments=("--port", "0", "--seed", "1")):
    """The process, its URL and its port, once it listens."""
    process = subprocess.Popen([binary, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    line = process.stdout.readline()
    url = line.removeprefix("listening on ").strip()
    return process, url, int(url.rsplit(":", 1)[1])


def require(binary):
    """Says how to build what is missing, and stops."""
    if not Path(binary).exists():
        sys.exit(f"{binary} is missing; build it with .ci/release")


def memory(pid):
    """Resident memory in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def processor_time(pid):
    """Seconds of processor time, in user and system mode."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def threads(pid):
    """How many threads a process has."""
    return int(re.search(r"Threads:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1])


def descriptors(pid):
    """How many descriptors a process has open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def wrk(url, script, seconds, connections, threads, *arguments):
    """Requests per second; a failed one ends the measurement."""
    load = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "-s", str(HERE / script), url, "--", *arguments]
    return rate(script, load, seconds)


def purchases(url, seconds, connections, threads):
    """Whole purchases per second; a failed call ends the measurement."""
    load = [FLOW, "--url", url, "--seconds", seconds, "--connections", connections, "--threads", threads]
    return rate("flow", map(str, load), seconds)


def rate(name, load, seconds):
    """What a generator prints as its rate."""
    output = subprocess.run([*load], capture_output=True, text=True, timeout=seconds + 60)
    if output.returncode != 0:
        sys.exit(output.stdout + output.stderr)
    failed = int(re.search(r"^failed (\d+)", output.stdout, re.M)[1])
    if failed:
        sys.exit(f"{name}: {failed} failed requests\n{output.stdout}")
    return float(re.search(r"^rate ([\d.]+)", output.stdout, re.M)[1])


def long_holds():
    """Arguments of a server whose carts live for a day."""
    path = Path(tempfile.gettempdir(), "willcall-long-holds.json")
    path.write_text(json.dumps(LONG_HOLDS))
    return ("--port", "0", "--seed", "1", "--scenario", str(path))


def fill(url, port, carts, threads=8, key=None):
    """Reserves until there are so many carts: in one sandbox if a key is given, else in several."""
    while (live := live_carts(port)) < carts:
        made, most = live // threads, -(-carts // threads)
        wrk(url, "fill.lua", 1, threads, threads, str(made), str(most), *([key] if key else []))


def live_carts(port):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/__willcall/metrics")
    lines = connection.getresponse().read().decode().splitlines()
    connection.close()
    return next((int(line.split()[1]) for line in lines if line.startswith("willcall_live_carts ")), 0)
