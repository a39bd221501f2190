"""The markup of a field: label, hint, refusal and control belong together for eyes and for screen readers."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.test.html import Element, parse_html

from cms.core import forms as look
from cms.core.templatetags import stadtblick


class SampleForm(forms.Form):
    title = forms.CharField(label="Titel", help_text="Höchstens 80 Zeichen.")
    credit = forms.CharField(label="Name", required=False)
    people = forms.ChoiceField(label="Menschen", widget=forms.RadioSelect, choices=[("no", "Nein"), ("yes", "Ja")])
    rights = forms.BooleanField(label="Ich habe das Foto selbst gemacht.")
    licence = forms.BooleanField(label="Offene Lizenz", help_text="Alle dürfen es nutzen.", required=False)
    photo = forms.FileField(label="Foto")
    token = forms.CharField(widget=forms.HiddenInput)


def found(html: str, tag: str) -> list[dict[str, Any]]:
    """The attributes of all elements called `tag`, in document order."""
    result: list[dict[str, Any]] = []

    def walk(element: Element) -> None:
        if element.name == tag:
            result.append(dict(element.attributes))
        for child in element.children:
            if isinstance(child, Element):
                walk(child)

    root = parse_html(f"<div>{html}</div>")
    walk(root)
    return result


@pytest.fixture
def empty() -> SampleForm:
    return SampleForm({})


@pytest.mark.parametrize(
    "name,kind",
    [
        ("title", "plain"),
        ("people", "choices"),
        ("rights", "check"),
        ("photo", "file"),
        ("token", "hidden"),
    ],
)
def test_kind_of_a_field_follows_its_widget(name: str, kind: str) -> None:
    assert look.kind_of(SampleForm()[name]) == kind


def test_hint_and_refusal_are_tied_to_the_control(empty: SampleForm) -> None:
    html = empty["title"].as_field_group()
    (control,) = found(html, "input")
    assert control["aria-describedby"] == "id_title_helptext id_title_error"
    assert control["aria-invalid"] == "true"
    assert control["class"] == "in"
    assert [found["id"] for found in found(html, "p") + found(html, "div") if "id" in found] == [
        "id_title_helptext",
        "id_title_error",
    ]


def test_optional_is_marked_and_required_is_not() -> None:
    assert "(freiwillig)" in SampleForm()["credit"].as_field_group()
    assert "(freiwillig)" in SampleForm()["licence"].as_field_group()
    assert "(freiwillig)" not in SampleForm()["title"].as_field_group()
    assert "(freiwillig)" not in SampleForm()["rights"].as_field_group()


def test_choices_stand_in_a_fieldset_with_a_legend(empty: SampleForm) -> None:
    html = empty["people"].as_field_group()
    (fieldset,) = found(html, "fieldset")
    assert set(fieldset["class"].split()) == {"fld", "bad"}
    assert fieldset["aria-describedby"] == "id_people_error"
    assert [radio["id"] for radio in found(html, "input")] == ["id_people_0", "id_people_1"]
    assert "Menschen" in html


def test_hint_of_a_choice_stands_below_its_label() -> None:
    form = SampleForm()
    form.fields["people"].hints = {"yes": "Alle sind einverstanden."}  # type: ignore[attr-defined]
    html = form["people"].as_field_group()
    assert "<b>Ja</b> <small>Alle sind einverstanden.</small>" in html
    assert "<b>Nein</b>" not in html


def test_hidden_field_has_no_label() -> None:
    html = SampleForm()["token"].as_field_group()
    assert found(html, "label") == []
    assert found(html, "input")[0]["type"] == "hidden"


def test_own_class_of_a_widget_survives() -> None:
    form = SampleForm()
    form.fields["title"].widget.attrs["class"] = "wide"
    assert 'class="in wide"' in stadtblick.field_control(form["title"])


def test_summary_lists_every_refusal_with_a_place_that_exists(empty: SampleForm) -> None:
    items = look.error_items(empty)
    assert [item["target"] for item in items] == ["id_title", "id_people_0", "id_rights", "id_photo", "id_token"]
    html = str(empty)
    for item in items:
        assert f'href="#{item["target"]}"' in html
        assert f'id="{item["target"]}"' in html


@pytest.mark.parametrize("label,lead", [("Ort", "Ort:"), ("Wer kommt?", "Wer kommt?"), ("Ort:", "Ort:")])
def test_label_leads_into_its_refusal(label: str, lead: str) -> None:
    form = forms.Form({})
    form.fields["x"] = forms.CharField(label=label)
    assert look.error_items(form)[0]["label"] == lead


def test_summary_is_announced_and_takes_the_focus(empty: SampleForm) -> None:
    (summary,) = [div for div in found(str(empty), "div") if div.get("class") == "summary"]
    assert summary["role"] == "alert"
    assert summary["tabindex"] == "-1"
    assert "data-error-summary" in summary


def test_refusal_of_the_whole_form_stands_without_a_link() -> None:
    form = SampleForm({"title": "x"})
    form.add_error(None, "Die Frist ist vorbei.")
    first = look.error_items(form)[0]
    assert first == {"target": "", "label": "", "message": "Die Frist ist vorbei."}


def test_formset_reports_its_own_and_its_forms_refusals() -> None:
    rows = forms.formset_factory(SampleForm, min_num=2, validate_min=True, extra=0)
    bound = rows({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-credit": "da"})
    targets = [item["target"] for item in look.error_items(bound)]
    assert targets[0] == ""
    assert "id_form-0-title" in targets


def test_form_without_refusals_shows_no_summary() -> None:
    assert 'class="summary"' not in str(SampleForm())


def test_typed_text_is_escaped() -> None:
    form = SampleForm({"title": "<script>alert(1)</script>"})
    assert "<script>alert" not in form["title"].as_field_group()
