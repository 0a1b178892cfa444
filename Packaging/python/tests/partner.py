"""A small client of the Partner API; tests that pytest runs inside a test import it too."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from typing import Any, Dict, Optional, Tuple
from urllib.parse import quote

EVENT = "3F005105D843DFA3"
ACCOUNT = "fan-1"


def send(
    key: str, method: str, path: str, body: Any = None, headers: Optional[Dict[str, str]] = None
) -> Tuple[int, Any]:
    url = os.environ["TICKETMASTER_BASE_URL"] + path + ("&" if "?" in path else "?") + f"apikey={key}"
    request = urllib.request.Request(url, None if body is None else json.dumps(body).encode(), method=method)
    for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
        request.add_header(name, value)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def reserve(key: str) -> Tuple[int, Any]:
    return send(key, "POST", f"/partners/v1/events/{EVENT}/cart", {"reserve": {"tickets": [{"id": "000000000001"}]}})


def pay(key: str, cart: Any) -> Tuple[int, Any]:
    payment = {
        "type": "BRAINTREE",
        "amount": f"{cart['cart']['totals']['grand']:.2f}",
        "third_party_account_id": ACCOUNT,
        "card": {"number": "fake-valid-visa-nonce", "cin": "123"},
    }
    body = {"cart_id": cart["cart_id"], "payment": payment}
    return send(key, "PUT", f"/partners/v1/events/{EVENT}/cart/payment", body)


def buy(key: str, user: str = ACCOUNT) -> int:
    """Goes all the way from availability to the entry token, and returns the last status."""
    send(key, "GET", f"/partners/v1/events/{EVENT}/availability")
    _, cart = reserve(key)
    assert pay(key, cart)[0] == 200
    _, bought = send(key, "PUT", f"/partners/v1/events/{EVENT}/cart", {"cart_id": cart["cart_id"]})
    device = {"device_id": "phone-1", "device_type": "native", "device_os": "ios", "third_party_account_id": ACCOUNT}
    _, order = send(key, "POST", f"/partners/v1/orders?order_token={quote(bought['order_token'])}", device)
    (ticket,) = order["tickets"]
    place = {"section": ticket["section"], "row": ticket["row"], "seat": ticket["seat_name"]}
    body = {
        "deviceId": "phone-1",
        "deviceType": "NATIVE",
        "deviceOs": "IOS",
        "tickets": [{"eventId": EVENT, "barcode": ticket["barcode_id"], **place}],
    }
    return send(key, "POST", "/marketplace/v1/securerender", body, {"x-user-id": user})[0]
