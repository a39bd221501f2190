"""A small telling of the whole demo world: through the real actions, complete, and only once."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import Page

from campaigns.enums import EntryState, Phase
from campaigns.models import Ballot, Campaign, Entry
from campaigns.queries import published_result, queue
from cms.accounts.models import User
from cms.core.storages import private_storage, public_storage
from cms.demo import people
from cms.demo.mailbox import store
from cms.demo.world import load_world
from competitions.enums import ApplicationState, StagePhase
from competitions.models import Application, Stage
from competitions.queries import ranking, winners
from home.models import FormPage, MembersIndexPage
from home.queries.translations import outdated_sources
from tests.demo.walking import clicks

NOW = timezone.now()
FAR = 99
STARTS = {"/": "de", "/en/": "en", "/leicht/": "de-simple"}


@pytest.fixture
def demo(settings: Any, tmp_path: Path) -> Path:
    """A demo of its own, in a folder of its own."""
    settings.DEMO = True
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "public", tmp_path / "private"
    settings.EMAIL_BACKEND = "cms.demo.mailbox.backend.MailboxBackend"
    return tmp_path


def far_away(client: Client, start: str, code: str) -> set[str]:
    """The public pages of a language that take more than three clicks."""
    found = clicks(client, start)
    pages = Page.objects.live().public().filter(depth__gt=1, locale__language_code=code)
    return {page.url for page in pages if found.get(urlsplit(page.url).path, FAR) > 3}


def stage_of(slug: str) -> Stage:
    return Stage.objects.get(competition__slug=slug)


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
def test_small_world_is_told_once_and_completely(demo: Path) -> None:
    told: list[str] = []
    assert load_world(NOW, told.append, scale=0.05) is True

    # every campaign in its phase
    phases = {campaign.slug: campaign.phase(NOW) for campaign in Campaign.objects.all()}
    assert phases == {
        "schoenster-blick-rueckblick": Phase.RESULTS,
        "schoenster-blick": Phase.VOTING,
        "winterblicke": Phase.SUBMISSION,
        "schoenster-blick-vorschau": Phase.ANNOUNCED,
    }
    states = Entry.objects.filter(campaign__slug="schoenster-blick")
    assert states.filter(state=EntryState.APPROVED, is_public=True).count() == 4
    assert states.filter(state=EntryState.REJECTED).count() == 1
    assert queue().filter(campaign__slug="schoenster-blick").count() == 4
    # six people, and two groups that look made up
    assert Ballot.objects.filter(campaign__slug="schoenster-blick").count() == 55

    # handed in like phone photos, shown without anything of the phone
    entry = states.filter(is_public=True).first()
    assert entry is not None
    with private_storage.open(entry.original) as original, Image.open(original) as photo:
        assert photo.getexif().get_ifd(0x8825)
    public = f"fotos/{entry.rendition_url(960).partition('/fotos/')[2]}"
    with public_storage.open(public) as rendition, Image.open(rendition) as photo:
        assert not photo.getexif()

    # the published count can be counted again
    finished = Campaign.objects.get(slug="schoenster-blick-rueckblick")
    result = published_result(finished)
    assert result is not None
    out, copy = StringIO(), demo / "count.csv"
    copy.write_bytes(public_storage.open(result.count_file).read())
    call_command("recount", finished.slug, str(copy), stdout=out)
    assert out.getvalue()

    # the contests
    assert stage_of("innenstadt-wettbewerb").phase(NOW) == StagePhase.OPEN
    drafts = Application.objects.filter(stage=stage_of("innenstadt-wettbewerb"), state=ApplicationState.DRAFT)
    assert people.APPLICANT.email in set(drafts.values_list("lead__email", flat=True))
    judged = stage_of("innenstadt-wettbewerb-jury")
    assert judged.phase(NOW) == StagePhase.JURY
    assert any(line.result.raw.points != line.result.adjusted.points for line in ranking(judged).lines)
    assert winners(stage_of("wanderbaumallee")).count() == 3

    # what the editors find: every answer under its question, one page that has outgrown its translations
    survey = FormPage.objects.get()
    asked = {field.clean_name for field in survey.get_form_fields()}
    assert [set(answer.form_data) == asked for answer in survey.submissions.all()] == [True] * 4
    assert [source.object_repr for source in outdated_sources()] == ["Wettbewerbe"]

    # what a visitor finds
    client = Client()
    for path in ("/", "/kampagnen/", "/kampagnen/schoenster-blick/", "/wettbewerbe/wanderbaumallee/", "/aktuelles/"):
        assert client.get(path).status_code == 200, path
    assert {mail.recipient for mail in store.mails()} <= {
        *(person.email for person in people.EVERYBODY),
        "mitmachen@example.org",
    }
    assert set(User.objects.values_list("email", flat=True)) >= {person.email for person in people.EVERYBODY}

    # and within three clicks of the start page
    assert [far_away(client, start, code) for start, code in STARTS.items()] == [set(), set(), set()]
    client.force_login(User.objects.get(email=people.MEMBER.email))
    inside = Page.objects.live().descendant_of(MembersIndexPage.objects.get())
    inner = {page.url for page in inside if client.get(page.url).status_code == 200}  # the own groups' and all members'
    assert len(inner) > 3
    from_within = clicks(client, "/intern/", most=2)
    assert {path for path in inner if from_within.get(urlsplit(path).path, FAR) > 2} == set()

    # and no second time
    entries = Entry.objects.count()
    assert load_world(NOW, told.append, scale=0.05) is False
    assert Entry.objects.count() == entries


@pytest.mark.django_db
def test_world_is_not_loaded_outside_a_demo(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO=true"):
        call_command("load_demo")
