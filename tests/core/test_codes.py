from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import close_old_connections, connection, transaction

from cms.core import codes
from cms.core.models import OneTimeCode
from cms.core.refusals import Refused

NOW = datetime(2027, 9, 1, 12, 0, tzinfo=UTC)
ISSUED = {"purpose": "vote", "subject": "7:somebody", "now": NOW}


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}}"


def refusal_code(**arguments) -> str | None:
    """Return the code of the refusal, None when the code was accepted."""
    try:
        codes.redeem(**{**ISSUED, **arguments})
    except Refused as refusal:
        return refusal.code
    return None


@pytest.mark.django_db
@pytest.mark.parametrize("length", [6, 8])
def test_issue_returns_digits(length: int) -> None:
    code = codes.issue(**ISSUED, length=length)

    assert len(code) == length
    assert code.isdigit()


@pytest.mark.django_db
def test_issue_stores_neither_code_nor_subject() -> None:
    code = codes.issue(**ISSUED)

    stored = OneTimeCode.objects.values().get()
    assert code not in {stored["code_hash"], stored["subject_hash"]}
    assert "somebody" not in str(stored)
    assert (len(stored["code_hash"]), len(stored["subject_hash"])) == (64, 64)


@pytest.mark.django_db
def test_redeem_accepts_the_code() -> None:
    assert refusal_code(code=codes.issue(**ISSUED)) is None


@pytest.mark.django_db
def test_redeem_accepts_the_code_as_people_type_it() -> None:
    code = codes.issue(**ISSUED)

    assert refusal_code(code=f" {code[:3]} {code[3:]}\n") is None


@pytest.mark.django_db
def test_redeem_refuses_a_code_twice() -> None:
    code = codes.issue(**ISSUED)
    codes.redeem(**ISSUED, code=code)

    assert refusal_code(code=code) == "code_used"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "later, expected",
    [
        (timedelta(minutes=9, seconds=59), None),
        (timedelta(minutes=10), "code_expired"),
        (timedelta(days=2), "code_expired"),
    ],
)
def test_redeem_refuses_a_code_after_ten_minutes(later: timedelta, expected: str | None) -> None:
    code = codes.issue(**ISSUED)

    assert refusal_code(code=code, now=NOW + later) == expected


@pytest.mark.django_db
def test_redeem_allows_five_tries_and_says_how_many_are_left() -> None:
    code = codes.issue(**ISSUED)
    messages = []
    for _try in range(6):
        with pytest.raises(Refused) as refused:
            codes.redeem(**ISSUED, code=wrong(code))
        messages.append((refused.value.code, str(refused.value).rpartition(". ")[2]))

    assert messages == [
        ("code_wrong", "Sie haben noch 4 Versuche."),
        ("code_wrong", "Sie haben noch 3 Versuche."),
        ("code_wrong", "Sie haben noch 2 Versuche."),
        ("code_wrong", "Sie haben noch einen Versuch."),
        ("code_exhausted", "Bitte fordern Sie einen neuen an."),
        ("code_exhausted", "Bitte fordern Sie einen neuen an."),
    ]
    assert refusal_code(code=code) == "code_exhausted"


@pytest.mark.django_db
def test_redeem_accepts_the_code_at_the_fifth_try() -> None:
    code = codes.issue(**ISSUED)
    for _try in range(4):
        assert refusal_code(code=wrong(code)) == "code_wrong"

    assert refusal_code(code=code) is None


@pytest.mark.django_db
def test_issue_voids_the_older_code() -> None:
    older = codes.issue(**ISSUED)
    newer = codes.issue(**ISSUED)
    while newer == older:  # one chance in a million
        newer = codes.issue(**ISSUED)

    assert refusal_code(code=older) == "code_wrong"
    assert refusal_code(code=newer) is None
    assert OneTimeCode.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("other", [{"purpose": "entry"}, {"subject": "8:somebody"}, {"subject": "7:somebody else"}])
def test_redeem_refuses_a_code_of_somebody_else(other: dict[str, str]) -> None:
    code = codes.issue(**ISSUED)

    assert refusal_code(code=code, **other) == "code_wrong"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", "abc", "12345678901234567890", "１２３４５６", "\x00"])
def test_redeem_refuses_nonsense(typed: str) -> None:
    codes.issue(**ISSUED)

    assert refusal_code(code=typed) == "code_wrong"


@pytest.mark.django_db
def test_every_refusal_belongs_to_the_field_and_says_what_to_do() -> None:
    for sentence in (codes.EXPIRED, codes.USED, codes.EXHAUSTED):
        assert str(sentence).endswith("Bitte fordern Sie einen neuen an.")
    with pytest.raises(Refused) as refused:
        codes.redeem(**ISSUED, code="000000")
    assert refused.value.field == "code"


@pytest.mark.django_db(transaction=True)
def test_redeem_inside_a_transaction_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        codes.redeem(**ISSUED, code="123456")


@pytest.mark.django_db
def test_delete_spent_keeps_what_is_younger_than_a_day() -> None:
    codes.issue(**ISSUED)
    codes.issue(**{**ISSUED, "subject": "later", "now": NOW + timedelta(hours=2)})

    assert codes.delete_spent(NOW + codes.LIFETIME + timedelta(days=1, hours=1)) == 1
    assert OneTimeCode.objects.count() == 1


def in_threads(count: int, work) -> list[str | None]:
    """Run the work at once in many threads, each with its own connection."""
    start, results = threading.Barrier(count), []

    def run() -> None:
        start.wait()
        try:
            results.append(work())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _thread in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    close_old_connections()
    return results


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_never_exceed_five_tries() -> None:
    code = codes.issue(**ISSUED)

    answers = in_threads(20, lambda: refusal_code(code=wrong(code)))

    assert OneTimeCode.objects.get().tries_left == 0
    assert len(answers) == 20
    assert set(answers) <= {"code_wrong", "code_exhausted"}
    assert refusal_code(code=code) == "code_exhausted"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_parallel_use_of_the_right_code_wins_once() -> None:
    code = codes.issue(**ISSUED)

    answers = in_threads(5, lambda: refusal_code(code=code))

    assert answers.count(None) == 1
    assert set(answers) == {None, "code_used"}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_parallel_issues_leave_one_code() -> None:
    issued = in_threads(10, lambda: codes.issue(**ISSUED))

    assert len(issued) == 10
    assert OneTimeCode.objects.count() == 1
