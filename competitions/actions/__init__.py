"""Everything that can be done in a competition: one verb each, keyword-only, one transaction, never a request."""

from __future__ import annotations

from .applications import save_applicant, save_part, start_application
from .checking import admit_application, refuse_application
from .copying import copy_competition, promote_candidates, reuse_form
from .deciding import close_stage, commit_decisions, propose_decision, reopen_stage
from .editors import accept_invitation, invite_editor, leave_application, remove_editor
from .enquiries import answer_question, ask_question, hide_question, publish_question
from .files import attach_file, remove_file
from .finalists import FinalDates, Finalist, admit_finalists, open_final
from .follow_ups import ask_for_more, settle_expired_follow_ups, settle_follow_up, take_back_follow_up
from .forms import save_form
from .handing_in import call_back_application, extend_application, send_application, withdraw_application
from .panel import assign_panel, invite_juror, recuse, remove_juror
from .reminders import remind_applicants, set_reminders
from .reviewing import complete_review, reopen_review, save_scores

__all__ = [
    "FinalDates",
    "Finalist",
    "accept_invitation",
    "admit_application",
    "admit_finalists",
    "answer_question",
    "ask_for_more",
    "ask_question",
    "assign_panel",
    "attach_file",
    "call_back_application",
    "close_stage",
    "commit_decisions",
    "complete_review",
    "copy_competition",
    "extend_application",
    "hide_question",
    "invite_editor",
    "invite_juror",
    "leave_application",
    "open_final",
    "promote_candidates",
    "propose_decision",
    "publish_question",
    "recuse",
    "refuse_application",
    "remind_applicants",
    "remove_editor",
    "remove_file",
    "remove_juror",
    "reopen_review",
    "reopen_stage",
    "reuse_form",
    "save_applicant",
    "save_form",
    "save_part",
    "save_scores",
    "send_application",
    "set_reminders",
    "settle_expired_follow_ups",
    "settle_follow_up",
    "start_application",
    "take_back_follow_up",
    "withdraw_application",
]
