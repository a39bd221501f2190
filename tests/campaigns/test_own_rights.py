"""What an author may ask for at any time: a better photo, the data, a consent back, the link, to be forgotten."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from campaigns import actions, notices, photos, queries, tasks
from campaigns.enums import AgeBracket, ConsentKind, EntryState, LinkPurpose, Phase, PhotoState
from campaigns.management.commands.recount import _differences, _recounted
from campaigns.models import Ballot, Campaign, Consent, Entry, Vote
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.core.storages import private_storage, public_storage
from tests.campaigns.factories import (
    NOW,
    cast,
    committing,
    make_campaign,
    make_entry,
    path_from_mail,
    photo_file,
)
from tests.campaigns.today import at, running

pytestmark = pytest.mark.django_db
EMAIL = "entrant@example.org"


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.SUBMISSION)


@pytest.fixture
def mine(campaign: Campaign) -> Entry:
    """An entry that waits for the moderators, with files and consents, straight into the database."""
    entry = make_entry(campaign, EntryState.SUBMITTED, with_files=True, author_email=EMAIL)
    consent_to(entry, *ConsentKind)
    return entry


def consent_to(entry: Entry, *kinds: ConsentKind) -> None:
    texts = queries.current_consent_texts(entry.campaign)
    for kind in kinds:
        entry.consents.create(text=texts[kind], given_at=NOW)


def link_to(entry: Entry, purpose: LinkPurpose = LinkPurpose.AUTHOR) -> str:
    return notices.new_link(entry, purpose, NOW)


def stored(entry: Entry) -> list[str]:
    return [name for name in photos.private_names(entry) if private_storage.exists(name)]


# --- another photo ---


def test_replace_keeps_code_and_words_and_deletes_the_old_files(mine: Entry) -> None:
    old, words = photos.private_names(mine), (mine.code, mine.title, mine.author_email)
    Entry.objects.filter(pk=mine.pk).update(latitude=51.0, longitude=11.0)
    with committing():
        actions.replace_photo(entry=mine, photo=photo_file(31), now=timezone.now())
    mine.refresh_from_db()
    assert (mine.code, mine.title, mine.author_email) == words
    assert (mine.state, mine.photo_state, mine.width, mine.latitude) == ("submitted", PhotoState.READY, 1600, None)
    assert not any(private_storage.exists(name) for name in old)
    assert len(stored(mine)) == 1 + len(photos.SIZES)
    event = queries.history_of(mine).get()
    assert (event.action, event.changes) == ("campaigns.entry.photo_replaced", {"photo": [1, 2]})


def test_replace_by_the_same_photo_changes_nothing(mine: Entry) -> None:
    with committing():
        actions.replace_photo(entry=mine, photo=photo_file(32), now=timezone.now())
        revision = mine.revision
        actions.replace_photo(entry=mine, photo=photo_file(32), now=timezone.now())
    mine.refresh_from_db()
    assert mine.revision == revision
    assert queries.photo_number(mine) == 2


def test_replace_by_a_photo_that_takes_part_is_refused(campaign: Campaign, mine: Entry) -> None:
    started = actions.start_entry(campaign=campaign, photo=photo_file(33), now=timezone.now())
    make_entry(campaign, EntryState.SUBMITTED, sha256=started.entry.sha256)
    with pytest.raises(Refused) as refused:
        actions.replace_photo(entry=mine, photo=photo_file(33), now=timezone.now())
    assert refused.value.code == "duplicate_photo"
    assert len(stored(mine)) == 1 + len(photos.SIZES)


@pytest.mark.parametrize("state", [EntryState.APPROVED, EntryState.REJECTED, EntryState.WITHDRAWN])
def test_replace_after_the_decision_is_refused(campaign: Campaign, state: EntryState) -> None:
    entry = make_entry(campaign, state)
    with pytest.raises(Refused) as refused:
        actions.replace_photo(entry=entry, photo=photo_file(34), now=timezone.now())
    assert refused.value.code == "not_editable"


def test_replaced_while_the_old_photo_is_decoded_keeps_the_new_one(mine: Entry, monkeypatch: Any) -> None:
    Entry.objects.filter(pk=mine.pk).update(photo_state=PhotoState.PENDING)
    real = tasks.process_photo

    def slow(path: str) -> Any:
        made = real(path)
        Entry.objects.filter(pk=mine.pk).update(original="beitraege/ne/neu.jpg")
        return made

    monkeypatch.setattr(tasks, "process_photo", slow)
    tasks.process_entry_photo.call(mine.pk)
    old = mine
    mine.refresh_from_db()
    assert (mine.original, mine.photo_state) == ("beitraege/ne/neu.jpg", PhotoState.PENDING)
    assert not any(private_storage.exists(old.private_rendition(width, ext)) for width, ext in photos.SIZES)


@pytest.fixture
def agreed(campaign: Campaign) -> Entry:
    """A minor's entry whose guardian agreed to the two consents that are needed."""
    guardian = {"guardian_email": "eltern@example.org", "guardian_confirmed_at": NOW, "guardian_name": "Gerda Groß"}
    entry = make_entry(campaign, EntryState.SUBMITTED, age=AgeBracket.MINOR, with_files=True, **guardian)
    for kind, text in queries.current_consent_texts(campaign).items():
        if kind != ConsentKind.OPEN_LICENCE:
            Consent.objects.create(entry=entry, text=text, given_at=NOW)
    return entry


