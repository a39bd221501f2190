"""Checking: asking for more, more time, remarks, what the jury sees, dossiers, questions; nothing for anybody else."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest

from cms.accounts.models import User
from cms.core import retention
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from competitions.actions import ask_question, redact_application, send_application, write_note
from competitions.domain import BLACK, Redactions
from competitions.exports.dossier import dossier_chunks
from competitions.models import Application, Candidate, Enquiry, InternalNote, Stage
from tests.accounts.factories import make_cast_member
from tests.competitions import factories
from tests.competitions.factories import CHECKING, DAY, DELIBERATING, JUDGING, NOW
from tests.competitions.test_office import ALL, BASE, at, staff

__all__ = ["at", "staff"]


def of(application: Application, page: str = "") -> str:
    return f"{BASE}bewerbung/{application.code}/{page}"


def in_stage(stage: Stage, page: str) -> str:
    return f"{BASE}{stage.competition.slug}/1/{page}"


def read(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("part", ["moderator", "editor", "juror", "applicant", "member", "outsider"])
def test_everybody_but_the_office_finds_nothing(staff: Any, stage: Stage, part: str) -> None:
    application = factories.make_sent(stage, make_cast_member("entrant"))
    question = ask_question(stage=stage, text="Bis wann?", email="wer@example.org", now=NOW)
    slug = stage.competition.slug
    pages = [
        *(of(application, page) for page in ("nachfordern/", "jury-fassung/", "akte.zip")),
        *(in_stage(stage, page) for page in ("verlaengern/", "akten.zip", "fragen/", "tabelle.xlsx", "formulare/")),
        *(in_stage(stage, page) for page in ("formulare/1/", "weiterkommen/")),
        f"{BASE}{slug}/einrichten/",
        f"{BASE}{slug}/kopieren/",
        f"{BASE}frage/{question.key}/",
    ]
    verbs = [of(application, "notizen/"), of(application, "nachforderung-beenden/"), in_stage(stage, "ansicht/")]
    client = staff(make_cast_member(part))
    assert {client.get(address).status_code for address in pages} == {404}
    assert {client.post(address).status_code for address in [*verbs, f"{BASE}formular-vorschau/"]} == {404}


@pytest.mark.usefixtures("at")
def test_drafts_have_no_pages(staff: Any, office: User, draft: Application) -> None:
    client = staff(office)
    pages = ("nachfordern/", "jury-fassung/", "akte.zip")
    assert {client.get(of(draft, page)).status_code for page in pages} == {404}


@pytest.mark.usefixtures("at")
def test_more_is_asked_for_and_answered(staff: Any, office: User, sent: Application, at: Any) -> None:
    client = staff(office)
    data = {"parts": ["kosten"], "until": "2027-07-30T18:00", "message": "Bitte den Plan erläutern."}
    assert client.post(of(sent, "nachfordern/"), {**data, "parts": []}).status_code == 200
    assert client.post(of(sent, "nachfordern/"), data).status_code == 302
    page = client.get(of(sent)).content.decode()
    assert "Bitte den Plan erläutern." in page
    assert "Offen bis Freitag, 30.07.2027, 18:00 Uhr" in page
    at(CHECKING + timedelta(hours=1))
    send_application(application=sent, by=sent.lead, now=CHECKING + timedelta(hours=1))
    assert "noch einmal gesendet" in client.get(of(sent)).content.decode()
    assert "Nachforderungen beantwortet" in client.get("/verwaltung/").content.decode()


@pytest.mark.usefixtures("at")
def test_a_request_is_ended(staff: Any, office: User, sent: Application) -> None:
    client = staff(office)
    client.post(of(sent, "nachfordern/"), {"parts": ["kosten"], "until": "2027-07-30T18:00", "message": "Plan?"})
    client.post(of(sent, "nachforderung-beenden/"))
    assert sent.follow_ups.get().closed_at == CHECKING
    assert client.post(of(sent, "nachforderung-beenden/")).status_code == 404


@pytest.mark.usefixtures("at")
def test_one_applicant_gets_more_time(staff: Any, office: User, draft: Application) -> None:
    client, address = staff(office), in_stage(draft.stage, "verlaengern/")
    data = {"code": draft.code.lower(), "until": "2027-07-25T12:00", "reason": "Krankheit."}
    assert "Diese Nummer gibt es in dieser Stufe nicht." in client.post(address, {**data, "code": "X"}).content.decode()
    assert client.post(address, {**data, "until": "2027-06-01T12:00"}).status_code == 200
    assert client.post(address, data).status_code == 302
    page = client.get(address).content.decode()
    assert "Sonntag, 25.07.2027, 12:00 Uhr" in page
    assert AuditEvent.objects.get(action="competitions.application.extended").reason == "Krankheit."


@pytest.mark.usefixtures("at")
def test_remarks_are_the_offices_own(staff: Any, office: User, sent: Application) -> None:
    client = staff(office)
    client.post(of(sent, "notizen/"), {"text": "Beim Bürgermeister nachgefragt."})
    client.post(of(sent, "notizen/"), {"text": "  "})
    note = InternalNote.objects.get()
    assert "Beim Bürgermeister nachgefragt." in client.get(of(sent)).content.decode()
    applicant = client.__class__()
    applicant.force_login(sent.lead)
    assert "nachgefragt" not in applicant.get(f"/konto/bewerbungen/{sent.code}/").content.decode()
    client.post(of(sent, "notizen/"), {"delete": note.pk})
    assert InternalNote.objects.count() == 0


def test_remarks_go_with_time(office: User, sent: Application) -> None:
    write_note(application=sent, text="Weg damit.", by=office, now=NOW)
    purge = next(rule.purge for rule in retention.rules() if rule.key == "competitions.notes")
    assert purge(factories.JURY_CLOSES + timedelta(days=729)) == 0
    assert purge(factories.JURY_CLOSES + timedelta(days=731)) == 1
    write_note(application=sent, text="Weg damit.", by=office, now=NOW)
    Stage.objects.update(closed_at=DELIBERATING, committed_at=DELIBERATING)
    assert purge(DELIBERATING + timedelta(days=366)) == 1


def black_out(application: Application, office: User, **given: Any) -> None:
    nothing: dict[str, Any] = {"words": [], "answers": [], "files": []}
    redact_application(application=application, by=office, now=CHECKING, **{**nothing, **given})


def test_words_are_blacked_out_everywhere() -> None:
    redactions = Redactions(words=("Kirch", "Kirchgasse"))
    value = [{"item": "Umbau KIRCHGASSE", "amount": "1"}, "Kirchweih"]
    assert redactions.value(value) == [{"item": f"Umbau {BLACK}", "amount": "1"}, f"{BLACK}weih"]
    assert Redactions.read(redactions.stored()) == redactions


@pytest.mark.usefixtures("at")
def test_the_page_shows_what_the_jury_will_see(staff: Any, office: User, sent: Application) -> None:
    client, address = staff(office), of(sent, "jury-fassung/")
    file = sent.files.get()
    data = {"words": "stadtküche\n läden ", "answers": ["ort"], "files": [str(file.key)]}
    assert client.post(address, data).status_code == 302
    page = client.get(address).content.decode()
    assert "Werkstatt, Spielzimmer und █████." in page
    assert "Drei █████, ein Flur" in page
    assert "Kleine Gasse" not in page
    assert "Die Jury sieht keine Datei." in page
    assert "Kleine Gasse" in client.get(of(sent)).content.decode()
    client.post(of(sent), {"step": "admit", "ticked": ALL})
    candidate = Candidate.objects.get()
    assert candidate.title == "Drei █████, ein Flur"
    assert "Kleine Gasse" not in str(candidate.content)
    assert candidate.files.count() == 0
    changes = AuditEvent.objects.get(action="competitions.application.redacted").changes
    assert changes == {"words": [0, 2], "answers": ["", "ort"], "files": [0, 1]}


def test_an_admitted_one_is_frozen_anew(office: User, candidate: Candidate) -> None:
    before = candidate.fingerprint
    assert candidate.files.count() == 1
    black_out(candidate.application, office, words=["Stadtküche"])
    candidate.refresh_from_db()
    assert BLACK in str(candidate.content)
    assert (candidate.fingerprint != before, candidate.files.count(), candidate.number) == (True, 1, 1)
    black_out(candidate.application, office)
    candidate.refresh_from_db()
    assert candidate.fingerprint == before


def test_what_is_scored_is_not_frozen_anew(office: User, candidate: Candidate, juror: Any) -> None:
    [assignment] = factories.assign_all(candidate.stage, office)
    factories.score(assignment, 5, None, None, complete=False)
    with pytest.raises(Refused) as refusal:
        black_out(candidate.application, office, words=["Stadtküche"])
    assert refusal.value.code == "already_scored"


def test_a_withdrawn_one_is_not_blacked_out(office: User, sent: Application) -> None:
    Application.objects.update(state="withdrawn")
    with pytest.raises(Refused) as refusal:
        black_out(sent, office)
    assert refusal.value.code == "wrong_state"


@pytest.mark.usefixtures("at")
def test_a_dossier_has_pdf_files_and_history(staff: Any, office: User, sent: Application) -> None:
    archive = zipfile.ZipFile(io.BytesIO(read(staff(office).get(of(sent, "akte.zip")))))
    names = {name.partition("/")[2] for name in archive.namelist()}
    assert names == {f"Bewerbung-{sent.submissions.get().number}.pdf", "Dateien/01-Zustimmung.pdf", "Verlauf.csv"}
    history = archive.read(next(name for name in archive.namelist() if name.endswith("csv"))).decode("utf-8-sig")
    assert "Bewerbung: abgeschickt" in history
    assert "Bewerbung: als Datei ausgegeben" in history
    pdf = archive.read(next(name for name in archive.namelist() if "Bewerbung-" in name))
    assert pdf.startswith(b"%PDF")


@pytest.mark.usefixtures("at")
def test_all_dossiers_of_a_stage(staff: Any, office: User, sent: Application, rival: User) -> None:
    other = factories.make_sent(sent.stage, rival, title="Kino im Kaufhaus")
    factories.make_draft(sent.stage, make_cast_member("entrant"))
    answer = staff(office).get(in_stage(sent.stage, "akten.zip"))
    archive = zipfile.ZipFile(io.BytesIO(read(answer)))
    folders = {name.partition("/")[0] for name in archive.namelist()}
    assert folders == {f"{sent.code}-drei-laden-ein-flur", f"{other.code}-kino-im-kaufhaus"}
    assert "no-store" in answer["Cache-Control"]


def test_dossiers_leave_in_pieces(sent: Application, rival: User) -> None:
    other = factories.make_sent(sent.stage, rival, title="Kino im Kaufhaus")
    pieces = list(dossier_chunks([sent, other]))
    assert len(pieces) > 4
    assert max(map(len, pieces)) < sum(map(len, pieces)) / 2
    assert zipfile.ZipFile(io.BytesIO(b"".join(pieces))).testzip() is None


@pytest.mark.usefixtures("at")
def test_questions_are_answered_and_published(staff: Any, office: User, stage: Stage, mailoutbox: list[Any]) -> None:
    question = ask_question(stage=stage, text="Zählt Eigenarbeit?", email="wer@example.org", now=NOW)
    client, address = staff(office), f"{BASE}frage/{question.key}/"
    assert "Fragen ohne Antwort" in client.get("/verwaltung/").content.decode()
    assert "Zählt Eigenarbeit?" in client.get(in_stage(stage, "fragen/")).content.decode()
    assert client.post(address, {"text": "", "wording": "x"}).status_code == 200
    assert client.post(address, {"text": "Ja.", "publish": "on", "wording": "Zählt Arbeit?"}).status_code == 302
    question = Enquiry.objects.get()
    assert (question.answer, question.wording, question.published_at) == ("Ja.", "Zählt Arbeit?", CHECKING)
    client.post(address, {"step": "hide", "wording": ""})
    assert Enquiry.objects.get().published_at is None
    client.post(address, {"wording": "Zählt eigene Arbeit?"})
    assert Enquiry.objects.get().wording == "Zählt eigene Arbeit?"


def test_near_deadlines_stand_on_the_dashboard(staff: Any, office: User, stage: Stage, at: Any) -> None:
    client = staff(office)
    at(stage.closes_at - 8 * DAY)
    assert "Annahmeschluss in den nächsten Tagen" not in client.get("/verwaltung/").content.decode()
    at(stage.closes_at - 6 * DAY)
    assert "Annahmeschluss in den nächsten Tagen" in client.get("/verwaltung/").content.decode()
    at(JUDGING)
    assert "Annahmeschluss in den nächsten Tagen" not in client.get("/verwaltung/").content.decode()
