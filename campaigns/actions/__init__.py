"""What can be done with a campaign: one verb each, keyword arguments only, one transaction, refusals with reasons."""

from __future__ import annotations

from campaigns.actions.bulk import Outcome, approve_unflagged
from campaigns.actions.casework import decide_on_case, gather_cases, propose_on_case
from campaigns.actions.confirming import confirm_entry, confirm_guardian, send_confirmation_code
from campaigns.actions.consenting import give_consent, revoke_consent
from campaigns.actions.copying import copy_campaign
from campaigns.actions.counting import Preview, destroy_vote_key, preview_results, publish_results
from campaigns.actions.erasing import erase_entry
from campaigns.actions.finale import JuryPrize, freeze_shortlist, hand_over_finalists, take_over_verdict
from campaigns.actions.finding import send_own_links
from campaigns.actions.guarding import look_after_guardians
from campaigns.actions.importing import (
    KEEP_POSTS,
    Fetched,
    confirm_post,
    dismiss_post,
    forget_posts,
    import_all,
    import_posts,
    invite_author,
)
from campaigns.actions.moderating import approve_entry, reject_entry, request_changes, take_down_entry
from campaigns.actions.peeking import peek_at_counts
from campaigns.actions.replacing import replace_photo
from campaigns.actions.reporting import close_report, dismiss_reports, report_entry, take_down_reported
from campaigns.actions.setting_up import add_consent_text, change_campaign, set_up_campaign
from campaigns.actions.submitting import Started, declare, describe_entry, resubmit_entry, start_entry, withdraw_entry
from campaigns.actions.supervising import decide_on_ballot, propose_on_ballot
from campaigns.actions.undoing import release_due_decisions, undo_decision
from campaigns.actions.voting import Cast, cast_ballot, confirm_voter, issue_ballot_code, voter_of

__all__ = [
    "KEEP_POSTS",
    "Cast",
    "Fetched",
    "JuryPrize",
    "Outcome",
    "Preview",
    "Started",
    "add_consent_text",
    "approve_entry",
    "approve_unflagged",
    "cast_ballot",
    "change_campaign",
    "close_report",
    "confirm_entry",
    "confirm_guardian",
    "confirm_post",
    "confirm_voter",
    "copy_campaign",
    "decide_on_ballot",
    "decide_on_case",
    "declare",
    "describe_entry",
    "destroy_vote_key",
    "dismiss_post",
    "dismiss_reports",
    "erase_entry",
    "forget_posts",
    "freeze_shortlist",
    "gather_cases",
    "give_consent",
    "hand_over_finalists",
    "import_all",
    "import_posts",
    "invite_author",
    "issue_ballot_code",
    "look_after_guardians",
    "peek_at_counts",
    "preview_results",
    "propose_on_ballot",
    "propose_on_case",
    "publish_results",
    "reject_entry",
    "release_due_decisions",
    "replace_photo",
    "report_entry",
    "request_changes",
    "resubmit_entry",
    "revoke_consent",
    "send_confirmation_code",
    "send_own_links",
    "set_up_campaign",
    "start_entry",
    "take_down_entry",
    "take_down_reported",
    "take_over_verdict",
    "undo_decision",
    "voter_of",
    "withdraw_entry",
]