def test_a_minor_cannot_go_further_than_the_guardian_agreed(agreed: Entry) -> None:
    with committing():
        actions.give_consent(entry=agreed, kind=ConsentKind.OPEN_LICENCE, now=timezone.now())
    agreed.refresh_from_db()
    assert (agreed.guardian_confirmed_at, agreed.guardian_name) == (None, "")
    assert mail.outbox[-1].to == ["eltern@example.org"]


def test_after_the_release_a_minor_gives_no_further_consent(agreed: Entry) -> None:
    Entry.objects.filter(pk=agreed.pk).update(state=EntryState.APPROVED)
    agreed.refresh_from_db()
    with pytest.raises(Refused) as refused:
        actions.give_consent(entry=agreed, kind=ConsentKind.OPEN_LICENCE, now=timezone.now())
    assert refused.value.code == "consent_too_late"
    assert ConsentKind.OPEN_LICENCE not in queries.consents_of(agreed)


@pytest.mark.parametrize("further", [True, False])
def test_declaring_again_asks_the_guardian_only_for_more(agreed: Entry, further: bool) -> None:
    consents = set(queries.consents_of(agreed)) | ({ConsentKind.OPEN_LICENCE} if further else set())
    same: dict[str, Any] = {"people": agreed.people, "is_drone": False, "age": agreed.age, "owns_rights": True}
    with committing():
        actions.declare(
            entry=agreed, consents=consents, guardian_email=agreed.guardian_email, now=timezone.now(), **same
        )
    agreed.refresh_from_db()
    assert (agreed.guardian_confirmed_at is None) == further
    assert len(mail.outbox) == further


def test_replaced_photo_of_a_minor_needs_the_guardian_anew(campaign: Campaign) -> None:
    guardian = {"guardian_email": "eltern@example.org", "guardian_confirmed_at": NOW, "guardian_name": "Gerda Groß"}
    entry = make_entry(campaign, EntryState.SUBMITTED, age=AgeBracket.MINOR, with_files=True, **guardian)
    with committing():
        actions.replace_photo(entry=entry, photo=photo_file(36), now=timezone.now())
    entry.refresh_from_db()
    assert (entry.guardian_confirmed_at, entry.guardian_name) == (None, "")
    assert mail.outbox[-1].to == ["eltern@example.org"]


def test_replace_by_the_page(client: Client, campaign: Campaign, mine: Entry) -> None:
    token = link_to(mine)
    url = at("replace", campaign, token)
    assert "Foto ersetzen" in client.get(url).content.decode()
    assert client.post(url, {}).status_code == 422
    with committing():
        response = client.post(url, {"camera": photo_file(35)})
    assert response["Location"] == at("own", campaign, token)
    assert "Foto ersetzt" in client.get(at("own", campaign, token)).content.decode()


