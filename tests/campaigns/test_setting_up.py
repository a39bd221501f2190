"""The office sets campaigns up: proposed dates, towns, bounds, checks in words, consent versions, last year's copy."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns import actions
from campaigns.enums import ConsentKind, Phase, Readiness
from campaigns.models import Campaign, CampaignNotice, ConsentText
from campaigns.queries.readiness import readiness
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.accounts.conftest import pass_second_factor
from tests.campaigns.factories import BERLIN, NOW, make_campaign, make_entry, make_town
from tests.campaigns.today import running

pytestmark = pytest.mark.django_db
NEW_WORDS = "Das Foto darf auf dieser Plattform und in Ausstellungen gezeigt werden, mit meinem Namen."


@pytest.fixture
def desk(client: Client, office: User) -> Client:
    client.force_login(office)
    pass_second_factor(client, office)
    return client


def filled(client: Client, path: str, **changes: Any) -> dict[str, Any]:
    """What a browser would send if nothing but `changes` were typed."""
    form = client.get(path).context["form"]
    values = {}
    for field in form:
        value = field.value()
        if hasattr(value, "isoformat"):
            value = value.strftime("%d.%m.%Y %H:%M:%S")
        if value is not None and value is not False:
            values[field.html_name] = value
    return {**values, **changes}


def test_new_campaign_is_offered_dates_and_leads_to_its_desk(desk: Client) -> None:
    town = make_town("Aue", population=4_000)
    path = reverse("campaigns_setup:add")
    answer = desk.post(
        path,
        filled(desk, path, title="Blick 2027", slug="blick-2027", size_bounds="5.000, 20 000", towns=[town.pk]),
        follow=True,
    )
    campaign = Campaign.objects.get(slug="blick-2027")
    assert answer.redirect_chain[-1][0] == reverse("campaigns_desk", args=["blick-2027"])
    assert campaign.size_bounds == [5000, 20000]
    assert list(campaign.towns.all()) == [town]
    assert timezone.localtime(campaign.voting_closes).strftime("%a %H:%M") == "Sun 23:59"
    assert campaign.consent_texts.count() == len(ConsentKind)
    assert answer.context["missing"], "a campaign without a page is not ready"


@pytest.mark.parametrize("bounds", ["", "5000, 3000", "viele", "-5", "0, 5"])
def test_bounds_that_do_not_rise_are_refused_in_words(desk: Client, bounds: str) -> None:
    path = reverse("campaigns_setup:add")
    answer = desk.post(path, filled(desk, path, title="B", slug="b", size_bounds=bounds))
    assert answer.status_code == 200
    assert "size_bounds" in answer.context["form"].errors
    assert not Campaign.objects.exists()


def test_impossible_dates_are_refused_beside_their_field(desk: Client) -> None:
    path = reverse("campaigns_setup:add")
    answer = desk.post(path, filled(desk, path, title="B", slug="b", voting_closes="2020-01-01 10:00"))
    assert "muss nach „Abstimmung beginnt“ liegen" in str(answer.context["form"].errors["voting_closes"])


def test_unusual_dates_are_stored_and_named(desk: Client) -> None:
    path = reverse("campaigns_setup:add")
    values = filled(desk, path, title="B", slug="b")
    opens = datetime.strptime(values["voting_opens"], "%d.%m.%Y %H:%M:%S").replace(tzinfo=BERLIN)
    values["voting_closes"] = (opens + timedelta(days=3, hours=12)).strftime("%d.%m.%Y %H:%M")
    page = desk.post(path, values, follow=True).content.decode()
    assert Campaign.objects.filter(slug="b").exists()
    assert "weniger als sieben Tage" in page


def test_districts_bring_all_their_towns(desk: Client) -> None:
    inside = [make_town(district="Kreis Nord", district_ags="16901") for _ in range(2)]
    make_town(district="Kreis Süd", district_ags="16902")
    campaign = running(Phase.ANNOUNCED)
    path = reverse("campaigns_setup:edit", args=[campaign.pk])
    desk.post(path, filled(desk, path, districts=["16901"]))
    assert set(campaign.towns.all()) == set(inside)
    event = AuditEvent.objects.get(action="campaigns.campaign.changed")
    assert event.changes["towns"] == ["", ", ".join(sorted(town.pk for town in inside))]


def test_town_with_photos_cannot_be_left_out(office: User) -> None:
    campaign = make_campaign(Phase.SUBMISSION)
    entry, other = make_entry(campaign), make_town("Anderswo")
    with pytest.raises(Refused) as refusal:
        actions.change_campaign(campaign=campaign, values={"towns": [other]}, by=office, now=NOW, note="Nur dort.")
    assert refusal.value.code == "town_has_entries"
    assert entry.municipality.name in str(refusal.value)
    assert not campaign.towns.exists()


def test_towns_are_fixed_once_voting_runs(office: User) -> None:
    campaign = make_campaign(Phase.VOTING)
    with pytest.raises(Refused) as refusal:
        actions.change_campaign(campaign=campaign, values={"towns": [make_town()]}, by=office, now=NOW, note="Doch.")
    assert refusal.value.code == "rule_fixed"


def test_end_of_voting_moves_in_the_admin_only_with_public_words(desk: Client) -> None:
    campaign = running(Phase.VOTING)
    path = reverse("campaigns_setup:edit", args=[campaign.pk])
    later = timezone.localtime(campaign.voting_closes + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    refused = desk.post(path, filled(desk, path, voting_closes=later))
    assert "Die Kampagne läuft. Bitte begründen Sie die Änderung" in refused.content.decode()
    assert not CampaignNotice.objects.exists()
    answer = desk.post(
        path, filled(desk, path, voting_closes=later, note="Der Server war einen Tag nicht da."), follow=True
    )
    assert CampaignNotice.objects.get().note == "Der Server war einen Tag nicht da."
    assert "Der Server war einen Tag nicht da." in answer.content.decode()


def test_nobody_can_delete_a_campaign(desk: Client) -> None:
    campaign = make_campaign()
    make_entry(campaign)
    assert desk.post(reverse("campaigns_setup:delete", args=[campaign.pk])).status_code in {302, 403, 404}
    assert Campaign.objects.filter(pk=campaign.pk).exists()


def test_checklist_says_what_is_missing_and_where(moderator: User, office: User) -> None:
    campaign = make_campaign(Phase.ANNOUNCED)
    make_town()
    items = {item.check: item for item in readiness(campaign)}
    assert set(items) == set(Readiness)
    assert {check for check, item in items.items() if not item.is_done} >= {Readiness.PAGE}
    assert items[Readiness.PEOPLE].is_done
    assert items[Readiness.CONSENTS].url == reverse("campaigns_consents", args=[campaign.slug])
    assert items[Readiness.PAGE].for_user(office).url == items[Readiness.PEOPLE].for_user(office).url == ""


def test_desk_names_whose_task_is_open_and_links_no_page_that_is_not_there(desk: Client) -> None:
    campaign = running(Phase.ANNOUNCED)
    page = desk.get(reverse("campaigns_desk", args=[campaign.slug])).content.decode()
    assert "fehlt noch – Redaktion" in page
    assert f'href="{campaign.get_absolute_url()}"' not in page
    opened = running(Phase.SUBMISSION, slug="eroeffnet")
    page = desk.get(reverse("campaigns_desk", args=[opened.slug])).content.decode()
    assert "Für Besuchende gibt es noch keine Seite" in page


def test_new_consent_version_is_shown_with_its_changes_before_it_is_stored(desk: Client, office: User) -> None:
    campaign = make_campaign(Phase.SUBMISSION)
    path = reverse("campaigns_consent_new", args=[campaign.slug, "contest"])
    preview = desk.post(path, {"text": NEW_WORDS, "step": "preview"})
    assert {piece.kind for piece in preview.context["pieces"]} == {"same", "gone", "new"}
    assert campaign.consent_texts.count() == len(ConsentKind)
    desk.post(path, {"text": NEW_WORDS, "step": "store"})
    old, new = campaign.consent_texts.filter(kind="contest").order_by("version")
    assert (new.version, new.text) == (2, NEW_WORDS)
    page = desk.get(reverse("campaigns_consents", args=[campaign.slug])).content.decode()
    assert old.text in page
    assert "Fassung 2" in page
    assert str(office) in page


@pytest.mark.parametrize("text", ["", "Kurz.", " " * 60])
def test_consent_text_that_says_nothing_is_refused(desk: Client, text: str) -> None:
    campaign = make_campaign()
    path = reverse("campaigns_consent_new", args=[campaign.slug, "contest"])
    assert desk.post(path, {"text": text, "step": "store"}).status_code == 422
    assert not ConsentText.objects.filter(version=2).exists()


def test_consent_text_that_already_holds_is_no_new_version(desk: Client) -> None:
    campaign = make_campaign()
    text = campaign.consent_texts.get(kind="contest").text
    path = reverse("campaigns_consent_new", args=[campaign.slug, "contest"])
    answer = desk.post(path, {"text": f"  {text} ", "step": "store"})
    assert "schon gilt" in str(answer.context["form"].errors["text"])


def test_copy_takes_over_rules_towns_and_words_but_no_entries(office: User) -> None:
    town = make_town()
    fields: dict[str, Any] = {"title": "Blick 2027", "slug": "blick-2027", "votes_per_voter": 5, "size_bounds": [7000]}
    campaign = make_campaign(Phase.RESULTS, **fields)
    campaign.towns.add(town)
    actions.add_consent_text(campaign=campaign, kind=ConsentKind.CONTEST, text=NEW_WORDS, by=office, now=NOW)
    make_entry(campaign, municipality=town)
    copied = actions.copy_campaign(campaign=campaign, by=office, now=NOW)
    assert (copied.title, copied.slug) == ("Blick 2028", "blick-2028")
    assert (copied.votes_per_voter, copied.size_bounds, list(copied.towns.all())) == (5, [7000], [town])
    assert (copied.results_published_at, copied.entries.exists()) == (None, False)
    assert copied.consent_texts.get(kind="contest").text == NEW_WORDS
    assert bytes(copied.vote_key.secret) != bytes(campaign.vote_key.secret)
    local = timezone.localtime
    assert local(copied.voting_closes).strftime("%a %H:%M") == local(campaign.voting_closes).strftime("%a %H:%M")
    assert copied.phase(NOW) == Phase.ANNOUNCED
    assert AuditEvent.objects.get(action="campaigns.campaign.copied").changes == {"from": [None, "blick-2027"]}
    again = actions.copy_campaign(campaign=campaign, by=office, now=NOW)
    assert again.slug == "blick-2028-2"


def test_copy_button_opens_the_form_to_check(desk: Client) -> None:
    campaign = running(Phase.RESULTS)
    answer = desk.post(reverse("campaigns_copy", args=[campaign.slug]))
    copied = Campaign.objects.exclude(pk=campaign.pk).get()
    assert answer.url == reverse("campaigns_setup:edit", args=[copied.pk])


def test_pages_of_setting_up_do_not_exist_for_others(client: Client, moderator: User) -> None:
    campaign = make_campaign()
    client.force_login(moderator)
    pass_second_factor(client, moderator)
    for name, more in (("campaigns_consents", []), ("campaigns_consent_new", ["contest"]), ("campaigns_copy", [])):
        assert client.post(reverse(name, args=[campaign.slug, *more])).status_code == 404
