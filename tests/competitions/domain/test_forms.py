"""Reading stored blocks, and which forms can't be filled."""

from __future__ import annotations

from typing import Any

import pytest

from competitions.domain import APPLICANT_PART, Note, Reason, definition_refusal, frozen_parts, read_form
from competitions.enums import FileGroup, QuestionKind
from tests.competitions.factories import FORM


def part(*blocks: tuple[str, Any], key: str = "teil") -> dict[str, Any]:
    return {
        "type": "part",
        "value": {"key": key, "title": "Teil", "blocks": [{"type": kind, "value": value} for kind, value in blocks]},
    }


TEXT = ("short_text", {"key": "a", "label": "A"})


def test_form_of_the_factories_is_read_whole() -> None:
    form = read_form(FORM)
    assert definition_refusal(form) is None
    assert [part.key for part in form.parts] == ["vorhaben", "kosten", "anlagen"]
    assert list(form.questions) == [
        "ort", "ziel", "art", "themen", "beginn", "laeden", "plan", "zustimmung", "bilder",
    ]  # fmt: skip
    assert form.parts[0].blocks[0] == Note("explanation", "Schreiben Sie so, dass es auch Ortsfremde verstehen.")
    assert form.questions["zustimmung"].file_groups == (FileGroup.PDF,)
    assert form.questions["plan"].max_share == 50
    assert form.part("nirgends") is None


def test_items_of_lists_as_wagtail_stores_them() -> None:
    stored = [{"type": "item", "value": "Ja", "id": "1"}, {"type": "item", "value": "Nein", "id": "2"}]
    form = read_form([part(("choice", {"key": "a", "label": "A", "options": stored}))])
    assert [option.value for option in form.questions["a"].options] == ["Ja", "Nein"]


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [part()],
        [part(("explanation", "Nur Text"))],
        [part(TEXT, TEXT)],
        [part(TEXT), part(("short_text", {"key": "b", "label": "B"}))],
        [part(TEXT, key="a")],
        [part(TEXT, key=APPLICANT_PART)],
        [part(("short_text", {"key": "", "label": "A"}))],
        [part(("short_text", {"key": "Ä b", "label": "A"}))],
        [part(("choice", {"key": "a", "label": "A", "options": ["Ja"]}))],
        [part(("choice", {"key": "a", "label": "A", "options": ["Ja", "Ja"]}))],
    ],
    ids=[
        "nothing", "empty part", "no question", "question twice", "part twice", "part like question", "reserved",
        "no key", "odd key", "one option", "same option",
    ],
)  # fmt: skip
def test_forms_that_cannot_be_filled(blocks: list[dict[str, Any]]) -> None:
    assert definition_refusal(read_form(blocks)) is Reason.FORM_BROKEN


ANSWERED = {"ort": "Kleine Gasse", "ziel": "Ein Flur", "art": "Umbau", "themen": ["Klima"]}


def test_frozen_copy_holds_answered_questions() -> None:
    (only,) = frozen_parts(read_form(FORM), ANSWERED, blind=False)
    assert only["title"] == "Das Vorhaben"
    assert [(item["key"], item["kind"], item["value"]) for item in only["items"]] == [
        ("ort", QuestionKind.SHORT_TEXT.value, "Kleine Gasse"),
        ("ziel", QuestionKind.LONG_TEXT.value, "Ein Flur"),
        ("art", QuestionKind.CHOICE.value, "Umbau"),
        ("themen", QuestionKind.CHOICES.value, ["Klima"]),
    ]


def test_frozen_plan_names_the_money_as_its_form_does() -> None:
    form = read_form([part(("plan", {"key": "plan", "label": "Plan", "grant_label": "Landesmittel"}))])
    (only,) = frozen_parts(form, {"plan": {"grant": "42000"}}, blind=False)
    assert [item["grant"] for item in only["items"]] == ["Landesmittel"]


def test_blind_copy_leaves_identifying_answers_out() -> None:
    (only,) = frozen_parts(read_form(FORM), ANSWERED, blind=True)
    assert [item["key"] for item in only["items"]] == ["ziel", "art", "themen"]
    assert "Kleine Gasse" not in str(only)
