"""Minutes, certificates, pictures and public pages of a decision."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import close_stage, publish_picture, reopen_stage, take_picture_down
from competitions.exports.certificate import certificate_pdf
from competitions.exports.minutes import minutes_data, minutes_pdf
from competitions.models import Candidate, CandidateFile, Decision, Minutes, PanelMember, Stage
from tests.competitions.factories import DELIBERATING, assign_all, decide, make_awards, score

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(candidate: Candidate, juror: PanelMember, recused_juror: PanelMember, office: User) -> Stage:
    stage = candidate.stage
    prize = make_awards(stage)[0]
    score(assign_all(stage, office)[0], 8, 8, 8)
    close_stage(stage=stage, by=office, now=DELIBERATING)
    decide(candidate, office, award=prize)
    stage.refresh_from_db()
    return stage


def test_minutes_are_kept_at_the_commit(decided: Stage, candidate: Candidate, office: User) -> None:
    kept = Minutes.objects.get()
    content = kept.document.read()
    assert content.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in content
    assert kept.fingerprint == sha256(content).hexdigest()
    assert kept.snapshot == decided.snapshots.first()
    reopen_stage(stage=decided, reason="Ein Betrag war falsch.", by=office, now=DELIBERATING)
    close_stage(stage=decided, by=office, now=DELIBERATING)
    decide(candidate, office)
    assert sorted(Minutes.objects.values_list("number", flat=True)) == [1, 2]


def test_minutes_name_what_belongs_in_them(decided: Stage, juror: PanelMember, recused_juror: PanelMember) -> None:
    data = minutes_data(decided, DELIBERATING)
    assert [row[0] for row in data["members"]] == [str(juror), str(recused_juror)]
    assert data["recusals"] == [[str(recused_juror), "K1 Drei Läden, ein Flur", "Gleiche Kommune"]]
    assert [decision["verdict"] for decision in data["decisions"]] == ["Preis: 1. Preis"]
    assert (data["draft"], data["gaps"]) == ("", [])


def test_before_the_commit_they_are_a_draft(candidate: Candidate, juror: PanelMember, office: User) -> None:
    assign_all(candidate.stage, office)
    close_stage(stage=candidate.stage, by=office, now=DELIBERATING)
    candidate.stage.refresh_from_db()
    data = minutes_data(candidate.stage, DELIBERATING)
    assert data["draft"] == "Entwurf"
    assert data["gaps"] == [f"{juror}: K1 Drei Läden, ein Flur"]
    assert minutes_pdf(candidate.stage, made_at=DELIBERATING).startswith(b"%PDF-1.7")


def test_certificates_are_tagged(decided: Stage) -> None:
    content = certificate_pdf(Decision.objects.select_related("candidate__stage__competition", "award").get())
    assert content.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in content


@pytest.fixture
def photo(candidate: Candidate) -> CandidateFile:
    """A picture with a camera's notes among the candidate's files."""
    buffer = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Geheime Kamera"
    Image.new("RGB", (1600, 1200), "#345").save(buffer, "JPEG", exif=exif)
    copy = SimpleUploadedFile("foto.jpg", buffer.getvalue())
    return CandidateFile.objects.create(
        candidate=candidate, copy=copy, position=99, label="Foto", name="f.jpg", size=9, content_type="image/jpeg"
    )


def test_a_published_picture_is_written_anew(
    decided: Stage, photo: CandidateFile, office: User, client: Client
) -> None:
    decision = Decision.objects.get()
    publish_picture(decision=decision, file=photo, description="Leere Läden", by=office, now=DELIBERATING)
    assert b"Geheime Kamera" not in decision.picture.read()
    page = client.get(f"/wettbewerbe/{decided.competition.slug}/preise/").content.decode()
    assert 'alt="Leere Läden"' in page
    take_picture_down(decision=decision, by=office, now=DELIBERATING)
    assert 'alt="Leere Läden"' not in client.get(f"/wettbewerbe/{decided.competition.slug}/preise/").content.decode()


def test_a_picture_needs_words(decided: Stage, photo: CandidateFile, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        publish_picture(decision=Decision.objects.get(), file=photo, description=" ", by=office, now=DELIBERATING)
    assert refusal.value.code == "words_missing"


def test_winners_and_archive_are_public(decided: Stage, client: Client) -> None:
    page = client.get(f"/wettbewerbe/{decided.competition.slug}/preise/").content.decode()
    for words in ("Drei Läden, ein Flur", "Überzeugt in jeder Hinsicht.", "Größenklasse 15.001 bis 30.000"):
        assert words in page
    assert "Drei Läden, ein Flur" in client.get("/wettbewerbe/archiv/").content.decode()


def test_reopened_is_not_public(decided: Stage, client: Client, office: User) -> None:
    reopen_stage(stage=decided, reason="Ein Betrag war falsch.", by=office, now=DELIBERATING)
    assert client.get(f"/wettbewerbe/{decided.competition.slug}/preise/").status_code == 404
    assert "Drei Läden" not in client.get("/wettbewerbe/archiv/").content.decode()
