"""What the office arranges in the admin arrives as a form that can be filled."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from competitions.blocks import FormBlock, PartBlocks
from competitions.domain import definition_refusal, read_form
from competitions.enums import QuestionKind
from competitions.models import FormVersion, Stage
from tests.competitions.factories import FORM


def cleaned(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    block = FormBlock()
    return block.clean(block.to_python(blocks)).get_prep_value()


def part(*questions: tuple[str, dict[str, Any]], **fields: Any) -> dict[str, Any]:
    blocks = [{"type": kind, "value": value} for kind, value in questions]
    return {"type": "part", "value": {"title": "Bewerbung", "blocks": blocks, **fields}}


def test_a_block_for_every_kind_of_question() -> None:
    assert set(PartBlocks().child_blocks) == {*QuestionKind.values, "heading", "explanation"}


def test_missing_keys_are_made_from_the_words() -> None:
    form = read_form(
        cleaned(
            [
                part(
                    ("short_text", {"label": "Größe & Straße?"}),
                    ("short_text", {"label": "Größe & Straße?"}),
                    ("short_text", {"label": "2028"}),
                    ("short_text", {"label": "Name", "key": "ziel"}),
                    ("short_text", {"label": "Kopie", "key": "ziel"}),
                )
            ]
        )
    )
    assert form.parts[0].key == "bewerbung-2"
    assert list(form.questions) == ["groesse-strasse", "groesse-strasse-2", "frage-2028", "ziel", "ziel-2"]
    assert definition_refusal(form) is None


def test_keys_survive_another_cleaning() -> None:
    once = cleaned(FORM)
    assert read_form(cleaned(once)) == read_form(once)
    assert list(read_form(once).questions) == list(read_form(FORM).questions)


@pytest.mark.parametrize(
    "questions",
    [
        [("short_text", {"label": ""})],
        [("choice", {"label": "Art", "options": ["eine"]})],
        [("short_text", {"label": "A", "key": "Große Buchstaben"})],
        [],
    ],
    ids=["no label", "one option", "odd key", "no question"],
)
def test_admin_refuses(questions: list[tuple[str, dict[str, Any]]]) -> None:
    with pytest.raises(ValidationError):
        cleaned([part(*questions)])


def test_stored_definition_is_read_back(stage: Stage) -> None:
    version = FormVersion.objects.get(stage=stage)
    assert version.form == read_form(FORM)
    version.full_clean()


def test_part_of_explanations_alone_is_no_form(stage: Stage) -> None:
    version = FormVersion(stage=stage, number=2)
    block = FormBlock()
    version.definition = block.to_python(
        [{"type": "part", "value": {"title": "T", "key": "t", "blocks": [{"type": "heading", "value": "H"}]}}]
    )
    with pytest.raises(ValidationError):
        version.clean()
