"""Why something is refused: one name per reason. `competitions.refusals` gives them their words."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """A refusal of an action."""

    # stage and dates
    NOT_OPEN_YET = "not_open_yet"
    DEADLINE_PASSED = "deadline_passed"
    NO_FORM = "no_form"
    BY_PROMOTION = "by_promotion"
    NOT_DECIDED_YET = "not_decided_yet"
    NOT_THE_NEXT_STAGE = "not_the_next_stage"
    OTHER_DRAFT_THERE = "other_draft_there"
    SLUG_TAKEN = "slug_taken"
    PREFIX_TAKEN = "prefix_taken"
    JURY_NOT_OPEN = "jury_not_open"
    JURY_CLOSED = "jury_closed"
    JURY_STILL_OPEN = "jury_still_open"
    STAGE_CLOSED = "stage_closed"
    STAGE_NOT_CLOSED = "stage_not_closed"
    CALL_STILL_OPEN = "call_still_open"
    # applications
    FASTER = "faster"
    WRONG_STATE = "wrong_state"
    CHANGED_MEANWHILE = "changed_meanwhile"
    INCOMPLETE = "incomplete"
    UNKNOWN_PART = "unknown_part"
    TOO_MUCH_TEXT = "too_much_text"
    OTHER_DRAFT = "other_draft"
    ALREADY_EDITOR = "already_editor"
    FORM_BROKEN = "form_broken"
    EXTENSION_BACKWARDS = "extension_backwards"
    ONLY_LEAD = "only_lead"
    TOO_MANY_EDITORS = "too_many_editors"
    # asking for more, questions
    FOLLOW_UP_RUNNING = "follow_up_running"
    FOLLOW_UP_OVER = "follow_up_over"
    FOLLOW_UP_PARTS = "follow_up_parts"
    FOLLOW_UP_UNTIL = "follow_up_until"
    PART_LOCKED = "part_locked"
    MESSAGE_MISSING = "message_missing"
    QUESTION_MISSING = "question_missing"
    ANSWER_MISSING = "answer_missing"
    WORDING_MISSING = "wording_missing"
    ALREADY_ANSWERED = "already_answered"
    NOT_ANSWERED = "not_answered"
    # files
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_KIND = "file_kind"
    FILE_BROKEN = "file_broken"
    FILE_MACROS = "file_macros"
    FILE_TOO_MANY = "file_too_many"
    FILE_GONE = "file_gone"
    # formal check
    CHECK_UNFINISHED = "check_unfinished"
    REASON_MISSING = "reason_missing"
    # jury
    NOT_ASSIGNED = "not_assigned"
    NO_PANEL = "no_panel"
    ALREADY_MEMBER = "already_member"
    NOTHING_TO_ASSIGN = "nothing_to_assign"
    REVIEW_LOCKED = "review_locked"
    REVIEW_INCOMPLETE = "review_incomplete"
    SCORE_OFF_SCALE = "score_off_scale"
    UNKNOWN_CRITERION = "unknown_criterion"
    # decision
    DECISIONS_FINAL = "decisions_final"
    DECISIONS_MISSING = "decisions_missing"
    AWARD_FOREIGN = "award_foreign"
    AWARD_EXHAUSTED = "award_exhausted"
    # office
    ALREADY_SCORED = "already_scored"
    NOT_ADMITTED = "not_admitted"
    NOTE_EMPTY = "note_empty"
    VIEW_NAMELESS = "view_nameless"


class Flaw(StrEnum):
    """What is wrong with one answer of a form."""

    MISSING = "missing"
    FILE_MISSING = "file_missing"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_A_DATE = "not_a_date"
    UNKNOWN_OPTION = "unknown_option"
    TOO_MANY_OPTIONS = "too_many_options"
    PLAN_AMOUNT = "plan_amount"
    PLAN_ITEM = "plan_item"
    PLAN_EMPTY = "plan_empty"
    PLAN_UNBALANCED = "plan_unbalanced"
    PLAN_SHARE = "plan_share"
    PLAN_CAP = "plan_cap"
    PARTNER_NAME = "partner_name"
