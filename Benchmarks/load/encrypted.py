"""The same request over https and over HTTP/2, answered by WillCall and by nginx's fixed reply."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from server import RENDER, RENDER_HEADERS, start, wrk

CONNECTIONS, THREADS = 64, 2


def certificate(folder):
    """A certificate and its key, on the curve of WillCall's own."""
    files = Path(folder, "certificate.pem"), Path(folder, "key.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-keyout", files[1], "-out", files[0]], check=True, capture_output=True)
    return files


def start_secure(binary, files):
    """A server that speaks https on the port of http, and that port."""
    options = ("--port", "0", "--seed", "1", "--tls-cert", str(files[0]), "--tls-key", str(files[1]))
    process, _, port = start(binary, options)
    return process, port


def servers(files, size, plain, secure, plain_two):
    """What nginx needs to have in its `http`: http is measured elsewhere, so three other ports."""
    names = f"ssl_certificate {files[0]}; ssl_certificate_key {files[1]};"
    reply = fixed_reply(size)
    return f"""
  server {{ listen 127.0.0.1:{plain}; {reply} }}
  server {{ listen 127.0.0.1:{secure} ssl http2; {names} {reply} }}
  server {{ listen 127.0.0.1:{plain_two} http2; {reply} }}
"""


def fixed_reply(size):
    """A location of nginx that answers everything alike."""
    return f"location / {{ default_type application/json; return 200 \"{'x' * size}\"; }}"


def h2load(url, seconds, streams):
    """Requests per second over HTTP/2, some at a time on each connection; a failed one ends the measurement."""
    with tempfile.NamedTemporaryFile("w") as body:
        body.write(RENDER)
        body.flush()
        fields = [f"-H{name}: {value}" for name, value in RENDER_HEADERS.items()]
        output = subprocess.run(
            ["h2load", f"-D{seconds}", f"-c{CONNECTIONS}", f"-t{THREADS}", f"-m{streams}", f"-d{body.name}", *fields,
             f"{url}/marketplace/v1/securerender?apikey=load-1"],
            capture_output=True, text=True, timeout=seconds + 60).stdout
    if not re.search(r" 0 failed, 0 errored", output):
        sys.exit(output)
    return float(re.search(r"finished in [^,]*, ([\d.]+) req/s", output)[1])


def subjects(port, secure_nginx, plain_two_nginx):
    """Pairs to measure: nginx first, then WillCall."""
    def both(name, run):
        nginx, ours = run
        return {f"nginx, {name}": ((), nginx), f"securerender, {name}": ((f"nginx, {name}",), ours)}

    def h2(urls, streams):
        return [lambda s, url=url: h2load(url, s, streams) for url in urls]

    https = [lambda s, url=url: wrk(url, "securerender.lua", s, CONNECTIONS, THREADS, "1")
             for url in (f"https://127.0.0.1:{secure_nginx}", f"https://127.0.0.1:{port}")]
    plain_two = f"http://127.0.0.1:{plain_two_nginx}", f"http://127.0.0.1:{port}"
    secure_two = f"https://127.0.0.1:{secure_nginx}", f"https://127.0.0.1:{port}"
    return (
        both("https", https)
        | both("HTTP/2, 1 at a time", h2(plain_two, 1)) | both("HTTP/2, 10 at a time", h2(plain_two, 10))
        | both("HTTP/2 over https, 1 at a time", h2(secure_two, 1))
        | both("HTTP/2 over https, 10 at a time", h2(secure_two, 10)))
