"""What a test can do with its world, against a real server."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import partner
import pytest

import willcall as package
from willcall import ControlError, VerificationError, WillCall, World


def test_the_world_is_its_key_and_is_named_after_the_test(willcall: WillCall, willcall_key: World) -> None:
    assert willcall_key.key.endswith("test_world.test_the_world_is_its_key_and_is_named_after_the_test")
    assert willcall_key == willcall_key.key and type(willcall_key.key) is str
    assert willcall_key.url == willcall.url
    assert partner.send(willcall_key, "GET", "/partners/v1/events")[0] == 200


def test_the_environment_says_what_exec_says(willcall_key: World, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    assert os.environ["TICKETMASTER_BASE_URL"] == os.environ["WILLCALL_URL"] == willcall_key.url
    assert os.environ["WILLCALL_APIKEY"] == willcall_key


def test_the_clock_moves_and_says_what_that_did(willcall_key: World) -> None:
    willcall_key.waive("cart-given-back")
    clock = willcall_key.clock
    assert clock.freeze()["frozen"]
    before = clock.now()
    _, cart = partner.reserve(willcall_key)
    moved = clock.advance("PT5M")
    assert moved["expiredCarts"]["carts"][0]["cart_id"] == cart["cart_id"]
    assert clock.now() - before == timedelta(minutes=5)
    clock.advance(timedelta(days=2, seconds=0.5))
    assert clock.now() - before == timedelta(days=2, minutes=5, seconds=0.5)
    clock.set(datetime(2099, 1, 1, tzinfo=timezone.utc))
    assert clock.now() == datetime(2099, 1, 1, tzinfo=timezone.utc)
    assert clock.rate(60)["rate"] == 60
    assert clock.resume()["frozen"] is False
    with pytest.raises(ValueError, match="no time zone"):
        clock.set(datetime(2099, 1, 1))
    with pytest.raises(ControlError) as refused:
        clock.set("2020-01-01T00:00:00Z")
    assert refused.value.status == 409


def test_a_scenario_is_played_and_ended(willcall_key: World) -> None:
    willcall_key.scenario("payment-declined-twice")
    _, cart = partner.reserve(willcall_key)
    assert [partner.pay(willcall_key, cart)[0] for _ in range(3)] == [400, 400, 200]
    willcall_key.scenario()
    assert [each["from"] for each in willcall_key.control("GET", "scenarios")["active"]] == []


def test_a_fault_is_for_so_many_calls(willcall_key: World) -> None:
    fault = willcall_key.fault("cart.reserve", inventory="sold-out", times=2)
    assert partner.reserve(willcall_key)[0] == 400
    assert fault.read()["remaining"] == 1
    fault.remove()
    fault.remove()
    assert partner.reserve(willcall_key)[0] == 200


def test_a_fault_has_conditions(willcall_key: World) -> None:
    willcall_key.fault("cart.payment", when={"account": "other"}, error="no-funds")
    _, cart = partner.reserve(willcall_key)
    assert partner.pay(willcall_key, cart)[0] == 200


def test_the_requests_are_told(willcall_key: World) -> None:
    _, cart = partner.reserve(willcall_key)
    partner.send(willcall_key, "PUT", f"/partners/v1/events/{partner.EVENT}/cart", {"cart_id": "none"})
    assert [each["operation"] for each in willcall_key.requests()] == ["cart.reserve", "cart.commit"]
    (refused,) = willcall_key.requests(status="4xx")
    assert refused["diagnosis"]
    (reserved,) = willcall_key.requests("cart.reserve", limit=1)
    assert reserved["response"] is not None and reserved["response"]["body"]["cart_id"] == cart["cart_id"]
    assert willcall_key.requests(since=reserved["id"]) == [refused]


def test_what_was_sent_is_verified(willcall_key: World) -> None:
    _, cart = partner.reserve(willcall_key)
    partner.pay(willcall_key, cart)
    assert willcall_key.verify("cart.payment", times=1, status=200, body={"/payment/type": "BRAINTREE"}) == 1
    assert willcall_key.verify(at_least=1) == 2
    assert willcall_key.verify("cart.commit", at_most=0) == 0
    with pytest.raises(VerificationError) as unmet:
        willcall_key.verify("cart.payment", status=400)
    assert isinstance(unmet.value, AssertionError)
    lines = str(unmet.value).splitlines()
    assert lines[0] == "expected at least 1 of cart.payment, status 400, found 0"
    assert lines[1].startswith("  r2 PUT /partners/v1/events/")
    assert lines[2] == "    status: expected 400, found 200"


def test_the_report_tells_the_verdict(willcall_key: World) -> None:
    assert willcall_key.report().verdict == "incomplete"
    assert partner.buy(willcall_key) == 200
    report = willcall_key.report()
    assert (report.verdict, report.broken) == ("ready", [])
    assert report.rules["user-id-matches"]["state"] == "kept"
    assert str(report).startswith("Ready\n")


def test_a_waived_rule_is_no_breach(willcall_key: World) -> None:
    willcall_key.waive("user-id-matches", reason="negative test")
    assert partner.buy(willcall_key, user="somebody else") == 403
    assert willcall_key.report().broken == []
    (remark,) = willcall_key.report().rules["user-id-matches"]["remarks"]
    assert remark["waived"] == "negative test"


def test_warnings_can_count(willcall: WillCall) -> None:
    # A world without the plugin's fixture, and without its traces: the session's own verdict is to stay clean.
    world = willcall.world("warned")
    partner.send(world, "PUT", f"/partners/v1/events/{partner.EVENT}/cart", {"cart_id": "x", "extra": 1})
    assert world.report().broken == ["body-is-json"]
    assert world.report().verdict == "incomplete"
    assert world.report(strict="warnings").verdict == "not ready"
    world.reset()
    assert world.report().broken == []


def test_an_order_is_bought_in_one_step(willcall_key: World) -> None:
    order = willcall_key.order(partner.EVENT, account=partner.ACCOUNT, tickets=2)
    assert len(order["tickets"]) == 2
    assert willcall_key.requests() == []
    with pytest.raises(ControlError, match="POST /__willcall/orders was refused with 4"):
        willcall_key.order("no such event")


def test_a_reset_begins_anew(willcall_key: World) -> None:
    _, first = partner.reserve(willcall_key)
    willcall_key.reset("state")
    assert willcall_key.control("GET", "carts")["total"] == 0
    assert len(willcall_key.requests()) == 1
    willcall_key.reset()
    assert partner.reserve(willcall_key)[1]["cart_id"] == first["cart_id"]


def test_a_refusal_says_all_that_is_wrong(willcall_key: World) -> None:
    with pytest.raises(ControlError) as refused:
        willcall_key.fault("cart.paymint", eror="no-funds")
    error = refused.value
    assert error.status == 422
    assert str(error).startswith("POST /__willcall/faults was refused with 422: ")
    assert "eror" in str(error) and "cart.payment" in str(error)
    assert len(error.errors) >= 2 and error.path
    with pytest.raises(ControlError, match="no-such-story"):
        willcall_key.scenario("no-such-story")


def test_what_the_server_warns_of_is_a_warning(willcall_key: World) -> None:
    with pytest.warns(UserWarning, match="3F00FFFFFFFFFFFF"):
        willcall_key.fault("cart.reserve", when={"event": "3F00FFFFFFFFFFFF"}, error="no-inventory")


def test_what_is_no_json_is_text(willcall_key: World, willcall: WillCall) -> None:
    assert willcall_key.control("GET", "metrics").startswith("#")
    assert willcall.control("GET", "health")["status"] == "healthy"


def test_a_server_without_pytest() -> None:
    with package.Server("--seed", "7", "--start-time", "2026-12-01T18:00:00Z", "--clock-rate", "0") as server:
        world = server.world("mine")
        assert world.clock.now() == datetime(2026, 12, 1, 18, tzinfo=timezone.utc)
        server.clock.advance("PT1H")
        assert world.clock.now().hour == 19
        server.waive("no-hammering")
        server.reset("clock")
        assert world.clock.now().hour == 18
        assert "<testsuite" in server.report_text("junit")
        url = server.url
    with pytest.raises(package.WillCallError, match=f"no WillCall answers at {url}"):
        server.health()
    server.close()


def test_a_server_that_cannot_start_says_why() -> None:
    with pytest.raises(package.StartError, match="--sead"):
        package.Server("--sead", "7")
    with pytest.raises(package.StartError, match="/no/such is not an executable file"):
        package.Server(binary="/no/such")


def test_a_proxy_is_not_for_the_control_api(willcall_key: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    assert willcall_key.clock.read()["rate"] == 1
