"""Handing in: each step, each refusal, nothing lost and nothing stored that was not agreed to."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from campaigns import actions, tasks
from campaigns.enums import AgeBracket, ConsentKind, EntryState, LinkPurpose, People, PhotoState
from campaigns.models import Campaign, ConsentText, Entry, EntryLink
from campaigns.queries import entry_by_link, nearest_town, suggestion_for
from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.core.storages import private_storage
from cms.places.models import Municipality
from tests.campaigns.factories import (
    NOW,
    code_from_mail,
    committing,
    consents_given,
    draft_entry,
    make_campaign,
    make_entry,
    make_town,
    path_from_mail,
    photo_file,
    submit_entry,
)

pytestmark = pytest.mark.django_db
CONSENTS = [ConsentKind.CONTEST, ConsentKind.MUNICIPALITY]


def start(campaign: Campaign, seed: int = 1, now: Any = NOW) -> actions.Started:
    with committing():
        return actions.start_entry(campaign=campaign, photo=photo_file(seed), now=now)


def describe(entry: Entry, town: Municipality, **values: Any) -> Entry:
    texts = {"place": "Markt", "title": "Blick", "reason": "Weil.", "description": "Platz.", "now": NOW}
    return actions.describe_entry(entry=entry, municipality=town, **{**texts, **values})


def declare(entry: Entry, **values: Any) -> Entry:
    answers: dict[str, Any] = {
        "people": People.NOBODY,
        "is_drone": False,
        "age": AgeBracket.ADULT,
        "owns_rights": True,
        "consents": CONSENTS,
        "now": NOW,
    }
    return actions.declare(entry=entry, **{**answers, **values})


def test_start_stores_the_upload_privately_once(submission: Campaign) -> None:
    entry, token = start(submission)
    entry.refresh_from_db()
    assert (entry.state, entry.photo_state, entry.is_public) == (EntryState.DRAFT, PhotoState.READY, False)
    assert (entry.width, entry.height, entry.original_format) == (1600, 1200, "JPEG")
    with private_storage.open(entry.original) as stored:
        assert stored.read() == photo_file(1).read()
    assert "IMG_0815" not in entry.original
    assert entry_by_link(submission, token, LinkPurpose.AUTHOR) == entry
    assert Entry.objects.count() == 1


def test_start_keeps_only_the_digest_of_the_token(submission: Campaign) -> None:
    _entry, token = start(submission)
    assert not EntryLink.objects.filter(digest__contains=token).exists()


def test_link_of_another_purpose_or_campaign_opens_nothing(submission: Campaign) -> None:
    _entry, token = start(submission)
    for campaign, value, purpose in (
        (submission, token, LinkPurpose.GUARDIAN),
        (make_campaign(), token, LinkPurpose.AUTHOR),
        (submission, token[:-1], LinkPurpose.AUTHOR),
    ):
        with pytest.raises(Http404):
            entry_by_link(campaign, value, purpose)


@pytest.mark.parametrize("days, code", [(-11, "submission_not_open"), (10, "submission_closed")])
def test_start_outside_the_phase_is_refused_and_stores_nothing(submission: Campaign, days: int, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        start(submission, now=NOW + timedelta(days=days))
    assert refusal.value.code == code
    assert not Entry.objects.exists()


def test_start_with_no_photo_is_refused_in_words(submission: Campaign) -> None:
    with pytest.raises(Refused) as refusal:
        actions.start_entry(campaign=submission, photo=SimpleUploadedFile("foto.jpg", b"<svg></svg>"), now=NOW)
    assert refusal.value.field == "photo"
    assert not Entry.objects.exists()


def test_start_with_a_photo_that_takes_part_is_refused(submission: Campaign) -> None:
    entry = submit_entry(submission)
    with pytest.raises(Refused) as refusal:
        start(submission)
    assert (refusal.value.code, refusal.value.field) == ("duplicate_photo", "photo")
    actions.withdraw_entry(entry=entry, now=NOW)
    start(submission)


def test_start_twice_by_double_click_lets_only_one_count(submission: Campaign) -> None:
    first, second = draft_entry(submission), draft_entry(submission)
    for entry, email in ((first, "a@example.org"), (second, "b@example.org")):
        with committing():
            actions.send_confirmation_code(entry=entry, name="", email=email, now=NOW)
    actions.confirm_entry(entry=first, code=code_from_mail("a@example.org"), now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.confirm_entry(entry=second, code=code_from_mail("b@example.org"), now=NOW)
    assert refusal.value.code == "duplicate_photo"


def test_photo_damaged_inside_is_refused_before_the_code_is_sent(submission: Campaign, town: Municipality) -> None:
    whole = photo_file(9).read()
    broken = whole[: len(whole) // 2]
    with committing():
        entry, _token = actions.start_entry(campaign=submission, photo=BytesIO(broken), now=NOW)
    entry.refresh_from_db()
    assert entry.photo_state == PhotoState.REFUSED
    declare(describe(entry, town))
    with pytest.raises(Refused) as refused:
        actions.send_confirmation_code(entry=entry, name="", email="a@example.org", now=NOW)
    assert refused.value.code == "photo_refused"


def test_camera_notes_are_offered_and_not_stored(submission: Campaign) -> None:
    entry, _token = start(submission)
    entry.refresh_from_db()
    suggestion = suggestion_for(entry)
    assert suggestion is not None
    assert (suggestion.latitude, suggestion.longitude) == (51.09, 11.62)
    assert suggestion.taken_at is not None
    assert (entry.latitude, entry.longitude, entry.taken_at) == (None, None, None)


def test_camera_notes_are_stored_when_the_author_agrees(submission: Campaign, town: Municipality) -> None:
    entry, _token = start(submission)
    describe(entry, town, latitude=51.09, longitude=11.62)
    assert (entry.latitude, entry.longitude) == (51.09, 11.62)


def test_nearest_town_is_an_eligible_one() -> None:
    campaign = make_campaign(max_population=10_000)
    near = make_town("Nah", latitude=51.1, longitude=11.6)
    make_town("Zu groß", population=90_000, latitude=51.09, longitude=11.62)
    make_town("Fern", latitude=50.3, longitude=10.1)
    assert nearest_town(campaign, 51.09, 11.62) == near
    assert nearest_town(campaign, 48.0, 8.0) is None


def test_describe_freezes_the_size_class(submission: Campaign) -> None:
    town = make_town(population=12_000)
    entry = make_entry(submission, EntryState.DRAFT, municipality=None)
    describe(entry, town)
    town.population = 99_000
    town.save()
    entry.refresh_from_db()
    assert (entry.size_class, entry.size_class_label) == (1, "5.001 bis 15.000")


def test_describe_for_a_town_that_takes_no_part_is_refused(town: Municipality) -> None:
    entry = make_entry(make_campaign(max_population=5_000), EntryState.DRAFT)
    with pytest.raises(Refused) as refusal:
        describe(entry, town)
    assert (refusal.value.code, refusal.value.field) == ("town_not_eligible", "municipality")


def test_describe_after_the_deadline_is_refused_and_changes_nothing(submission: Campaign, town: Municipality) -> None:
    entry = make_entry(submission, EntryState.DRAFT, title="Alt")
    with pytest.raises(Refused) as refusal:
        describe(entry, town, title="Neu", now=submission.submission_closes)
    assert refusal.value.code == "submission_closed"
    entry.refresh_from_db()
    assert entry.title == "Alt"


@pytest.mark.parametrize(
    "answers, code, field",
    [
        ({"owns_rights": False}, "rights_missing", "owns_rights"),
        ({"consents": [ConsentKind.CONTEST]}, "consent_missing", "consents"),
        ({"age": AgeBracket.MINOR}, "guardian_missing", "guardian_email"),
    ],
)
def test_declare_refuses_with_the_field(submission: Campaign, answers: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        declare(make_entry(submission, EntryState.DRAFT), **answers)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_declare_stores_each_consent_with_its_words(submission: Campaign, office: User) -> None:
    entry = declare(make_entry(submission, EntryState.DRAFT), consents=list(ConsentKind))
    assert consents_given(entry) == set(ConsentKind)
    declare(entry)
    assert consents_given(entry) == set(CONSENTS)
    assert entry.consents.filter(revoked_at=NOW).get().text.kind == ConsentKind.OPEN_LICENCE
    newer = actions.add_consent_text(
        campaign=submission, kind=ConsentKind.CONTEST, text="Neuer Wortlaut", by=office, now=NOW
    )
    declare(entry)
    assert (
        ConsentText.objects.filter(given__entry=entry, given__revoked_at=None, kind=ConsentKind.CONTEST).get() == newer
    )


def test_confirmation_needs_everything_before(submission: Campaign, town: Municipality) -> None:
    entry, _token = start(submission)
    entry.refresh_from_db()

    def ask() -> str:
        with pytest.raises(Refused) as refusal:
            actions.send_confirmation_code(entry=entry, name="", email="a@example.org", now=NOW)
        return refusal.value.code

    assert ask() == "place_missing"
    describe(entry, town)
    assert ask() == "answers_missing"
    declare(entry)
    actions.send_confirmation_code(entry=entry, name="", email="a@example.org", now=NOW)
    assert entry.state == EntryState.UNCONFIRMED


@pytest.mark.parametrize("email", ["keine", "a@b", "a b@example.org"])
def test_confirmation_refuses_a_malformed_address(submission: Campaign, email: str) -> None:
    with pytest.raises(Refused) as refusal:
        actions.send_confirmation_code(entry=draft_entry(submission), name="", email=email, now=NOW)
    assert (refusal.value.code, refusal.value.field) == ("address_malformed", "email")


def test_confirmation_by_a_wrong_code_is_refused_and_costs_a_try(submission: Campaign) -> None:
    entry = draft_entry(submission)
    with committing():
        actions.send_confirmation_code(entry=entry, name="", email="a@example.org", now=NOW)
    code = code_from_mail("a@example.org")
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for expected in ["code_wrong"] * 4 + ["code_exhausted"]:
        with pytest.raises(Refused) as refusal:
            actions.confirm_entry(entry=entry, code=wrong, now=NOW)
        assert (refusal.value.code, refusal.value.field) == (expected, "code")
    with pytest.raises(Refused):
        actions.confirm_entry(entry=entry, code=code, now=NOW)
    entry.refresh_from_db()
    assert entry.state == EntryState.UNCONFIRMED


def test_confirmation_after_ten_minutes_is_refused(submission: Campaign) -> None:
    entry = draft_entry(submission)
    with committing():
        actions.send_confirmation_code(entry=entry, name="", email="a@example.org", now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.confirm_entry(entry=entry, code=code_from_mail("a@example.org"), now=NOW + timedelta(minutes=11))
    assert refusal.value.code == "code_expired"


def test_confirmation_when_the_deadline_passes_between_code_and_answer(submission: Campaign) -> None:
    entry = draft_entry(submission)
    late = submission.submission_closes
    with committing():
        actions.send_confirmation_code(entry=entry, name="", email="a@example.org", now=late - timedelta(minutes=1))
    with pytest.raises(Refused) as refusal:
        actions.confirm_entry(entry=entry, code=code_from_mail("a@example.org"), now=late)
    assert refusal.value.code == "submission_closed"


def test_confirmed_entry_waits_for_moderators_and_its_link_works(submission: Campaign) -> None:
    entry = submit_entry(submission)
    assert (entry.state, entry.confirmed_at, entry.author_slot) == (EntryState.SUBMITTED, NOW, 1)
    token = path_from_mail("entrant@example.org", "mein-beitrag").split("/")[-2]
    assert entry_by_link(submission, token, LinkPurpose.AUTHOR) == entry


def test_confirm_twice_is_refused(submission: Campaign) -> None:
    entry = submit_entry(submission)
    with pytest.raises(Refused) as refusal:
        actions.confirm_entry(entry=entry, code="123456", now=NOW)
    assert refusal.value.code == "somebody_faster"


def test_entries_per_person_hold_for_all_spellings_of_an_address() -> None:
    campaign = make_campaign(entries_per_person=2)
    submit_entry(campaign, "anna@gmail.com", seed=1)
    second = submit_entry(campaign, "An.Na@gmail.com", seed=2)
    with pytest.raises(Refused) as refusal:
        submit_entry(campaign, "anna+x@googlemail.com", seed=3)
    assert (refusal.value.code, "2" in refusal.value.message) == ("too_many_of_person", True)
    actions.withdraw_entry(entry=second, now=NOW)
    submit_entry(campaign, "anna@gmail.com", seed=4)


def test_entries_per_town_hold(town: Municipality) -> None:
    campaign = make_campaign(entries_per_town=1)
    submit_entry(campaign, "a@example.org", seed=1, town=town)
    with pytest.raises(Refused) as refusal:
        submit_entry(campaign, "b@example.org", seed=2, town=town)
    assert refusal.value.code == "too_many_of_town"
    moving = submit_entry(campaign, "c@example.org", seed=3)
    with pytest.raises(Refused) as refused:
        describe(moving, town)
    assert refused.value.code == "too_many_of_town"


def test_minor_waits_for_the_guardian(submission: Campaign, moderator: User) -> None:
    entry = submit_entry(submission, age=AgeBracket.MINOR, guardian_email="eltern@example.org")
    with pytest.raises(Refused) as refusal:
        actions.approve_entry(entry=entry, by=moderator, now=NOW)
    assert refusal.value.code == "guardian_unconfirmed"
    token = path_from_mail("eltern@example.org", "zustimmung").split("/")[-2]
    found = entry_by_link(submission, token, LinkPurpose.GUARDIAN)
    actions.confirm_guardian(entry=found, name="Ina Eltern", now=NOW)
    with pytest.raises(Refused):
        actions.confirm_guardian(entry=found, name="Noch einmal", now=NOW)
    entry.refresh_from_db()
    assert (entry.guardian_name, entry.guardian_confirmed_at) == ("Ina Eltern", NOW)
    actions.approve_entry(entry=entry, by=moderator, now=NOW)


def test_minor_cannot_be_the_own_guardian(submission: Campaign) -> None:
    entry = draft_entry(submission, age=AgeBracket.MINOR, guardian_email="kind+eltern@gmail.com")
    with pytest.raises(Refused) as refusal:
        actions.send_confirmation_code(entry=entry, name="", email="kind@gmail.com", now=NOW)
    assert (refusal.value.code, refusal.value.field) == ("guardian_same", "guardian_email")


def test_withdraw_of_a_gone_entry_is_refused(submission: Campaign) -> None:
    entry = make_entry(submission, EntryState.REJECTED)
    with pytest.raises(Refused) as refusal:
        actions.withdraw_entry(entry=entry, now=NOW)
    assert refusal.value.code == "somebody_faster"


def test_photo_left_behind_by_a_killed_worker_is_taken_up_again(submission: Campaign) -> None:
    entry, _token = actions.start_entry(campaign=submission, photo=photo_file(), now=NOW)  # nobody runs the commit
    assert entry.photo_state == PhotoState.PENDING
    assert tasks.catch_up(NOW + timedelta(minutes=5)) == 0
    assert tasks.catch_up(NOW + timedelta(minutes=11)) == 1
    entry.refresh_from_db()
    assert entry.photo_state == PhotoState.READY
    before = entry.dhash
    tasks.process_entry_photo.call(entry.pk)
    entry.refresh_from_db()
    assert entry.dhash == before


def test_mail_of_a_later_refused_photo_reaches_the_author(submission: Campaign) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED, photo_state=PhotoState.PENDING)
    private_storage.save(entry.original, SimpleUploadedFile("x", b"\xff\xd8\xff not a photo"))
    with committing():
        tasks.process_entry_photo.call(entry.pk)
    entry.refresh_from_db()
    assert (entry.state, entry.photo_state) == (EntryState.CHANGES_REQUESTED, PhotoState.REFUSED)
    assert mail.outbox[-1].to == [entry.author_email]
    assert entry.verdict in mail.outbox[-1].body