def test_resubmit_with_an_unreadable_photo_is_refused(campaign: Campaign) -> None:
    entry = make_entry(campaign, EntryState.CHANGES_REQUESTED, photo_state=PhotoState.REFUSED)
    with pytest.raises(Refused) as refused:
        actions.resubmit_entry(entry=entry, now=timezone.now())
    assert refused.value.code == "photo_refused"


# --- voluntary consents ---


def test_voluntary_consent_taken_back_and_given_again(client: Client, campaign: Campaign, mine: Entry) -> None:
    token = link_to(mine)
    url = at("own_consent", campaign, token)
    assert client.get(url).status_code == 405
    client.post(url, {"art": "open_licence", "gilt": "nein"})
    assert set(queries.consents_of(mine)) == {ConsentKind.CONTEST, ConsentKind.MUNICIPALITY}
    client.post(url, {"art": "open_licence", "gilt": "ja"})
    assert set(queries.consents_of(mine)) == set(ConsentKind)
    assert mine.consents.filter(text__kind="open_licence").count() == 2
    done = AuditEvent.objects.filter(action__contains="consent_").order_by("pk")
    assert [event.action for event in done] == ["campaigns.entry.consent_revoked", "campaigns.entry.consent_given"]


def test_required_consent_is_not_taken_back_alone(mine: Entry) -> None:
    with pytest.raises(Refused) as refused:
        actions.revoke_consent(entry=mine, kind=ConsentKind.MUNICIPALITY, now=NOW)
    assert refused.value.code == "consent_needed"
    assert set(queries.consents_of(mine)) == set(ConsentKind)


def test_consent_of_an_unknown_kind_is_not_found(client: Client, campaign: Campaign, mine: Entry) -> None:
    assert client.post(at("own_consent", campaign, link_to(mine)), {"art": "alles", "gilt": "ja"}).status_code == 404


# --- taking the data along ---


def test_archive_holds_data_photo_sizes_and_consents(client: Client, campaign: Campaign, mine: Entry) -> None:
    response = client.get(at("own_archive", campaign, link_to(mine)))
    packed = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    names = {name.removeprefix(f"{mine.code}/") for name in packed.namelist()}
    sizes = {f"{width}.{ext}" for width, ext in photos.SIZES}
    consents = {f"einwilligung-{kind.value}-1.txt" for kind in ConsentKind}
    assert names == {"angaben.json", "original.jpg", *sizes, *consents}
    told = json.loads(packed.read(f"{mine.code}/angaben.json"))
    assert (told["author_email"], told["title"]) == (EMAIL, mine.title)
    assert response["Cache-Control"].count("no-store") == 1


# --- „Alles löschen“ ---


def test_erase_asks_first_then_leaves_nothing_personal(client: Client, campaign: Campaign, mine: Entry) -> None:
    token, names = link_to(mine), photos.private_names(mine)
    url = at("erase", campaign, token)
    assert mine.code in client.get(url).content.decode()
    assert client.post(url, {}).status_code == 422
    with committing():
        response = client.post(url, {"is_sure": "on"})
    assert response["Location"] == at("erased", campaign)
    assert client.get(response["Location"]).status_code == 200
    left = Entry.objects.get(pk=mine.pk)
    assert (left.code, left.state, left.municipality) == (mine.code, EntryState.WITHDRAWN, mine.municipality)
    values = [getattr(left, name) for name in ("title", "reason", "description", "place", "author_email", "author_key")]
    assert (values, left.author_name, left.sha256, left.dhash) == ([""] * 6, "", "", None)
    assert not any(private_storage.exists(name) for name in names)
    assert client.get(at("own", campaign, token)).status_code == 404


