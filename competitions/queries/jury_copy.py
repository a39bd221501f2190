"""The copy of an application that its jury sees or will see; read by the page that shows it and by the freezing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from competitions.domain import Redactions, fingerprint, frozen_parts, is_shown
from competitions.models import Application, ApplicationFile


@dataclass(frozen=True)
class JuryCopy:
    """Title, answers and files as the jury sees them; files under the words of their questions."""

    title: str
    theme: str
    content: list[dict[str, Any]]
    files: list[tuple[str, ApplicationFile]]

    @property
    def fingerprint(self) -> str:
        digests = [file.sha256 for _label, file in self.files]
        return fingerprint({"title": self.title, "content": self.content, "files": digests})


def jury_copy(application: Application) -> JuryCopy:
    """Everything but identifying answers of a blind stage and what the office blacked out."""
    redactions = Redactions.read(application.redactions)
    blind, form = application.stage.blind, application.form_version.form
    return JuryCopy(
        title=redactions.text(application.title),
        theme=application.theme,
        content=frozen_parts(form, application.answers, blind=blind, redactions=redactions),
        files=[pair for pair in shown_files(application) if str(pair[1].key) not in redactions.files],
    )


def shown_files(application: Application) -> list[tuple[str, ApplicationFile]]:
    """Files that the jury may see, in the order of the form, before anything is blacked out."""
    questions: Mapping[str, Any] = application.form_version.form.questions
    shown = [key for key, question in questions.items() if is_shown(question, blind=application.stage.blind)]
    files = sorted(application.files.filter(question__in=shown), key=lambda file: (shown.index(file.question), file.pk))
    return [(questions[file.question].label, file) for file in files]


def redactable_answers(application: Application) -> list[tuple[str, str]]:
    """Answered questions that the jury may see: key and words."""
    parts = frozen_parts(application.form_version.form, application.answers, blind=application.stage.blind)
    return [(item["key"], item["label"]) for part in parts for item in part["items"]]
