"""What can be done on the site beyond writing pages, one verb each."""

from __future__ import annotations

from home.actions.feedback import close_feedback, hand_in_feedback, note_feedback, purge_feedback, reopen_feedback
from home.actions.members import change_membership, change_profile, end_membership, invite_member
from home.actions.newsletter import (
    ask_for_link,
    ask_for_newsletter,
    choose_topics,
    confirm_newsletter,
    purge_newsletter,
    remove_subscriber,
    unsubscribe,
)
from home.actions.newsletter_issues import resume_sending, send_test, start_sending
from home.actions.signing import admit_partner, confirm_signing, purge_signings, refuse_partner, sign_declaration
from home.actions.viewpoints import start_viewpoint

__all__ = [
    "admit_partner",
    "ask_for_link",
    "ask_for_newsletter",
    "change_membership",
    "change_profile",
    "choose_topics",
    "close_feedback",
    "confirm_newsletter",
    "confirm_signing",
    "end_membership",
    "hand_in_feedback",
    "invite_member",
    "note_feedback",
    "purge_feedback",
    "purge_newsletter",
    "purge_signings",
    "refuse_partner",
    "remove_subscriber",
    "reopen_feedback",
    "resume_sending",
    "send_test",
    "sign_declaration",
    "start_sending",
    "start_viewpoint",
    "unsubscribe",
]