def test_erase_of_a_public_entry_hides_it_at_once_and_keeps_its_votes(town: Any) -> None:
    voting = running(Phase.VOTING)
    entry, other = make_entry(voting, with_files=True), make_entry(voting)
    cast(voting, "voter@example.org", entry, other, now=timezone.now())
    url = entry.rendition_url(480)
    with committing():
        actions.erase_entry(entry=entry, now=timezone.now())
    entry.refresh_from_db()
    assert (entry.is_public, Vote.objects.filter(entry=entry).count()) == (False, 1)
    assert not public_storage.exists(url.removeprefix("/medien/"))
    assert [found.code for found in queries.gallery_page(
        campaign=voting, filters=queries.Filters(), seed=1, page=1
    ).entries] == [other.code]  # fmt: skip
    with pytest.raises(Refused):
        actions.erase_entry(entry=entry, now=timezone.now())


def test_erase_after_the_result_leaves_place_and_votes_but_no_title(counting: Campaign, office: User) -> None:
    entry = make_entry(counting, title="Am Haus von Erika")
    ballot = Ballot.objects.create(campaign=counting, voter_key="0" * 64, receipt="Q-TEST-0001", cast_at=NOW)
    Vote.objects.create(ballot=ballot, entry=entry, slot=1, slots=3)
    result = actions.publish_results(campaign=counting, by=office, now=NOW)
    actions.erase_entry(entry=entry, now=NOW)
    with public_storage.open(result.count_file) as file:
        text = file.read().decode()
    snapshot = queries.published_result(counting).snapshot
    assert _differences(_recounted(text, snapshot), snapshot) == []
    (line,) = snapshot["entries"]
    assert (line["code"], line["title"], line["votes"]) == (entry.code, "Gelöschter Beitrag", 1)


# --- „Link vergessen?“ ---


def test_find_links_mails_all_entries_of_the_address(client: Client, campaign: Campaign) -> None:
    key = author_key_of(campaign, EMAIL)
    entries = [make_entry(campaign, author_email=EMAIL, author_key=key, author_slot=slot) for slot in (1, 2)]
    make_entry(campaign, author_email="rival@example.org")
    with committing():
        response = client.post(at("find_links", campaign), {"email": " Entrant@example.org "})
    assert response["Location"] == at("links_sent", campaign)
    (message,) = mail.outbox
    assert message.to == ["Entrant@example.org"]
    assert all(entry.code in message.body for entry in entries)
    assert client.get(path_from_mail("Entrant@example.org", "mein-beitrag")).status_code == 200


def author_key_of(campaign: Campaign, email: str) -> str:
    from campaigns.actions.keys import vote_secret
    from campaigns.domain.addresses import author_key

    return author_key(email, vote_secret(campaign, NOW))


def test_find_links_answers_a_stranger_alike_and_mails_nothing(client: Client, campaign: Campaign, mine: Entry) -> None:
    with committing():
        response = client.post(at("find_links", campaign), {"email": "nobody@example.org"})
    assert response["Location"] == at("links_sent", campaign)
    assert mail.outbox == []


def test_find_links_after_the_key_is_destroyed_goes_by_the_address(mine: Entry) -> None:
    from campaigns.models import VoteKey

    VoteKey.objects.update_or_create(
        campaign=mine.campaign, defaults={"secret": None, "destroyed_at": NOW, "created_at": NOW}
    )
    with committing():
        actions.send_own_links(campaign=mine.campaign, email=EMAIL, now=NOW)
    assert mine.code in mail.outbox[-1].body


def test_find_links_is_limited(client: Client, campaign: Campaign) -> None:
    answers = [client.post(at("find_links", campaign), {"email": EMAIL}).status_code for _try in range(6)]
    assert answers == [302] * 5 + [422]


# --- how many more ---


def test_entries_left_counts_the_living(campaign: Campaign) -> None:
    entry = make_entry(campaign, author_key="k" * 64, author_slot=1)
    make_entry(campaign, EntryState.WITHDRAWN, author_key="k" * 64, author_slot=None)
    assert queries.entries_left(entry) == 2
    make_entry(campaign, EntryState.SUBMITTED, author_key="k" * 64, author_slot=2)
    assert queries.entries_left(entry) == 1


