"""The PDF of what was sent: tagged, complete, out of the stored copy."""

from __future__ import annotations

import pytest

from competitions.actions import call_back_application, save_part
from competitions.domain import TOWN_CONSENT
from competitions.exports.application import _data, application_pdf, application_pdf_name
from competitions.models import Application, Submission
from tests.competitions.factories import NOW


@pytest.fixture
def submission(sent: Application) -> Submission:
    return sent.submissions.select_related("application__stage__competition", "application__form_version").get()


def test_it_is_tagged_and_the_same_every_time(submission: Submission) -> None:
    pdf = application_pdf(submission)
    assert pdf.startswith(b"%PDF-1.7")
    for mark in (b"/StructTreeRoot", b"pdfuaid", b"/Lang(de)"):
        assert mark in pdf, mark
    assert application_pdf(submission) == pdf
    assert application_pdf_name(submission) == f"Bewerbung-{submission.number}.pdf"


def test_it_says_everything_that_was_sent(submission: Submission) -> None:
    data = _data(submission)
    assert [row[0] for row in data["receipt"]] == ["Empfangsnummer", "Gesendet", "Stufe", "Prüfsumme (SHA-256)"]
    assert data["receipt"][3][1].replace(" ", "") == submission.fingerprint
    assert [part["title"] for part in data["parts"]] == ["Das Vorhaben", "Kosten und Finanzierung"]
    said = {item["label"]: item.get("text") for item in data["parts"][0]["items"]}
    assert said == {
        "Wo?": "Kleine Gasse",
        "Was soll entstehen?": "Drei leere Erdgeschosse werden Werkstatt, Spielzimmer und Stadtküche.",
        "Art": "Umbau",
        "Themen": "Leerstand",
        "Beginn": "01.03.2028",
        "Leere Läden": "3",
    }
    (plan,) = data["parts"][1]["items"]
    assert plan["plan"]["costs"]["rows"][-1] == ["Kosten zusammen", "84.500\u00a0€"]
    assert plan["plan"]["funding"]["rows"][-2][1] == "42.000\u00a0€ (49,7 %)"
    ((label, name, _size, digest),) = data["files"]["rows"]
    assert (label, name) == ("Zustimmung der Kommune", "Zustimmung.pdf")
    assert digest.replace(" ", "") == submission.content["files"][0]["sha256"]


def test_later_answers_do_not_change_it(submission: Submission) -> None:
    before = application_pdf(submission)
    application = submission.application
    call_back_application(application=application, by=application.lead, now=NOW)
    answers = {"ort": "Am Markt"}
    revision = Application.objects.get().revision
    save_part(
        application=application, part="vorhaben", answers=answers, revision=revision, by=application.lead, now=NOW
    )
    assert application_pdf(Submission.objects.get()) == before


def test_odd_and_missing_answers_are_said_too(submission: Submission) -> None:
    content = submission.content
    content["answers"] = {
        "laeden": "drei",
        "beginn": "bald",
        "plan": {"costs": [{"item": "", "amount": "viel"}], "funding": [], "grant": None},
    }
    content["partners"] = [{"name": "#Verein *e. V.*", "kind": "association", "role": "", "contact": ""}]
    content["files"] = [{"question": TOWN_CONSENT, "name": "z.pdf", "size": 12, "sha256": "a" * 64}]
    data = _data(submission)
    assert [item["text"] for item in data["parts"][0]["items"]][-2:] == ["bald", "drei"]
    assert data["parts"][1]["items"][0]["plan"]["costs"]["rows"] == [
        ["ohne Bezeichnung", "viel"],
        ["Kosten zusammen", "0\u00a0€"],
    ]
    assert data["partners"]["rows"] == [["#Verein *e. V.*", "Verein oder Initiative", "", ""]]
    assert data["files"]["rows"][0][0] == "Zustimmung der Stadt oder Gemeinde"
    assert application_pdf(submission).startswith(b"%PDF")
    content["files"] = []
    assert application_pdf(submission).startswith(b"%PDF")
