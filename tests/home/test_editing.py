"""What the admin tells those who write: faults of a page, what waits, what has grown old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, WorkflowPage
from wagtail_localize.models import Translation, TranslationSource

from cms.accounts.models import User
from cms.core.management.commands.clock import TIMETABLE
from home.checking import warn_about_content, warnings_for
from home.domain.content_checks import Fault, faults
from home.models import HomePage
from home.queries.translations import outdated_sources
from home.waiting_editing import editing_rows
from tests.home.factories import make_standard

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]


def paragraph(html: str) -> dict[str, str]:
    return {"type": "paragraph", "value": html}


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([], []),
        ([paragraph('<p>Lesen Sie den <a href="/x/">Bericht</a>.</p>')], []),
        ([paragraph('<p>Den Bericht gibt es <a href="/x/"><b>hier</b></a>.</p>')], [(Fault.VAGUE_LINK, "hier")]),
        ([paragraph('<p><a href="/x/">Weiterlesen …</a></p>')], [(Fault.VAGUE_LINK, "Weiterlesen …")]),
        (
            [paragraph('<a href="https://x.example">https://x.example</a>')],
            [(Fault.ADDRESS_AS_LINK, "https://x.example")],
        ),
        ([{"type": "documents", "value": {"items": [1]}}], [(Fault.ONLY_FILES, "")]),
        ([paragraph("<h4>Zu tief</h4>")], [(Fault.HEADING_SKIPPED, "h1 → h4")]),
        ([{"type": "heading", "value": "Gut"}, paragraph("<h3>Auch gut</h3>")], []),
        ([{"type": "heading", "value": "ALLES GROSS"}], [(Fault.SHOUTING, "ALLES GROSS")]),
        ([paragraph("<p>" + "Wort " * 700 + "</p>")], [(Fault.NO_HEADINGS, "")]),
        ([{"type": "facts", "value": {"items": [{"text": "<a href='/'>Link</a>"}]}}], [(Fault.VAGUE_LINK, "Link")]),
    ],
)
def test_faults_of_a_body(blocks: list[dict[str, Any]], expected: list[tuple[Fault, str]]) -> None:
    assert faults(blocks) == expected


def test_a_fault_is_told_in_words() -> None:
    page = make_standard(body=[("paragraph", '<p><a href="/">Hier klicken</a></p>')])
    assert list(warnings_for(page)) == ["Der Link „Hier klicken“ sagt nicht, wohin er führt. Nennen Sie das Ziel."]


def rows(user: User) -> dict[str, int]:
    request = RequestFactory().get("/verwaltung/")
    request.user = user
    return {str(row.label): row.count for row in editing_rows(request) if row.count}


@pytest.mark.parametrize(("accepted", "told"), [("text/html", 1), ("application/json", 0)])
def test_a_draft_that_saves_itself_piles_up_no_warnings(accepted: str, told: int) -> None:
    page = make_standard(body=[("paragraph", '<p><a href="/">Hier klicken</a></p>')])
    page.save_revision()
    request = RequestFactory().post("/", headers={"accept": accepted})
    messages = CookieStorage(request)
    request._messages = messages  # type: ignore[attr-defined]
    warn_about_content(request, page)
    assert len(messages) == told


def test_what_waits_for_an_editor(editor: User, office: User) -> None:
    page = make_standard()
    Page.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - timedelta(days=400))
    assert rows(editor) == {"Seiten, die seit einem Jahr niemand geändert hat": 1}
    assert rows(office) == {}


def test_only_a_preview_carries_what_the_checks_of_the_editor_look_through(editor: User, desk: Enter) -> None:
    page = make_standard()
    page.save_revision().publish()
    client = desk(editor)
    draft = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content
    assert ("wagtail-userbar" in draft.decode(), "userbar" in client.get(page.url).content.decode()) == (True, False)


def test_the_clock_publishes_a_page_at_the_time_that_was_set() -> None:
    page = make_standard()
    page.unpublish()
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert "publish_scheduled" in TIMETABLE
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert page.live


def test_a_page_goes_to_the_office(editor: User, office: User, desk: Enter) -> None:
    page = make_standard()
    page.save_revision()
    WorkflowPage.objects.get().workflow.start(page, editor)
    assert rows(office) == {"Seiten zur Freigabe": 1}
    assert desk(office).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_what_the_office_releases_is_published(editor: User, office: User, desk: Enter) -> None:
    page = make_standard()
    page.title = "Neu und geprüft"
    page.save_revision()
    WorkflowPage.objects.get().workflow.start(page, editor)
    page.current_workflow_task.on_action(page.current_workflow_task_state, office, "approve")
    page.refresh_from_db()
    assert (page.title, page.live, page.has_unpublished_changes) == ("Neu und geprüft", True, False)
    assert rows(office) == {}
    client = desk(office)
    assert client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302


def test_a_translation_falls_behind_when_the_page_is_published_again(home: HomePage, editor: User) -> None:
    source, _created = TranslationSource.get_or_create_from_instance(home)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    translation.save_target(publish=True)
    assert outdated_sources() == []
    home.save_revision().publish()
    assert outdated_sources() == [source]
    assert rows(editor) == {"Übersetzungen, die hinter der deutschen Seite zurückliegen": 1}
    source.update_from_db()
    assert outdated_sources() == []
