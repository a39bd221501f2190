"""Everything that can be done in a competition: one verb each, keyword-only, one transaction, never a request."""

from __future__ import annotations

from .applications import save_applicant, save_part, start_application
from .assigning import assign_panel, reassign, set_linking, step_in
from .checking import admit_application, refuse_application
from .copying import copy_competition, promote_candidates, reuse_form
from .deciding import close_stage, commit_decisions, propose_decision, reopen_stage
from .editors import invite_editor, join_application, leave_application, remove_editor
from .enquiries import answer_question, ask_question, forget_addresses, hide_question, publish_question
from .exporting import export_dossiers
from .files import attach_file, remove_file
from .finalists import FinalDates, Finalist, admit_finalists, open_final
from .follow_ups import ask_for_more, settle_expired_follow_ups, settle_follow_up, take_back_follow_up
from .forms import save_form
from .freezing import redact_application
from .handing_in import call_back_application, extend_application, send_application, withdraw_application
from .jury_questions import answer_juror, ask_office
from .meeting import call_candidate, close_motion, comment, end_meeting, open_meeting, open_motion, vote
from .notes import delete_note, write_note
from .panel import (
    accept_invitation,
    declare_conflicts,
    decline_invitation,
    invite_juror,
    recuse,
    remove_juror,
)
from .publishing import publish_picture, take_picture_down
from .purging import purge_deliberation, purge_notes
from .register import delete_view, save_view
from .reminders import remind_applicants, set_reminders
from .reviewing import complete_review, reopen_review, save_scores
from .sending import save_letter_words, send_letters, send_waiting_letters, share_feedback
from .watching import peek_scores, remind_due_jurors, remind_jurors

__all__ = [
    "FinalDates",
    "Finalist",
    "accept_invitation",
    "admit_application",
    "admit_finalists",
    "answer_juror",
    "answer_question",
    "ask_for_more",
    "ask_office",
    "ask_question",
    "assign_panel",
    "attach_file",
    "call_back_application",
    "call_candidate",
    "close_motion",
    "close_stage",
    "comment",
    "commit_decisions",
    "complete_review",
    "copy_competition",
    "declare_conflicts",
    "decline_invitation",
    "delete_note",
    "delete_view",
    "end_meeting",
    "export_dossiers",
    "extend_application",
    "forget_addresses",
    "hide_question",
    "invite_editor",
    "invite_juror",
    "join_application",
    "leave_application",
    "open_final",
    "open_meeting",
    "open_motion",
    "peek_scores",
    "promote_candidates",
    "propose_decision",
    "publish_picture",
    "publish_question",
    "purge_deliberation",
    "purge_notes",
    "reassign",
    "recuse",
    "redact_application",
    "refuse_application",
    "remind_applicants",
    "remind_due_jurors",
    "remind_jurors",
    "remove_editor",
    "remove_file",
    "remove_juror",
    "reopen_review",
    "reopen_stage",
    "reuse_form",
    "save_applicant",
    "save_form",
    "save_letter_words",
    "save_part",
    "save_scores",
    "save_view",
    "send_application",
    "send_letters",
    "send_waiting_letters",
    "set_linking",
    "set_reminders",
    "settle_expired_follow_ups",
    "settle_follow_up",
    "share_feedback",
    "start_application",
    "step_in",
    "take_back_follow_up",
    "take_picture_down",
    "vote",
    "withdraw_application",
    "write_note",
]
