"""Files: stored once, privately, found by their content, removable while it is a draft."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.core.storages import PrivateFileError, private_storage
from competitions.actions import attach_file, remove_file
from competitions.models import Application, ApplicationFile
from tests.competitions.factories import CLOSES, NOW, docx, make_sent, pdf, pdf_bytes


def attach(application: Application, question: str = "bilder", **kwargs) -> ApplicationFile:
    upload = kwargs.pop("upload", None) or pdf()
    return attach_file(
        application=application,
        question=question,
        upload=upload,
        name=kwargs.pop("name", upload.name),
        by=application.lead,
        now=kwargs.pop("now", NOW),
    )


def test_file_is_stored_privately_under_a_name_that_says_nothing(draft: Application) -> None:
    file = attach(draft, upload=pdf("Plan", name="Lageplan Gasse.PDF"))
    assert (file.name, file.content_type, file.size) == (
        "Lageplan Gasse.pdf",
        "application/pdf",
        len(pdf_bytes("Plan")),
    )
    assert "Lageplan" not in file.file.name
    with file.file.open("rb") as stored:
        assert stored.read() == pdf_bytes("Plan")
    with pytest.raises(PrivateFileError):
        private_storage.url(file.file.name)


def test_browser_and_name_are_not_believed(draft: Application) -> None:
    file = attach(draft, upload=SimpleUploadedFile("foto.jpg", docx(), content_type="image/jpeg"))
    assert file.name == "foto.docx"
    assert file.content_type.endswith("wordprocessingml.document")


def test_same_content_is_the_same_file(draft: Application) -> None:
    first = attach(draft, name="eins.pdf")
    assert attach(draft, name="zwei.pdf") == first
    assert draft.files.count() == 1


def test_same_content_may_answer_two_questions(draft: Application) -> None:
    assert attach(draft, "bilder") != attach(draft, "zustimmung")


@pytest.mark.parametrize(
    "content, question, code",
    [
        (b"", "bilder", "file_empty"),
        (b"MZ program", "bilder", "file_kind"),
        (docx(), "zustimmung", "file_kind"),
        (pdf_bytes()[:-20], "bilder", "file_broken"),
        (docx(extra=["word/vbaProject.bin"]), "bilder", "file_macros"),
    ],
)
def test_refused_files_name_their_question(draft: Application, content: bytes, question: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        attach(draft, question, upload=SimpleUploadedFile("a.pdf", content))
    assert (refusal.value.code, refusal.value.field) == (code, question)
    assert draft.files.count() == 0


def test_too_large_says_how_much_is_allowed(draft: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = pdf()
    monkeypatch.setattr(upload, "size", 26 * 1024 * 1024)
    with pytest.raises(Refused) as refusal:
        attach(draft, upload=upload)
    assert refusal.value.code == "file_too_large"
    assert "25 MB" in str(refusal.value)


def test_no_more_files_than_asked_for(draft: Application) -> None:
    attach(draft, "zustimmung", upload=pdf("1"))
    with pytest.raises(Refused) as refusal:
        attach(draft, "zustimmung", upload=pdf("2"))
    assert refusal.value.code == "file_too_many"


@pytest.mark.parametrize("question", ["ort", "nirgends"])
def test_only_for_questions_that_ask_for_files(draft: Application, question: str) -> None:
    with pytest.raises(Refused) as refusal:
        attach(draft, question)
    assert refusal.value.code == "unknown_part"


def test_nothing_after_the_deadline_or_sending(draft: Application, sent_elsewhere: Application) -> None:
    with pytest.raises(Refused) as refusal:
        attach(draft, now=CLOSES)
    assert refusal.value.code == "deadline_passed"
    with pytest.raises(Refused) as refusal:
        attach(sent_elsewhere)
    assert refusal.value.code == "wrong_state"


def test_removed_file_is_gone_with_its_content(
    draft: Application, applicant: User, django_capture_on_commit_callbacks
) -> None:
    file = attach(draft)
    place = file.file.name
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(file=file, by=applicant, now=NOW)
    assert draft.files.count() == 0
    assert not private_storage.exists(place)
    with pytest.raises(Refused) as refusal:
        remove_file(file=file, by=applicant, now=NOW)
    assert refusal.value.code == "file_gone"


def test_file_of_a_sent_application_stays(sent_elsewhere: Application) -> None:
    file = sent_elsewhere.files.get()
    with pytest.raises(Refused) as refusal:
        remove_file(file=file, by=sent_elsewhere.lead, now=NOW)
    assert refusal.value.code == "wrong_state"
    assert private_storage.exists(file.file.name)


@pytest.fixture
def sent_elsewhere(draft: Application, rival: User) -> Application:
    """Another person's sent application in the same stage."""
    return make_sent(draft.stage, rival)
