"""Speaks HTTP/2 with Python's h2, frame by frame, and with httpx."""

import os
import socket
import ssl
import urllib.parse

import h2.config
import h2.connection
import h2.events
import httpx

url = os.environ["WILLCALL_URL"]
host = urllib.parse.urlsplit(url)
path = "/partners/v1/events/3F005105D843DFA3/availability?apikey=python"


def fault(key, name):
    body = {"when": {"operation": "availability"}, "then": {"fault": name}, "times": 1}
    httpx.post(f"{url}/__willcall/faults?apikey={key}", json=body).raise_for_status()


def events(key, count=2):
    """What happens on each stream when this many calls are made at once."""
    connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True))
    connection.initiate_connection()
    with socket.create_connection((host.hostname, host.port), timeout=30) as peer:
        for number in range(count):
            fields = [(":method", "GET"), (":scheme", "http"), (":path", path.replace("python", key)),
                      (":authority", host.netloc)]
            connection.send_headers(2 * number + 1, fields, end_stream=True)
        seen = {2 * number + 1: [] for number in range(count)}
        going = set(seen)
        while going:
            peer.sendall(connection.data_to_send())
            data = peer.recv(65536)
            assert data, f"closed: {seen}"
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.ConnectionTerminated):
                    return {"goaway": (int(event.error_code), event.last_stream_id)}
                if isinstance(event, h2.events.DataReceived):
                    connection.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                if isinstance(event, (h2.events.StreamEnded, h2.events.StreamReset)):
                    going.discard(event.stream_id)
                if stream := getattr(event, "stream_id", None):
                    seen[stream].append(event)
        connection.close_connection()
        peer.sendall(connection.data_to_send())
    ends = {}
    for stream, happened in seen.items():
        last = happened[-1]
        ends[stream] = int(last.error_code) if isinstance(last, h2.events.StreamReset) else "ended"
    return ends


assert events("plain") == {1: "ended", 3: "ended"}
for name, code in {"connection-reset": 2, "empty-response": 0, "truncated-body": 2, "refused-stream": 7}.items():
    fault(name, name)
    assert events(name) == {1: code, 3: "ended"}, name
fault("slow-drip", "slow-drip")
assert events("slow-drip") == {1: "ended", 3: "ended"}
fault("goaway", "goaway")
assert events("goaway") == {"goaway": (0, 0)}

with httpx.Client(http1=False, http2=True) as client:
    for _ in range(3):
        answer = client.get(url + path)
        assert (answer.http_version, answer.status_code) == ("HTTP/2", 200), answer
    body = {"reserve": {"tickets": [{"id": "000000000001"}]}}
    cart = client.post(url + path.replace("/availability", "/cart"), json=body)
    assert cart.json()["cart_id"], cart.text

# Over https, the handshake agrees.
with httpx.Client(http2=True, verify=ssl.create_default_context(cafile=os.environ["WILLCALL_AUTHORITY"])) as client:
    answer = client.get(os.environ["WILLCALL_SECURE_URL"] + path)
    assert (answer.http_version, answer.status_code) == ("HTTP/2", 200), answer
