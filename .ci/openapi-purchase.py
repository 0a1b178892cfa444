"""Plays a purchase with the client that openapi-python-client has made: reserve, payment, commit, order, secure render.

usage: python .ci/openapi-purchase.py URL  (with the package `partner_client` importable)
"""

import sys

from partner_client import Client
from partner_client import models
from partner_client.api.cart import cart_commit, cart_payment, cart_reserve
from partner_client.api.orders import orders_open
from partner_client.api.securerender import securerender

EVENT = "3F005105D843DFA3"
ACCOUNT = "12313131"

client = Client(base_url=sys.argv[1], headers={"x-api-key": "generated-client"})


def call(operation, expected, **arguments):
    """The parsed answer, which must be of the class that the document promises."""
    answer = operation.sync(client=client, **arguments)
    assert isinstance(answer, expected), f"{operation.__name__}: {answer}"
    return answer


def reserve(ticket_type):
    """The body of a reserve."""
    return models.ReserveRequest.from_dict({"reserve": {"tickets": [{"id": ticket_type}]}})


# One type for every refusal in the vendor's shape.
refusal = call(cart_reserve, models.ErrorBody, event_id=EVENT, body=reserve("no-such-type"))
assert refusal.error.code == 20046, refusal
missing = models.CommitRequest.from_dict({"cart_id": "no-such-cart"})
refusal = call(cart_commit, models.ErrorBody, event_id=EVENT, body=missing)
assert refusal.error.code == 90003, refusal

held = call(cart_reserve, models.CartAnswer, event_id=EVENT, body=reserve("000000000001"))
payment = models.PaymentRequest.from_dict({
    "cart_id": held.cart_id,
    "payment": {
        "type": "BRAINTREE", "amount": str(held.cart.totals.grand), "third_party_account_id": ACCOUNT,
        "card": {"number": "fake-valid-visa-nonce", "cin": "123"},
    },
})
paid = call(cart_payment, models.CartAnswer, event_id=EVENT, body=payment)
assert paid.cart.totals.unpaid == 0, paid
bought = call(
    cart_commit, models.CommitAnswer, event_id=EVENT, body=models.CommitRequest.from_dict({"cart_id": held.cart_id}))
device = models.DeviceBlock.from_dict({
    "device_id": "phone-1", "device_type": "native", "device_os": "ios", "third_party_account_id": ACCOUNT})
order = call(orders_open, models.Order, order_token=bought.order_token, body=device)
ticket = order.tickets[0]
assert ticket.secure_entry_data.token, order
shown = models.SecureRenderRequest.from_dict({
    "deviceId": "phone-1", "deviceType": "NATIVE", "deviceOs": "IOS",
    "tickets": [{
        "eventId": ticket.event_id, "section": ticket.section, "row": ticket.row, "seat": ticket.seat_name,
        "barcode": ticket.barcode_id,
    }],
})
rendered = call(securerender, models.SecureRender, body=shown, x_user_id=ACCOUNT)
assert rendered.tickets[0].token, rendered
print(f"a generated client bought {bought.order_number} and shows its ticket")
