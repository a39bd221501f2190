"""The alliance's pages of the demo world: complete, without dead links, the same after a second run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from campaigns.enums import Phase
from cms.demo.pages import load_pages
from cms.demo.picture_shelf import PICTURES
from home.models import NewsPage, SiteDocument, SiteImage
from tests.campaigns.factories import make_campaign
from tests.competitions.factories import make_stage
from tests.home.factories import phone_jpeg

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def loaded(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "public", tmp_path / "private"
    make_campaign(Phase.VOTING, now=timezone.now())
    make_stage()
    load_pages(timezone.now(), dict.fromkeys(PICTURES, phone_jpeg(1200, 900)))


def test_second_run_changes_nothing(loaded: None) -> None:
    kinds = (Page, NewsPage, SiteImage, SiteDocument)
    before = [kind.objects.count() for kind in kinds]
    load_pages(timezone.now(), dict.fromkeys(PICTURES, phone_jpeg(1200, 900)))
    assert [kind.objects.count() for kind in kinds] == before


def test_every_page_opens_and_every_link_to_a_page_leads_somewhere(client: Client, loaded: None) -> None:
    known: set[str] = set()
    for page in Page.objects.live().filter(depth__gt=1):
        html = client.get(page.url).content.decode()
        known.update(re.findall(r'href="(/[^"#?]*)', html))
        assert 'href="#"' not in html
    # what lies below a campaign or a contest belongs to those apps and has tests of its own there
    own = {
        path
        for path in known
        if not re.match(r"/(kampagnen|wettbewerbe)/[^/]+/.|/(static|medien|konto|dokumente)/", path)
    }
    dead = {path for path in own if client.get(path).status_code != 200}
    assert dead == set()


def test_pages_load_without_pictures(db: None) -> None:
    home = load_pages(timezone.now(), {})
    assert home.image is None
    assert len(home.sections) == 14
