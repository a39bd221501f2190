"""What is written is shown before it is saved, whatever still lacks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import querydict_from_html

from campaigns.enums import Phase
from cms.accounts.models import User
from home.models import HomePage
from tests.campaigns.factories import make_campaign
from tests.competitions.factories import make_stage
from tests.home.factories import child, home_page, make_group

pytestmark = pytest.mark.django_db
# What no draft can do without: what it is about, when and where it is, one question.
NEEDED: dict[str, Callable[[], dict[str, Any]]] = {
    "CampaignPage": lambda: {"campaign": make_campaign(Phase.VOTING, now=timezone.now()).pk},
    "CompetitionPage": lambda: {"competition": make_stage().competition.pk},
    "EventPage": lambda: {"start": "01.12.2027 18:00", "end": "01.12.2027 20:00", "place": "Erfurt"},
    "FormPage": lambda: {"form_fields-0-label": "Ihre Frage", "form_fields-0-field_type": "singleline"},
    "MinutesPage": lambda: {"group": make_group().pk},
}
KINDS = [kind for kind in get_page_models() if kind not in {Page, HomePage}]


def parent_for(kind: type[Page]) -> Page:
    """Return a page under which such a page may stand; made with what stands above it."""
    above = kind.allowed_parent_page_models()[0]
    if above is HomePage:
        return home_page()
    return above.objects.first() or child(parent_for(above), above)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_page_of_which_nothing_is_written_has_a_preview(
    kind: type[Page], editor: User, desk: Callable[[User], Client]
) -> None:
    client = desk(editor)
    names = kind._meta.app_label, kind._meta.model_name, parent_for(kind).pk
    form = client.get(reverse("wagtailadmin_pages:add", args=names))
    preview = reverse("wagtailadmin_pages:preview_on_add", args=names)
    written = querydict_from_html(form.content.decode(), form_id="page-edit-form")
    # The browser draws the blocks of a text itself; so far there are none.
    written.update({f"{field.name}-count": "0" for field in kind._meta.fields if isinstance(field, StreamField)})
    written.update(NEEDED.get(kind.__name__, dict)())
    answer = client.post(preview, written)
    assert answer.json() == {"is_valid": True, "is_available": True}
    shown = client.get(preview)
    assert shown.status_code == 200
    assert BeautifulSoup(shown.content, "html.parser").h1
