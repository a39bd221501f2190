from __future__ import annotations

import re

import pytest

from campaigns.domain.codes import ALPHABET, new_entry_code, new_receipt, read_code


def test_alphabet_holds_nothing_that_looks_alike() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL5S8B2ZAEU") - {"2"}


def test_entry_code_has_its_form_and_grows_after_collisions() -> None:
    assert re.fullmatch(rf"B-[{ALPHABET}]{{4}}", new_entry_code())
    assert re.fullmatch(rf"B-[{ALPHABET}]{{5}}", new_entry_code(attempt=3))


def test_receipt_has_its_form_and_differs() -> None:
    receipts = {new_receipt() for _ in range(500)}
    assert len(receipts) == 500
    assert all(re.fullmatch(rf"Q-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", receipt) for receipt in receipts)


@pytest.mark.parametrize(
    "typed, code",
    [
        ("B-4T7K", "B-4T7K"),
        (" b 4t7k ", "B-4T7K"),
        ("b4t7k", "B-4T7K"),
        ("B–4T7K", "B-4T7K"),
        ("B-4T7KX", "B-4T7KX"),
        ("q7km4p2xt", "Q-7KM4-P2XT"),
        ("Q 7KM4 P2XT", "Q-7KM4-P2XT"),
        ("hallo", "HALLO"),
        ("B-0000", "B-0000"),
        ("", ""),
    ],
)
def test_read_code_forgives_how_it_is_typed(typed: str, code: str) -> None:
    assert read_code(typed) == code
