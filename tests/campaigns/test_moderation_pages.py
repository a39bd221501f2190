"""The pages of the moderators' desk: undo, mail previews, text blocks, many at once, reports, decisions, settings."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from campaigns import actions, attention
from campaigns.enums import EntryState, People, Phase, ReasonKind, ReportReason
from campaigns.models import Campaign, Entry, EntryReport, HeldDecision, ReasonText
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.models import AuditEvent
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_user
from tests.campaigns.factories import committing, make_campaign, make_entry

pytestmark = pytest.mark.django_db
QUEUE = "/verwaltung/moderation/"


def enter(user: User) -> Client:
    client = Client()
    client.force_login(user)
    pass_second_factor(client, user)
    return client


@pytest.fixture
def anna(db: None) -> User:
    return make_user("anna@example.org", Role.MODERATOR, name="Anna A.")


@pytest.fixture
def bert(db: None) -> User:
    return make_user("bert@example.org", Role.MODERATOR, name="Bert B.")


@pytest.fixture
def desk(anna: User) -> Client:
    return enter(anna)


@pytest.fixture
def campaign(db: None) -> Campaign:
    return make_campaign(Phase.VOTING, now=timezone.now().replace(second=0, microsecond=0))


@pytest.fixture
def waiting(campaign: Campaign) -> Entry:
    return make_entry(campaign, EntryState.SUBMITTED, with_files=True, title="Wartendes Tor")


def decide(client: Client, entry: Entry, decision: str, query: str = "", **data: Any) -> Any:
    data = {"decision": decision, "revision": entry.revision, **data}
    return client.post(f"{QUEUE}{entry.code}/entscheiden/{query}", data)


# --- undo --------------------------------------------------------------------------------------------------


def test_decision_is_undone_on_the_next_page(desk: Client, waiting: Entry) -> None:
    decide(desk, waiting, "approve")
    page = desk.get(QUEUE).content.decode()
    held = HeldDecision.objects.get()
    assert f"/zurueck/{held.key}/" in page
    response = desk.post(f"{QUEUE}zurueck/{held.key}/", {"next": f"{QUEUE}?stand=submitted&hinweis=ohne"})
    assert response["Location"] == f"{QUEUE}{waiting.code}/?stand=submitted&hinweis=ohne"
    waiting.refresh_from_db()
    assert waiting.state == EntryState.SUBMITTED
    again = desk.post(f"{QUEUE}zurueck/{held.key}/", {"next": "https://example.com/"}, follow=True)
    assert again.redirect_chain == [(QUEUE, 302)]
    assert "ist es zu spät" in again.content.decode()


def test_nobody_else_sees_or_undoes_it(desk: Client, waiting: Entry, bert: User) -> None:
    decide(desk, waiting, "approve")
    other, held = enter(bert), HeldDecision.objects.get()
    assert str(held.key) not in other.get(QUEUE).content.decode()
    other.post(f"{QUEUE}zurueck/{held.key}/")
    waiting.refresh_from_db()
    assert waiting.state == EntryState.APPROVED


def test_pause_and_keys_are_the_moderators_choice(desk: Client, waiting: Entry) -> None:
    assert 'data-keys="on"' in desk.get(QUEUE).content.decode()
    desk.post(f"{QUEUE}einstellungen/", {"pause": "150"})
    assert 'data-keys="off"' in desk.get(QUEUE).content.decode()
    decide(desk, waiting, "approve")
    held = HeldDecision.objects.get()
    assert (held.release_at - held.decided_at).total_seconds() == 150


# --- words -------------------------------------------------------------------------------------------------


def test_mail_is_shown_before_it_is_sent(desk: Client, waiting: Entry) -> None:
    with committing():
        response = decide(desk, waiting, "preview_changes", verdict="Der Horizont kippt.")
    page = response.content.decode()
    assert (response.status_code, "Eine Bitte zu Ihrem Foto" in page) == (200, True)
    assert page.count("Der Horizont kippt.") == 2  # in the mail, and still in the field
    assert (waiting.author_email in page, mail.outbox, waiting.links.count()) == (False, [], 0)
    waiting.refresh_from_db()
    assert waiting.state == EntryState.SUBMITTED


def test_text_block_and_typed_words_are_joined(desk: Client, waiting: Entry) -> None:
    block = ReasonText.objects.filter(kind=ReasonKind.REJECT).first()
    assert block is not None
    decide(desk, waiting, "reject", block=block.pk, verdict="Schade!")
    waiting.refresh_from_db()
    assert waiting.verdict == f"{block.text}\n\nSchade!"


def test_foreign_text_block_is_no_reason(desk: Client, waiting: Entry) -> None:
    foreign = ReasonText.objects.create(kind=ReasonKind.REJECT, title="Fremd", text="Fremd.", campaign=make_campaign())
    assert decide(desk, waiting, "reject", block=foreign.pk).status_code == 409


def test_office_writes_text_blocks_moderators_do_not(desk: Client) -> None:
    office = enter(make_user("office@example.org", Role.OFFICE))
    words = {"kind": "reject", "title": "Zu spät", "text": "Das kam zu spät.", "language": "de", "position": "5"}
    assert office.post("/verwaltung/textbausteine/new/", words).status_code == 302
    block = ReasonText.objects.get(title="Zu spät")
    assert office.post(f"/verwaltung/textbausteine/edit/{block.pk}/", {**words, "text": "Zu spät."}).status_code == 302
    assert office.post(f"/verwaltung/textbausteine/delete/{block.pk}/").status_code == 302
    told = AuditEvent.objects.filter(action__startswith="campaigns.reason_text.").order_by("pk")
    assert [event.action.rpartition(".")[2] for event in told] == ["added", "changed", "deleted"]
    assert desk.get("/verwaltung/textbausteine/").status_code in {302, 403, 404}


# --- the way through the queue -----------------------------------------------------------------------------


def test_filters_stay_from_entry_to_entry(desk: Client, campaign: Campaign) -> None:
    one, two = (make_entry(campaign, EntryState.SUBMITTED, is_drone=True) for _number in range(2))
    make_entry(campaign, EntryState.SUBMITTED)
    response = decide(desk, one, "approve", f"?hinweis=drone&kampagne={campaign.slug}")
    expected = f"{QUEUE}{two.code}/?stand=submitted&kampagne={campaign.slug}&hinweis=drone"
    assert response["Location"] == expected
    assert desk.get(expected).context["place"] == 1


def test_next_is_rather_one_that_nobody_looks_at(desk: Client, campaign: Campaign, bert: User) -> None:
    one, busy, free = (make_entry(campaign, EntryState.SUBMITTED) for _number in range(3))
    attention.look_at(busy.pk, bert)
    page = desk.get(f"{QUEUE}{one.code}/")
    assert page.context["following"] == free
    assert "Bert B." in desk.get(QUEUE).content.decode()
    assert "Bert B." in desk.get(f"{QUEUE}{busy.code}/").content.decode()
    assert desk.post(f"{QUEUE}{busy.code}/ansehen/").json() == {"others": ["Bert B."]}


@pytest.mark.parametrize("query", ["?stand=nichts", "?kampagne=nichts"])
def test_unknown_state_or_campaign_does_not_exist(desk: Client, query: str) -> None:
    assert desk.get(f"{QUEUE}{query}").status_code == 404


def test_nonsense_in_filters_filters_nothing(desk: Client, waiting: Entry) -> None:
    response = desk.get(f"{QUEUE}?ort=abc&hinweis=quatsch&wer=niemand&seite=x")
    assert len(response.context["rows"]) == 1


def test_same_author_is_marked_without_the_address(desk: Client, campaign: Campaign, waiting: Entry) -> None:
    same = make_entry(campaign, dhash=waiting.dhash, author_key=waiting.author_key, author_slot=2)
    make_entry(campaign, dhash=waiting.dhash)
    response = desk.get(f"{QUEUE}{waiting.code}/")
    assert {other: is_same for other, _bits, _words, is_same in response.context["duplicates"]}[same]
    assert response.content.decode().count("von derselben Person") == 1


# --- many at once ------------------------------------------------------------------------------------------


def test_all_without_a_flag_are_approved_without_a_script(desk: Client, campaign: Campaign, waiting: Entry) -> None:
    flagged = make_entry(campaign, EntryState.SUBMITTED, people=People.UNASKED, title="Mit Menschen")
    seen = [f"{entry.code}:{entry.revision}" for entry in (waiting, flagged)]
    response = desk.post(f"{QUEUE}gemeinsam/", {"seen": seen, "all": "1"}, follow=True)
    assert ([one["code"] for one in response.context["approved"]], len(response.context["left"])) == ([waiting.code], 1)
    assert "Bitte sehen Sie ihn sich einzeln an" in response.content.decode()
    flagged.refresh_from_db()
    assert flagged.state == EntryState.SUBMITTED


def test_only_the_picked_ones_are_approved(desk: Client, campaign: Campaign, waiting: Entry) -> None:
    other = make_entry(campaign, EntryState.SUBMITTED)
    seen = [f"{entry.code}:{entry.revision}" for entry in (waiting, other)]
    desk.post(f"{QUEUE}gemeinsam/", {"seen": [*seen, "kaputt", "B-X:1x"], "pick": [other.code, "B-FREMD"]})
    assert set(Entry.objects.filter(state=EntryState.APPROVED)) == {other}


def test_nothing_picked_is_said(desk: Client) -> None:
    assert "keinen Beitrag ausgewählt" in desk.post(f"{QUEUE}gemeinsam/", follow=True).content.decode()


# --- reports and decisions ---------------------------------------------------------------------------------


def test_reported_entry_is_taken_down_from_the_list(desk: Client, campaign: Campaign) -> None:
    entry = make_entry(campaign, with_files=True, title="Gemeldeter Platz")
    actions.report_entry(entry=entry, reason=ReportReason.PERSON, message="Das bin ich", now=timezone.now())
    address = f"{QUEUE}{entry.code}/meldungen/"
    refused = desk.post(address, {"decision": "take_down", "words": "Danke für den Hinweis."})
    assert refused.status_code == 409
    assert "Danke für den Hinweis." in refused.content.decode()
    desk.post(address, {"decision": "take_down", "reason": "Bitte der abgebildeten Person."})
    entry.refresh_from_db()
    assert (entry.state, EntryReport.objects.get().closed_at is None) == (EntryState.TAKEN_DOWN, False)
    assert desk.post(address, {"decision": "verbrennen"}).status_code == 404


def test_reports_beyond_the_first_page_are_reached(
    desk: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("campaigns.views.moderation_reports.PER_PAGE", 2)
    for number in range(3):
        found = make_entry(campaign, with_files=True, title=f"Platz {number}")
        at = timezone.now() - timedelta(hours=3 - number)
        actions.report_entry(entry=found, reason=ReportReason.OTHER, message="Hm.", now=at)
    address = f"/verwaltung/moderation/meldungen/?kampagne={campaign.slug}"
    first = desk.get(address).content.decode()
    assert ("Platz 0" in first, "Platz 2" in first) == (True, False)
    assert f"?kampagne={campaign.slug}&amp;seite=2" in first
    assert "Platz 2" in desk.get(f"{address}&seite=2").content.decode()


def test_reports_are_dismissed_from_the_list(desk: Client, campaign: Campaign) -> None:
    entry = make_entry(campaign, title="Gemeldeter Platz")
    actions.report_entry(entry=entry, reason=ReportReason.PLACE, message="Falscher Ort", now=timezone.now())
    assert "Gemeldeter Platz" in desk.get(f"{QUEUE}meldungen/?kampagne={campaign.slug}").content.decode()
    desk.post(f"{QUEUE}{entry.code}/meldungen/", {"decision": "dismiss", "note": "Ort stimmt."})
    assert "Keine offene Meldung" in desk.get(f"{QUEUE}meldungen/").content.decode()
    assert EntryReport.objects.get().note == "Ort stimmt."


def test_decisions_are_listed_and_exported_without_authors(desk: Client, anna: User, waiting: Entry) -> None:
    actions.reject_entry(entry=waiting, by=anna, reason="=Zu dunkel", now=timezone.now())
    page = desk.get(f"{QUEUE}entscheidungen/?wer={anna.key}&was=reject").content.decode()
    assert ("Anna A." in page, "Wartendes Tor" in page) == (True, True)
    assert "keine Entscheidung" in desk.get(f"{QUEUE}entscheidungen/?was=approve").content.decode()
    response = desk.get(f"{QUEUE}entscheidungen/tabelle/")
    header, row = load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True)
    assert header[:4] == ("Zeitpunkt", "Wer", "Entscheidung", "Beitrag")
    assert row[1:4] == ("Anna A.", "abgelehnt", waiting.code)
    assert waiting.author_email not in str(row)
    assert waiting.author_email.encode() not in response.content


def test_dashboard_says_how_long_the_oldest_has_waited(desk: Client, waiting: Entry) -> None:
    assert "längste Wartezeit" in desk.get("/verwaltung/").content.decode()
