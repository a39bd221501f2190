"""Proof of work: nobody sees it until the network is busy, a task counts once, and nobody is locked out by it."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from altcha import solve_challenge_v1
from django.core.cache import cache
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory

from cms.core import altcha
from cms.core.ratelimit import Throttled
from cms.core.refusals import Refused

LIMITS = {
    "mail.code": {"key": "3/15m", "ipv4": "5/h"},
    "mail.busy": {"ipv4": "2/h"},
    "mail.unproven": {"ipv4": "1/h"},
}


@pytest.fixture(autouse=True)
def limits(settings: Any) -> None:
    cache.clear()
    settings.RATE_LIMITS = LIMITS
    settings.ALTCHA_EFFORT = 1_000


def posted(**values: str) -> HttpRequest:
    return RequestFactory().post("/", values, REMOTE_ADDR="198.51.100.7")


def use(request: HttpRequest, key: str = "") -> None:
    altcha.spend_or_prove("mail.code", request=request, key=key)


def solved(task: dict[str, Any] | None) -> str:
    assert task is not None
    found = solve_challenge_v1(task["challenge"], task["salt"], "SHA-256", task["maxNumber"], 0)
    assert found is not None
    told = {name: task[name] for name in ("algorithm", "challenge", "salt", "signature")} | {"number": found.number}
    return base64.b64encode(json.dumps(told).encode()).decode()


def busy() -> None:
    for _time in range(2):
        use(posted())


def test_ordinary_visitor_never_sees_a_task() -> None:
    assert altcha.task_for(posted()) is None
    page = Template("{% load proof %}{% proof %}").render(Context({"request": posted()}))
    assert page.strip() == ""
    use(posted())


def test_busy_network_gets_a_task_and_goes_on_by_solving_it() -> None:
    busy()
    page = Template("{% load proof %}{% proof %}").render(Context({"request": posted()}))
    assert "data-proof" in page
    assert "Ich bin kein Automat" in page
    for _more_than_the_network_may in range(6):
        use(posted(altcha=solved(altcha.task_for(posted()))))


def test_solved_task_does_not_lift_the_limit_of_an_address() -> None:
    busy()
    for _time in range(3):
        use(posted(altcha=solved(altcha.task_for(posted()))), key="a@example.org")
    with pytest.raises(Throttled):
        use(posted(altcha=solved(altcha.task_for(posted()))), key="a@example.org")


def test_task_counts_once() -> None:
    busy()
    payload = solved(altcha.task_for(posted()))
    use(posted(altcha=payload))
    with pytest.raises(Refused) as refused:
        use(posted(altcha=payload))
    assert refused.value.code == "proof_wrong"


def test_without_scripts_a_small_limit_is_left_then_words_say_what_to_do() -> None:
    busy()
    use(posted())
    with pytest.raises(Refused) as refused:
        use(posted())
    assert refused.value.code == "proof_missing"
    assert "Ohne JavaScript" in refused.value.message


@pytest.mark.parametrize("payload", ["x", "bnVsbA==", "e30=", base64.b64encode(b"[1]").decode(), "A" * 3000, "ÄÖ"])
def test_nonsense_is_no_proof(payload: str) -> None:
    busy()
    with pytest.raises(Refused) as refused:
        use(posted(altcha=payload))
    assert refused.value.code == "proof_wrong"


def test_task_of_another_key_or_without_an_end_is_no_proof(settings: Any) -> None:
    busy()
    payload = solved(altcha.task_for(posted()))
    told = json.loads(base64.b64decode(payload))
    endless = {**told, "salt": told["salt"].replace("expires=", "begins=")}
    with pytest.raises(Refused):
        use(posted(altcha=base64.b64encode(json.dumps(endless).encode()).decode()))
    settings.SECRET_KEY = "another-key"
    with pytest.raises(Refused):
        altcha.redeem(payload)


def test_switched_off_there_is_no_task(settings: Any) -> None:
    settings.ALTCHA = False
    for _time in range(5):
        use(posted())
    assert altcha.task_for(posted()) is None
    with pytest.raises(Throttled):
        use(posted())
