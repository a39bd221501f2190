"""Admitting freezes a redacted copy; refusing needs a reason; both happen once."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import admit_application, attach_file, refuse_application, send_application
from competitions.enums import ApplicationState, FormalCheckItem, FormalOutcome
from competitions.models import Application, Candidate, FormalCheck, Stage
from tests.competitions.factories import CHECKING, CLOSES, NOW, fill, make_draft, make_sent, pdf

ALL = FormalCheckItem.values


def test_admitted_application_becomes_a_candidate(sent: Application, office: User) -> None:
    candidate = admit_application(application=sent, ticked=ALL, by=office, now=CHECKING)
    sent.refresh_from_db()
    assert sent.state == ApplicationState.ADMITTED
    assert (candidate.number, candidate.title, candidate.size_class) == (1, "Drei Läden, ein Flur", 2)
    assert [part["title"] for part in candidate.content] == ["Das Vorhaben", "Kosten und Finanzierung"]
    check = sent.formal_check
    assert (check.outcome, check.ticked, check.checked_by) == (FormalOutcome.ADMITTED, ALL, office)


def test_numbers_follow_the_admission(stage: Stage, applicant: User, rival: User, office: User) -> None:
    first, second = make_sent(stage, rival), make_sent(stage, applicant)
    assert admit_application(application=first, ticked=ALL, by=office, now=CHECKING).number == 1
    assert admit_application(application=second, ticked=ALL, by=office, now=CHECKING).number == 2


def test_copy_stays_when_the_application_changes(candidate: Candidate) -> None:
    Application.objects.update(title="Anderer Titel", answers={"ort": "Anderswo"})
    candidate.refresh_from_db()
    assert candidate.title == "Drei Läden, ein Flur"
    assert candidate.content[0]["items"][0]["value"] == "Kleine Gasse"


def test_blind_stage_leaves_identifying_answers_files_and_names_out(
    stage: Stage, applicant: User, office: User
) -> None:
    Stage.objects.update(blind=True)
    application = fill(make_draft(stage, applicant))
    attach_file(
        application=application,
        question="bilder",
        upload=pdf("Tafel", name="Schmalkalden-Tafel.pdf"),
        name="Schmalkalden-Tafel.pdf",
        by=applicant,
        now=NOW,
    )
    send_application(application=application, by=applicant, now=NOW)
    candidate = admit_application(application=application, ticked=ALL, by=office, now=CHECKING)
    keys = [item["key"] for part in candidate.content for item in part["items"]]
    assert keys == ["ziel", "art", "themen", "beginn", "laeden", "plan"]
    files = list(candidate.files.all())
    assert [(file.label, file.name) for file in files] == [("Bilder und Projekttafel", "K1-Anlage-1.pdf")]
    shown = f"{candidate.content} {[file.name for file in files]}"
    assert not any(word in shown for word in ("Schmalkalden", "Kleine Gasse", "Anna"))


def test_open_stage_shows_all_files(candidate: Candidate) -> None:
    assert [file.label for file in candidate.files.all()] == ["Zustimmung der Kommune"]


@pytest.mark.parametrize("ticked", [[], ALL[:-1], ["erfunden"]])
def test_admitting_needs_the_whole_checklist(sent: Application, office: User, ticked: list[str]) -> None:
    with pytest.raises(Refused) as refusal:
        admit_application(application=sent, ticked=ticked, by=office, now=CHECKING)
    assert (refusal.value.code, refusal.value.field) == ("check_unfinished", "ticked")
    assert Candidate.objects.count() == 0


def test_refusing_needs_a_reason(sent: Application, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        refuse_application(application=sent, ticked=[], reason="  ", by=office, now=CHECKING)
    assert (refusal.value.code, refusal.value.field) == ("reason_missing", "reason")


def test_refused_application_is_no_candidate(sent: Application, office: User) -> None:
    check = refuse_application(application=sent, ticked=ALL[:2], reason="Schon begonnen.", by=office, now=CHECKING)
    assert (check.outcome, check.reason, check.ticked) == (FormalOutcome.REFUSED, "Schon begonnen.", ALL[:2])
    assert Application.objects.get().state == ApplicationState.REFUSED
    assert Candidate.objects.count() == 0


def test_decided_once(sent: Application, office: User) -> None:
    refuse_application(application=sent, ticked=[], reason="Zu spät.", by=office, now=CHECKING)
    with pytest.raises(Refused) as refusal:
        admit_application(application=sent, ticked=ALL, by=office, now=CHECKING)
    assert refusal.value.code == "faster"
    assert FormalCheck.objects.get().outcome == FormalOutcome.REFUSED


def test_not_before_the_deadline(sent: Application, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        admit_application(application=sent, ticked=ALL, by=office, now=NOW)
    assert refusal.value.code == "call_still_open"
    assert admit_application(application=sent, ticked=ALL, by=office, now=CLOSES).number == 1


def test_draft_is_not_decided_on(draft: Application, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        admit_application(application=draft, ticked=ALL, by=office, now=CHECKING)
    assert refusal.value.code == "faster"


def test_nobody_enters_a_closed_stage(sent: Application, office: User) -> None:
    Stage.objects.update(closed_at=CHECKING)
    with pytest.raises(Refused) as refusal:
        admit_application(application=sent, ticked=ALL, by=office, now=CHECKING)
    assert refusal.value.code == "stage_closed"
