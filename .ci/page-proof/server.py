"""A server under test, and a partner app that calls it."""

import http.client
import json
import os
import subprocess
import time
import urllib.parse

EVENT = "3F005105D843DFA3"
ACCOUNT = "12313131"


class Server:
    """Starts on a free port; `stop` and `start` bring it back on the same one."""

    def __init__(self, binary, work, console_dir=None):
        self.binary, self.work, self.console_dir = binary, work, console_dir
        self.process, self.port = None, 0

    def start(self, *options, seed=7):
        ready = os.path.join(self.work, f"ready-{os.getpid()}-{id(self)}")
        if os.path.exists(ready):
            os.remove(ready)
        command = [self.binary, "serve", "--port", str(self.port), "--ready-file", ready, "--seed", str(seed),
                   "--log-level", "error", *options]
        if self.console_dir:
            command += ["--console-dir", self.console_dir]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        for _ in range(1000):
            if os.path.exists(ready) and os.path.getsize(ready):
                break
            assert self.process.poll() is None, "the server did not start"
            time.sleep(0.01)
        with open(ready) as file:
            self.port = int(json.load(file)["url"].rsplit(":", 1)[1])
        os.remove(ready)
        return self

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
        self.process = None

    @property
    def url(self):
        return f"http://localhost:{self.port}"

    def page(self, **place):
        """The page's address, with what stands after its `#`."""
        return f"{self.url}/__willcall/#" + urllib.parse.urlencode(place, safe="/")

    def app(self, key, **headers):
        return App(self.port, key, headers)


class App:
    """A partner app, or somebody at the control API, with a key of its own."""

    def __init__(self, port, key, headers):
        self.port, self.key, self.headers = port, key, headers

    def call(self, method, path, body=None, headers=None, query=None):
        """The status and the parsed body; a lost answer raises."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        path += "?" + urllib.parse.urlencode({"apikey": self.key, **(query or {})})
        sent = {"Content-Type": "application/json", **self.headers, **(headers or {})}
        connection.request(method, path, None if body is None else json.dumps(body), sent)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        try:
            return answer.status, json.loads(text)
        except ValueError:
            return answer.status, text.decode("utf-8", "replace")

    def fetch(self, path, headers):
        """The status, the body as it is sent, and the headers, of a GET without a key."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body, answer.headers

    def control(self, method, path, body=None, **query):
        status, answer = self.call(method, f"/__willcall/{path}", body, query=query)
        assert status < 300, f"{method} {path}: {status} {answer}"
        return answer

    def reserve(self, event=EVENT, quantity=2):
        return self.call("POST", f"/partners/v1/events/{event}/cart",
                         {"reserve": {"tickets": [{"id": "000000000001", "quantity": quantity}]}})

    def pay(self, cart, event=EVENT, account=ACCOUNT):
        return self.call("PUT", f"/partners/v1/events/{event}/cart/payment", {
            "cart_id": cart["cart_id"], "payment": {
                "type": "BRAINTREE", "amount": f"{cart['cart']['totals']['grand']:.2f}",
                "third_party_account_id": account, "card": {"number": "fake-valid-visa-nonce", "cin": "123"}}})

    def commit(self, cart, event=EVENT):
        return self.call("PUT", f"/partners/v1/events/{event}/cart", {"cart_id": cart["cart_id"]})

    def open(self, order_token, device="0b6f0f3e-6a8e-4a43-9d0e-0a6f5f1c2d3e", account=ACCOUNT):
        return self.call("POST", "/partners/v1/orders", {
            "device_id": device, "device_type": "native", "device_os": "ios", "third_party_account_id": account},
            query={"order_token": order_token})

    def render(self, order, device="0b6f0f3e-6a8e-4a43-9d0e-0a6f5f1c2d3e", account=ACCOUNT):
        return self.call("POST", "/marketplace/v1/securerender", {
            "deviceId": device, "deviceType": "NATIVE", "deviceOs": "IOS", "tickets": [{
                "eventId": each["event_id"], "section": each["section"], "row": each["row"], "seat": each["seat_name"],
                "barcode": each["barcode_id"]} for each in order["tickets"]]}, headers={"x-user-id": account})

    def buy(self, account=ACCOUNT):
        """The six calls; the opened order."""
        self.call("GET", f"/partners/v1/events/{EVENT}/availability")
        cart = self.reserve()[1]
        assert self.pay(cart, account=account)[0] == 200
        order = self.open(self.commit(cart)[1]["order_token"], account=account)[1]
        assert self.render(order, account=account)[0] == 200
        return order
