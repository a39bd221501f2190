"""Beginning, saving, sending, calling back: what is refused, what is kept, what is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from competitions.actions import (
    attach_file,
    call_back_application,
    extend_application,
    save_applicant,
    save_form,
    save_part,
    send_application,
    start_application,
    withdraw_application,
)
from competitions.actions.applications import MOST_TEXT
from competitions.actions.handing_in import handed_in
from competitions.domain import TOWN_CONSENT, fingerprint
from competitions.enums import ApplicationState, OrganisationKind, PartStatus
from competitions.models import Application, FormVersion, Stage
from tests.competitions.factories import (
    ANSWERS,
    CLOSES,
    DAY,
    FORM,
    NOW,
    OPENS,
    fill,
    make_draft,
    make_municipality,
    make_stage,
    pdf,
)

LAST_MOMENT = CLOSES - timedelta(microseconds=1)


def state_of(application: Application) -> str:
    return Application.objects.get(pk=application.pk).state


def actions_on(application: Application) -> list[str]:
    events = AuditEvent.objects.filter(target_id=str(application.pk), action__startswith="competitions.application")
    return list(events.order_by("pk").values_list("action", flat=True))


# start


def test_starting_twice_gives_the_same_draft(stage: Stage, applicant: User) -> None:
    first = start_application(stage=stage, lead=applicant, now=NOW)
    assert start_application(stage=stage, lead=applicant, now=NOW) == first
    assert Application.objects.count() == 1
    assert actions_on(first) == ["competitions.application.started"]


def test_code_has_prefix_and_four_digits(draft: Application) -> None:
    prefix, number = draft.code.split("-")
    assert prefix == draft.stage.competition.code_prefix
    assert len(number) == 4
    assert number.isdigit()


def test_after_sending_another_draft_can_begin(sent: Application, applicant: User) -> None:
    assert start_application(stage=sent.stage, lead=applicant, now=NOW) != sent


@pytest.mark.parametrize(
    "now, code",
    [
        (OPENS - timedelta(microseconds=1), "not_open_yet"),
        (CLOSES, "deadline_passed"),
    ],
)
def test_starting_outside_the_call(stage: Stage, applicant: User, now, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        start_application(stage=stage, lead=applicant, now=now)
    assert refusal.value.code == code
    assert Application.objects.count() == 0


def test_starting_without_a_form(applicant: User, db: None) -> None:
    with pytest.raises(Refused) as refusal:
        start_application(stage=make_stage(with_form=False), lead=applicant, now=NOW)
    assert refusal.value.code == "no_form"


def test_draft_keeps_the_form_it_was_started_with(draft: Application, rival: User, office: User) -> None:
    stage = draft.stage
    changed = save_form(stage=stage, definition=FORM[:1], by=office, now=NOW)
    assert changed.number == 2
    assert Application.objects.get(pk=draft.pk).form_version.number == 1
    assert make_draft(stage, rival).form_version == changed


# save


def test_saving_stores_and_counts_up(draft: Application, applicant: User) -> None:
    saved = save_part(
        application=draft, part="vorhaben", answers=ANSWERS["vorhaben"], revision=0, by=applicant, now=NOW
    )
    assert saved.revision == 1
    assert saved.answers == {
        "ort": "Kleine Gasse",
        "ziel": "Drei leere Erdgeschosse werden Werkstatt, Spielzimmer und Stadtküche.",
        "art": "Umbau",
        "themen": ["Leerstand"],
        "beginn": "2028-03-01",
        "laeden": "3",
    }
    assert (saved.updated_at, saved.updated_by) == (NOW, applicant)


def test_saving_part_of_a_part_keeps_the_rest(draft: Application, applicant: User) -> None:
    saved = save_part(
        application=draft, part="vorhaben", answers={"ort": "Hier", "ziel": "Dies"}, revision=0, by=applicant, now=NOW
    )
    saved = save_part(application=saved, part="vorhaben", answers={"ort": ""}, revision=1, by=applicant, now=NOW)
    assert saved.answers == {"ziel": "Dies"}


def test_answers_of_other_parts_are_not_taken(draft: Application, applicant: User) -> None:
    saved = save_part(
        application=draft,
        part="kosten",
        answers={"ort": "Hier", "fremd": "x"},
        revision=0,
        by=applicant,
        now=NOW,
    )
    assert saved.answers == {}


def test_wrong_answer_is_kept_as_typed(draft: Application, applicant: User) -> None:
    saved = save_part(application=draft, part="vorhaben", answers={"laeden": "drei"}, revision=0, by=applicant, now=NOW)
    assert saved.answers == {"laeden": "drei"}
    assert saved.report().parts[1].status is PartStatus.BEGUN


def test_second_saver_is_told_and_overwrites_nothing(draft: Application, applicant: User) -> None:
    save_part(application=draft, part="vorhaben", answers={"ort": "Erst"}, revision=0, by=applicant, now=NOW)
    with pytest.raises(Refused) as refusal:
        save_part(application=draft, part="vorhaben", answers={"ort": "Dann"}, revision=0, by=applicant, now=NOW)
    assert refusal.value.code == "changed_meanwhile"
    assert Application.objects.get().answers == {"ort": "Erst"}


def test_unknown_part(draft: Application, applicant: User) -> None:
    with pytest.raises(Refused) as refusal:
        save_part(application=draft, part="nirgends", answers={}, revision=0, by=applicant, now=NOW)
    assert refusal.value.code == "unknown_part"


def test_more_text_than_can_be_kept(draft: Application, applicant: User) -> None:
    with pytest.raises(Refused) as refusal:
        save_part(
            application=draft, part="vorhaben", answers={"ziel": "x" * MOST_TEXT}, revision=0, by=applicant, now=NOW
        )
    assert refusal.value.code == "too_much_text"


def test_deadline_passing_between_form_and_save(draft: Application, applicant: User) -> None:
    save_part(application=draft, part="vorhaben", answers={"ort": "a"}, revision=0, by=applicant, now=LAST_MOMENT)
    with pytest.raises(Refused) as refusal:
        save_part(application=draft, part="vorhaben", answers={"ort": "b"}, revision=1, by=applicant, now=CLOSES)
    assert refusal.value.code == "deadline_passed"
    assert Application.objects.get().answers == {"ort": "a"}


def test_deadline_moved_after_the_page_was_loaded(draft: Application, applicant: User) -> None:
    Stage.objects.update(closes_at=NOW - DAY)
    with pytest.raises(Refused) as refusal:
        save_part(application=draft, part="vorhaben", answers={"ort": "b"}, revision=0, by=applicant, now=NOW)
    assert refusal.value.code == "deadline_passed"


def test_sent_application_is_not_editable(sent: Application, applicant: User) -> None:
    with pytest.raises(Refused) as refusal:
        save_part(
            application=sent, part="vorhaben", answers={"ort": "x"}, revision=sent.revision, by=applicant, now=NOW
        )
    assert refusal.value.code == "wrong_state"


def test_applicant_part_obeys_the_same_rules(draft: Application, applicant: User) -> None:
    fields = {
        "title": " Drei   Läden ",
        "organisation": "Verein",
        "organisation_kind": OrganisationKind.ASSOCIATION,
        "municipality": make_municipality(),
        "contact_name": "Anna",
        "contact_phone": "",
        "by": applicant,
    }
    saved = save_applicant(application=draft, revision=0, now=NOW, **fields)
    assert (saved.title, saved.revision, saved.report().parts[0].status) == ("Drei Läden", 1, PartStatus.FILE_MISSING)
    attach_file(application=saved, question=TOWN_CONSENT, upload=pdf(), name="z.pdf", by=applicant, now=NOW)
    assert saved.report().parts[0].status is PartStatus.DONE
    with pytest.raises(Refused) as refusal:
        save_applicant(application=draft, revision=0, now=NOW, **fields)
    assert refusal.value.code == "changed_meanwhile"
    with pytest.raises(Refused) as refusal:
        save_applicant(application=draft, revision=1, now=CLOSES, **fields)
    assert refusal.value.code == "deadline_passed"


# send


def test_sending_freezes_numbers_and_fingerprints(draft: Application, applicant: User) -> None:
    application = fill(draft)
    submission = send_application(application=application, by=applicant, now=NOW)
    application.refresh_from_db()
    submission.refresh_from_db()
    assert (application.state, application.sent_at) == (ApplicationState.SENT, NOW)
    assert submission.number == f"{application.code}-1"
    assert submission.fingerprint == fingerprint(submission.content) == fingerprint(handed_in(application))
    assert [file["name"] for file in submission.content["files"]] == ["Zustimmung.pdf"]
    assert actions_on(application)[-1] == "competitions.application.sent"


def test_incomplete_is_not_sent(draft: Application, applicant: User) -> None:
    with pytest.raises(Refused) as refusal:
        send_application(application=draft, by=applicant, now=NOW)
    assert refusal.value.code == "incomplete"
    assert state_of(draft) == ApplicationState.DRAFT


def test_sending_twice_is_told(sent: Application, applicant: User) -> None:
    with pytest.raises(Refused) as refusal:
        send_application(application=sent, by=applicant, now=NOW)
    assert refusal.value.code == "wrong_state"
    assert sent.submissions.count() == 1


def test_sending_in_the_last_moment_and_after_it(draft: Application, applicant: User) -> None:
    application = fill(draft)
    with pytest.raises(Refused) as refusal:
        send_application(application=application, by=applicant, now=CLOSES)
    assert refusal.value.code == "deadline_passed"
    send_application(application=application, by=applicant, now=LAST_MOMENT)
    assert state_of(application) == ApplicationState.SENT


def test_called_back_and_sent_again_makes_a_second_submission(sent: Application, applicant: User) -> None:
    call_back_application(application=sent, by=applicant, now=NOW)
    draft = Application.objects.get()
    assert (draft.state, draft.sent_at) == (ApplicationState.DRAFT, None)
    save_part(
        application=draft, part="vorhaben", answers={"ort": "Neu"}, revision=draft.revision, by=applicant, now=NOW
    )
    second = send_application(application=draft, by=applicant, now=NOW)
    assert second.number.endswith("-2")
    assert len({submission.fingerprint for submission in sent.submissions.all()}) == 2


def test_calling_back_after_the_deadline(sent: Application, applicant: User) -> None:
    with pytest.raises(Refused) as refusal:
        call_back_application(application=sent, by=applicant, now=CLOSES)
    assert refusal.value.code == "deadline_passed"
    assert state_of(sent) == ApplicationState.SENT


def test_calling_back_beside_another_draft(sent: Application, applicant: User) -> None:
    make_draft(sent.stage, applicant)
    with pytest.raises(Refused) as refusal:
        call_back_application(application=sent, by=applicant, now=NOW)
    assert refusal.value.code == "other_draft"


def test_calling_back_a_draft(draft: Application, applicant: User) -> None:
    with pytest.raises(Refused) as refusal:
        call_back_application(application=draft, by=applicant, now=NOW)
    assert refusal.value.code in {"faster", "other_draft"}


def test_withdrawn_for_good(sent: Application, applicant: User) -> None:
    withdraw_application(application=sent, by=applicant, now=NOW)
    assert state_of(sent) == ApplicationState.WITHDRAWN
    with pytest.raises(Refused) as refusal:
        withdraw_application(application=sent, by=applicant, now=NOW)
    assert refusal.value.code == "faster"


def test_extension_lets_one_applicant_finish(draft: Application, applicant: User, office: User) -> None:
    application = fill(draft)
    extend_application(application=application, until=CLOSES + DAY, reason="Stromausfall", by=office, now=NOW)
    with pytest.raises(Refused):
        send_application(application=application, by=applicant, now=CLOSES + DAY)
    send_application(application=application, by=applicant, now=CLOSES)
    event = AuditEvent.objects.get(action="competitions.application.extended")
    assert (event.actor, event.reason) == (office, "Stromausfall")


@pytest.mark.parametrize(
    "until, reason, code", [(CLOSES, "Grund", "extension_backwards"), (CLOSES + DAY, " ", "reason_missing")]
)
def test_extension_needs_time_and_reason(draft: Application, office: User, until, reason: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        extend_application(application=draft, until=until, reason=reason, by=office, now=NOW)
    assert refusal.value.code == code


# forms


def test_unused_form_is_changed_in_place(stage: Stage, office: User) -> None:
    save_form(stage=stage, definition=FORM[:1], by=office, now=NOW)
    (version,) = FormVersion.objects.filter(stage=stage)
    assert [part.key for part in version.form.parts] == ["vorhaben"]


def test_used_form_is_frozen(draft: Application) -> None:
    assert draft.form_version.is_frozen
    with pytest.raises(ValueError, match="in use"):
        draft.form_version.save()


def test_form_that_cannot_be_filled(stage: Stage, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        save_form(stage=stage, definition=[], by=office, now=NOW)
    assert refusal.value.code == "form_broken"


def test_file_of_a_draft_counts_for_its_part(draft: Application, applicant: User) -> None:
    assert [part.status for part in draft.report().parts][-1] is PartStatus.FILE_MISSING
    attach_file(application=draft, question="zustimmung", upload=pdf(), name="z.pdf", by=applicant, now=NOW)
    assert [part.status for part in draft.report().parts][-1] is PartStatus.DONE
