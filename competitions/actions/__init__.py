"""Everything that can be done in a competition: one verb each, keyword-only, one transaction, never a request."""

from __future__ import annotations

from .applications import (
    call_back_application,
    extend_application,
    save_applicant,
    save_part,
    send_application,
    start_application,
    withdraw_application,
)
from .checking import admit_application, refuse_application
from .deciding import close_stage, commit_decisions, propose_decision, reopen_stage
from .editors import invite_editor, remove_editor
from .files import attach_file, remove_file
from .finalists import FinalDates, Finalist, admit_finalists, open_final
from .forms import save_form
from .panel import assign_panel, invite_juror, recuse, remove_juror
from .reviewing import complete_review, reopen_review, save_scores

__all__ = [
    "FinalDates",
    "Finalist",
    "admit_application",
    "admit_finalists",
    "assign_panel",
    "attach_file",
    "call_back_application",
    "close_stage",
    "commit_decisions",
    "complete_review",
    "extend_application",
    "invite_editor",
    "invite_juror",
    "open_final",
    "propose_decision",
    "recuse",
    "refuse_application",
    "remove_editor",
    "remove_file",
    "remove_juror",
    "reopen_review",
    "reopen_stage",
    "save_applicant",
    "save_form",
    "save_part",
    "save_scores",
    "send_application",
    "start_application",
    "withdraw_application",
]