# --- guardians ---


@pytest.fixture
def young(campaign: Campaign) -> Entry:
    return make_entry(
        campaign,
        EntryState.SUBMITTED,
        age=AgeBracket.MINOR,
        guardian_email="eltern@example.org",
        guardian_asked_at=NOW,
        author_email=EMAIL,
    )


def test_guardian_is_reminded_once_after_three_days(young: Entry) -> None:
    assert actions.look_after_guardians(now=NOW + timedelta(days=2)) == (0, 0)
    with committing():
        assert actions.look_after_guardians(now=NOW + timedelta(days=3)) == (1, 0)
    assert actions.look_after_guardians(now=NOW + timedelta(days=4)) == (0, 0)
    assert [message.to for message in mail.outbox] == [["eltern@example.org"]]
    assert "/zustimmung/" in mail.outbox[0].body


def test_guardian_who_never_answers_ends_the_entry(young: Entry) -> None:
    with committing():
        assert actions.look_after_guardians(now=NOW + timedelta(days=14)) == (0, 1)
    young.refresh_from_db()
    assert (young.state, young.guardian_email, young.author_slot) == (EntryState.WITHDRAWN, "", None)
    assert mail.outbox[-1].to == [EMAIL]
    assert "innerhalb von 14 Tagen" in mail.outbox[-1].body


def test_guardian_who_agreed_is_left_alone(young: Entry) -> None:
    actions.confirm_guardian(entry=young, name="Gerda Groß", now=NOW + timedelta(days=2))
    assert actions.look_after_guardians(now=NOW + timedelta(days=20)) == (0, 0)


# --- the checklist ---


def test_checklist_names_what_is_open(campaign: Campaign) -> None:
    entry = make_entry(
        campaign, EntryState.SUBMITTED, people="agreed", shows_children=True, is_drone=True, drone_cleared=True
    )
    consent_to(entry, ConsentKind.CONTEST, ConsentKind.MUNICIPALITY)
    settled = {item.label: item.is_settled for item in queries.checklist_of(entry)}
    assert settled == {
        "Menschen auf dem Foto": True,
        "Kinder auf dem Foto": False,
        "Drohne": True,
        "Alter": None,
        "Rechte am Foto": True,
        "Im Wettbewerb zeigen": True,
        "Der Kommune überlassen": True,
        "Offene Lizenz CC BY 4.0": None,
    }


# --- what is forgotten by itself ---


def test_retention_forgets_drafts_guardians_and_authors(moderator: User) -> None:
    from campaigns.actions import forgetting

    over = make_campaign(Phase.RESULTS)
    shown = make_entry(over, author_name="Erika", guardian_email="g@example.org", guardian_name="G", with_files=True)
    rejected = make_entry(over, EntryState.REJECTED, with_files=True)
    draft = make_entry(over, EntryState.DRAFT, with_files=True, created_at=NOW - timedelta(days=8))
    link_to(shown)
    assert forgetting.delete_drafts(NOW - timedelta(days=2)) == 0
    with committing():
        assert forgetting.delete_drafts(NOW) == 1
        assert not Entry.objects.filter(pk=draft.pk).exists()
        assert forgetting.forget_guardians(NOW) == 0
        assert forgetting.forget_guardians(over.results_at + timedelta(days=31)) == 1
        assert forgetting.forget_authors(over.results_at + timedelta(days=181)) == 2
        assert forgetting.forget_authors(over.results_at + timedelta(days=182)) == 0
    shown.refresh_from_db()
    assert (shown.author_name, shown.author_email, shown.guardian_name, shown.is_public) == ("Erika", "", "", True)
    assert not shown.links.exists()
    assert stored(shown)
    names = photos.private_names(rejected)
    rejected.refresh_from_db()
    assert (rejected.title, rejected.author_email, rejected.erased_at is not None) == ("", "", True)
    assert not any(private_storage.exists(name) for name in names)
    assert not private_storage.exists(draft.original)
