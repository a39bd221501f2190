"""Mails in which moderators answer: how they will look before they go, and the answer to a report."""

from __future__ import annotations

from django.utils import translation

from campaigns.domain.entries import Step
from campaigns.models import Entry, EntryReport
from campaigns.notices import about
from cms.core import mail

TEMPLATES = {
    Step.REQUEST_CHANGES: "entry_changes",
    Step.REJECT: "entry_rejected",
    Step.TAKE_DOWN: "entry_taken_down",
}


def preview(entry: Entry, step: Step, verdict: str) -> mail.Rendered:
    """The mail that a decision sends, in the author's language. The private link is made only when it is sent."""
    context = {**about(entry), "verdict": verdict.strip(), "own_path": entry.own_url("•••")}
    with translation.override(entry.language):
        return mail.render(template=f"campaigns/mail/{TEMPLATES[step]}", context=context)


def send_report_answer(report: EntryReport, *, is_removed: bool, words: str) -> None:
    """Tell somebody who left an address what became of the report, in the language it was written in."""
    context = {**about(report.entry), "is_removed": is_removed, "words": words.strip()}
    with translation.override(report.language):
        mail.send(template="campaigns/mail/report_answer", to=report.email, context=context)
