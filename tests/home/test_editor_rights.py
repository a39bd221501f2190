"""What an editor uploads and writes in the admin; what nobody else may."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile, WorkflowPage

from cms.accounts.models import User
from home.models import HomePage, NewsPage, SiteImage
from tests.home.factories import make_news_index, phone_jpeg, upload
from tests.home.test_pictures import assert_clean

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]


def test_editor_uploads_a_phone_picture_and_nothing_of_its_place_is_stored(desk: Enter, editor: User) -> None:
    """The admin keeps a half-finished upload until the alternative text is there; it is clean as well."""
    client = desk(editor)
    data = {"title": "Markt", "files[]": upload(phone_jpeg())}
    answer = client.post(reverse("wagtailimages:add_multiple"), data, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["success"]
    waiting = UploadedFile.objects.get()
    with waiting.file.open("rb") as file:
        assert_clean(file.read())
    prefix = f"uploaded-image-{waiting.pk}"
    fields = {"title": "Markt", "description": "Markt im Regen", "author": "Ada", "licence": "permission"}
    values = {f"{prefix}-{name}": value for name, value in fields.items()}
    finish = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    answer = client.post(finish, values, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["success"], answer.json()
    image = SiteImage.objects.get()
    with image.file.open("rb") as file:
        assert_clean(file.read())
    for path in Path(django_settings.MEDIA_ROOT).rglob("*.*"):
        assert_clean(path.read_bytes())


def test_broken_picture_is_refused_in_words(desk: Enter, editor: User) -> None:
    data = {"title": "Markt", "files[]": upload(phone_jpeg()[:9000])}
    answer = desk(editor).post(
        reverse("wagtailimages:add_multiple"), data, headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert not answer.json()["success"]
    assert "beschädigt" in answer.json()["error_message"]
    assert SiteImage.objects.count() == UploadedFile.objects.count() == 0


def test_admin_speaks_german(desk: Enter, editor: User, home: HomePage) -> None:
    html = desk(editor).get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()
    assert '<html lang="de"' in html
    assert "Bearbeiten" in html


def test_editor_may_create_every_page_type(desk: Enter, editor: User, home: HomePage) -> None:
    html = desk(editor).get(reverse("wagtailadmin_pages:add_subpage", args=[home.pk])).content.decode()
    for name in (
        "Standardseite",
        "Nachrichtenübersicht",
        "Übersicht der Mitmach-Kampagnen",
        "Übersicht der Wettbewerbe",
    ):
        assert name in html


def test_editor_finds_the_form_of_a_news_page(desk: Enter, editor: User) -> None:
    index = make_news_index()
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", index.pk])
    html = desk(editor).get(url).content.decode()
    for label in ("Teaser", "Datum", "Inhalt", "Bild"):
        assert label in html


@pytest.mark.parametrize("block", ["mission", "groups", "dates", "office"])
def test_editor_sees_a_preview_of_each_section(desk: Enter, editor: User, block: str) -> None:
    from home.blocks import HomeSections

    child: Any = HomeSections().child_blocks[block]
    assert child.is_previewable
    answer = desk(editor).get(reverse("wagtailadmin_block_preview"), {"id": child.definition_prefix})
    assert answer.status_code == 200
    assert "css/site.css" in answer.content.decode()


def test_outsider_reaches_no_page_form(desk: Enter, outsider: User, home: HomePage) -> None:
    answer = desk(outsider).get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    assert answer.status_code in {302, 403, 404}
    assert NewsPage.objects.count() == 0


def test_one_workflow_leads_to_the_office_and_nothing_forces_it() -> None:
    workflow = WorkflowPage.objects.get().workflow
    assert [sorted(task.specific.groups.values_list("name", flat=True)) for task in workflow.tasks] == [
        ["Geschäftsstelle"]
    ]


def test_admin_refuses_an_upload_from_somebody_without_the_right(desk: Enter, outsider: User) -> None:
    data = {"title": "Markt", "files[]": upload(BytesIO(phone_jpeg(800, 600)).getvalue())}
    answer = desk(outsider).post(reverse("wagtailimages:add_multiple"), data)
    assert answer.status_code in {302, 403, 404}
    assert SiteImage.objects.count() == 0
