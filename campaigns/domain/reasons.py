"""Every reason for which a rule of a campaign says no; `campaigns.refusals` gives each its German words."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    # the calendar
    SUBMISSION_NOT_OPEN = "submission_not_open"
    SUBMISSION_CLOSED = "submission_closed"
    VOTING_NOT_OPEN = "voting_not_open"
    VOTING_CLOSED = "voting_closed"
    VOTING_RUNNING = "voting_running"
    RESULTS_TOO_EARLY = "results_too_early"
    OBJECTIONS_RUNNING = "objections_running"
    # an entry
    TOWN_NOT_ELIGIBLE = "town_not_eligible"
    TOO_MANY_OF_PERSON = "too_many_of_person"
    TOO_MANY_OF_TOWN = "too_many_of_town"
    DUPLICATE_PHOTO = "duplicate_photo"
    PLACE_MISSING = "place_missing"
    ANSWERS_MISSING = "answers_missing"
    RIGHTS_MISSING = "rights_missing"
    CONSENT_MISSING = "consent_missing"
    TOO_YOUNG = "too_young"
    GUARDIAN_MISSING = "guardian_missing"
    GUARDIAN_SAME = "guardian_same"
    GUARDIAN_UNCONFIRMED = "guardian_unconfirmed"
    PHOTO_PENDING = "photo_pending"
    PHOTO_REFUSED = "photo_refused"
    NOT_EDITABLE = "not_editable"
    CHANGED_MEANWHILE = "changed_meanwhile"
    SOMEBODY_FASTER = "somebody_faster"
    REASON_MISSING = "reason_missing"
    UNDO_TOO_LATE = "undo_too_late"
    UNDO_OTHERS = "undo_others"
    FLAGGED = "flagged"
    # a ballot
    BALLOT_EMPTY = "ballot_empty"
    BALLOT_TWICE = "ballot_twice"
    BALLOT_TOO_MANY = "ballot_too_many"
    BALLOT_TOWN_TOO_MANY = "ballot_town_too_many"
    BALLOT_UNKNOWN_ENTRY = "ballot_unknown_entry"
    BALLOT_OWN_ENTRY = "ballot_own_entry"
    ADDRESS_MALFORMED = "address_malformed"
    KEY_DESTROYED = "key_destroyed"
    # the count
    ALREADY_PUBLISHED = "already_published"
    NOT_PUBLISHED = "not_published"
    UNDECIDED_BALLOTS = "undecided_ballots"
    SAME_PERSON = "same_person"
    RESULT_CHANGED = "result_changed"
    JURY_UNDECIDED = "jury_undecided"
    NO_JURY_FINAL = "no_jury_final"
    SHORTLIST_FROZEN = "shortlist_frozen"
    SHORTLIST_MISSING = "shortlist_missing"
    SHORTLIST_EMPTY = "shortlist_empty"
    NOTHING_TO_HAND_OVER = "nothing_to_hand_over"
    # the rules themselves
    NOTE_MISSING = "note_missing"
    RULE_FIXED = "rule_fixed"
