"""Forms that editors build: answered, thanked, told, exported without formulas, deleted on schedule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms.accounts.models import User
from home.actions.form_pages import hand_in_form, purge_answers
from home.models import FormPage, FormSubmission
from home.models.form_builder import listed
from home.queries.form_pages import Tally, tallies
from tests.home.events import make_event, make_event_index, make_form

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]


def send(client: Client, page: FormPage, **answers: Any) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(reverse("home:form_send", args=[page.translation_key]), answers)


def test_answer_is_stored_told_and_thanked(client: Client) -> None:
    page = make_form(tell="kontakt@example.org", thanks_heading="Danke sehr!")
    shown = client.get(page.url).content.decode()
    assert ("5: stimme voll zu" in shown, "Nach 180 Tagen löscht" in shown) == (True, True)
    answer = send(client, page, wie_war_es="4", ein_wort="Gut")
    assert answer.status_code == 302
    assert "Danke sehr!" in client.get(answer["Location"]).content.decode()
    assert FormSubmission.objects.get().form_data == {"wie_war_es": "4", "ein_wort": "Gut"}
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["kontakt@example.org"], "Neue Antwort: Rückmeldung")
    ]
    assert "Gut" not in mail.outbox[0].body


def test_errors_stand_on_top_and_nothing_typed_is_lost(client: Client) -> None:
    answer = send(client, make_form(), wie_war_es="", ein_wort="Gut")
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fehler:" in text
    assert ('value="Gut"' in text, "Bitte beantworten Sie diese Frage." in text) == (True, True)
    assert FormSubmission.objects.count() == 0


def test_machines_are_thanked_and_forgotten(client: Client) -> None:
    assert send(client, make_form(), wie_war_es="4", website="x").status_code == 302
    assert FormSubmission.objects.count() == 0


def test_too_many_answers_from_one_network_are_refused(client: Client, settings: Any) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "report": {"ipv4": "1/h"}}
    page = make_form()
    assert [send(client, page, wie_war_es="4").status_code for _number in range(2)] == [302, 422]


def test_closed_form_says_so_and_takes_nothing(client: Client) -> None:
    page = make_form(closes_at=timezone.now() - timedelta(minutes=1))
    assert "nimmt keine Antworten mehr an" in client.get(page.url).content.decode()
    assert "<form" not in client.get(page.url).content.decode().partition("<main")[2].partition("</main>")[0]
    assert send(client, page, wie_war_es="4").status_code == 422
    assert FormSubmission.objects.count() == 0


def test_form_that_is_not_public_is_nobodys(client: Client) -> None:
    page = make_form()
    page.unpublish()
    assert send(client, page, wie_war_es="4").status_code == 404
    assert client.post(page.url, {"wie_war_es": "4"}).status_code in {404, 405}


def test_page_itself_takes_no_answers(client: Client) -> None:
    assert client.post(make_form().url, {"wie_war_es": "4"}).status_code == 405


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_export_holds_no_formula(desk: Enter, editor: User, kind: str) -> None:
    page = make_form()
    hand_in_form(page=page, answers={"wie_war_es": "5", "ein_wort": '=HYPERLINK("x")'}, now=timezone.now())
    client = desk(editor)
    path = reverse("wagtailforms:list_submissions", args=[page.pk])
    text = client.get(path).content.decode()
    assert ("HYPERLINK" in text, "Auswertung" in text, "Mittel 5,0" in text) == (True, True, True)
    content = client.get(f"{path}?export={kind}").getvalue()
    if kind == "xlsx":
        sheet = load_workbook(BytesIO(content)).active
        assert [cell.value for cell in sheet[1]] == ["Eingang", "Wie war es", "Ein Wort"]
        assert (sheet["C2"].value, sheet["C2"].data_type) == ('=HYPERLINK("x")', "s")
    else:
        assert "'=HYPERLINK" in content.decode("utf-8-sig")


def test_outsiders_do_not_read_answers(desk: Enter, outsider: User) -> None:
    path = reverse("wagtailforms:list_submissions", args=[make_form().pk])
    assert desk(outsider).get(path).status_code == 404


def test_answers_are_deleted_as_the_form_says() -> None:
    now = timezone.now()
    short, usual = make_form(keep_days=7), make_form()
    for page in (short, usual):
        hand_in_form(page=page, answers={}, now=now - timedelta(days=8))
    assert purge_answers(now) == 1
    assert FormSubmission.objects.get().page == usual
    assert purge_answers(now + timedelta(days=172)) == 1


def test_choices_are_counted_with_a_mean_for_ratings() -> None:
    questions = [
        {"label": "Wie war es", "field_type": "rating"},
        {"label": "Was öfter", "field_type": "checkboxes", "choices": "Rundgang\nPause", "required": False},
        {"label": "Ein Wort", "field_type": "singleline", "required": False},
    ]
    page = make_form(questions)
    for rating, more in (("5", ["Rundgang", "Pause"]), ("2", ["Pause"]), ("", [])):
        hand_in_form(page=page, answers={"wie_war_es": rating, "was_ofter": more}, now=timezone.now())
    names = [field.clean_name for field in page.get_form_fields()]
    assert names[1] == "was_ofter"
    first, second = tallies(page)
    assert (first.answers, first.mean, [n for _label, n in first.rows]) == (2, 3.5, [1, 0, 0, 1, 0])
    assert second == Tally("Was öfter", [("Rundgang", 1), ("Pause", 2)], 2)


@pytest.mark.parametrize(("text", "expected"), [("a, b", ["a", "b"]), ("a,b\nc", ["a,b", "c"]), ("", [])])
def test_choices_as_editors_write_them(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


def test_survey_is_offered_after_the_meeting(client: Client) -> None:
    survey = make_form()
    index = make_event_index()
    before, after = make_event(index, days=2, survey=survey), make_event(index, days=-2, survey=survey)
    assert "Rückmeldung geben" not in client.get(before.url).content.decode()
    assert f'href="{survey.url}"' in client.get(after.url).content.decode()
    assert f'href="{survey.url}"' in client.get("/termine/?ansicht=vergangen").content.decode()
    assert "Rückmeldung geben" not in client.get("/termine/").content.decode()
    survey.unpublish()
    assert "Rückmeldung geben" not in client.get(after.url).content.decode()


def test_office_asks_for_feedback_by_mail(desk: Enter, office: User) -> None:
    event = make_event(make_event_index(), days=-2, survey=make_form(), takes_registrations=True)
    client = desk(office)
    assert "Um Rückmeldung bitten" in client.get(f"/verwaltung/anmeldungen/{event.key}/").content.decode()
    text = client.get(f"/verwaltung/anmeldungen/{event.key}/mail/?umfrage").content.decode()
    assert ("Wie war es? Ihre Rückmeldung" in text, event.survey.full_url in text) == (True, True)
