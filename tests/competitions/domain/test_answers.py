"""What was typed is kept, read where it can be read, and judged elsewhere."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competitions.domain import Option, Question, clean_answer, clean_text, read_date, read_number
from competitions.enums import QuestionKind

OPTIONS = (Option("Umbau", "Umbau"), Option("Programm", "Programm"), Option("Fest", "Fest"))


def question(kind: QuestionKind) -> Question:
    return Question("q", kind, "Frage", options=OPTIONS)


@pytest.mark.parametrize(
    "text, number",
    [
        ("84500", "84500"),
        ("84.500", "84500"),
        ("84.500,50", "84500.50"),
        ("84 500,5 €", "84500.5"),
        ("84\u202f500 Euro", "84500"),
        ("1.234.567", "1234567"),
        ("12.5", "12.5"),
        ("12,50", "12.50"),
        ("12,", "12"),
        ("-3", "-3"),
        ("0", "0"),
        ("1.2345", "1.2345"),
    ],
)
def test_numbers_as_people_type_them(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "viel", "12,5,5", "1.23,5", "1e9", "NaN", "Infinity", "--1", "٣", "12,5x", "9" * 40, ".", ","]
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text, day",
    [
        ("30.9.2027", date(2027, 9, 30)),
        ("30. 09. 2027", date(2027, 9, 30)),
        ("2027-09-30", date(2027, 9, 30)),
        ("31.2.2027", None),
        ("30.9.27", None),
        ("morgen", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "kind, raw, stored",
    [
        (QuestionKind.SHORT_TEXT, "  eine \n Zeile ", "eine Zeile"),
        (QuestionKind.SHORT_TEXT, "", None),
        (QuestionKind.SHORT_TEXT, None, None),
        (QuestionKind.LONG_TEXT, "a\r\n\r\nb\x00", "a\n\nb"),
        (QuestionKind.NUMBER, "3,50", "3.5"),
        (QuestionKind.NUMBER, "100", "100"),
        (QuestionKind.NUMBER, "drei", "drei"),
        (QuestionKind.MONEY, "84.500", "84500.00"),
        (QuestionKind.MONEY, "1,005", "1,005"),
        (QuestionKind.MONEY, "rund 5", "rund 5"),
        (QuestionKind.DATE, "1.3.2028", "2028-03-01"),
        (QuestionKind.DATE, "bald", "bald"),
        (QuestionKind.CHOICE, "Umbau", "Umbau"),
        (QuestionKind.CHOICES, ["Fest", "Umbau", "Fest"], ["Umbau", "Fest"]),
        (QuestionKind.CHOICES, "Fest", ["Fest"]),
        (QuestionKind.CHOICES, ["Raub"], ["Raub"]),
        (QuestionKind.CHOICES, [], None),
        (QuestionKind.FILE, "irgendwas", None),
        (QuestionKind.PLAN, "irgendwas", None),
        (QuestionKind.PLAN, {"costs": [{"item": "", "amount": ""}]}, None),
        (
            QuestionKind.PLAN,
            {"costs": [{"item": " Bau ", "amount": "1.000"}], "funding": [{"item": "Stadt"}], "grant": ""},
            {
                "costs": [{"item": "Bau", "amount": "1000.00"}],
                "funding": [{"item": "Stadt", "amount": None}],
                "grant": None,
            },
        ),
    ],
)
def test_stored_form(kind: QuestionKind, raw: object, stored: object) -> None:
    assert clean_answer(question(kind), raw) == stored


json_like = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=8,
)


@given(st.sampled_from(list(QuestionKind)), json_like)
def test_cleaning_never_fails_and_is_stable(kind: QuestionKind, raw: object) -> None:
    once = clean_answer(question(kind), raw)
    assert clean_answer(question(kind), once) == once


@given(st.text())
def test_clean_text_has_no_control_characters(raw: str) -> None:
    text = clean_text(raw)
    assert text == clean_text(text)
    assert not any(c < " " and c not in "\n\t" for c in text)
