"""The rules of a competition in plain Python: no database, no clock."""

from __future__ import annotations

from .accepting import CONFIDENTIALITY_VERSION
from .adjusting import Adjustment, Group, adjust, connected_groups, is_connected
from .agreement import IntraclassCorrelation, agreement_level, alpha, icc, interval_alpha
from .answers import Answer, clean_answer, clean_text, read_date, read_number
from .assigning import Ties, Wish, assign, find_conflict
from .checking import admission_refusal, reasoned_refusal, redaction_refusal
from .completeness import (
    Applicant,
    Finding,
    FormReport,
    PartReport,
    answer_finding,
    applicant_report,
    form_report,
    part_report,
)
from .deciding import Proposal, commit_refusal, proposal_refusal
from .durbin import RankTest, chi_square_survival, durbin, mean_ranks
from .evaluation import CONTESTED_FROM, CriterionAgreement, Evaluation, Result, evaluate
from .fingerprints import canonical, fingerprint
from .following_up import OpenParts, asking_refusal, editing_refusal, known_parts, part_of
from .form_changes import FormChange, TraitChange, form_changes
from .forms import (
    APPLICANT_PART,
    FormDefinition,
    Note,
    Option,
    Part,
    Question,
    definition_refusal,
    read_form,
    theme_of,
)
from .intervals import Interval, place_intervals
from .letters import PLACEHOLDERS, fill_letter, unknown_placeholders
from .moving_on import a_year_on, beginning_refusal, promotion_refusal, surviving_answers
from .partners import (
    MOST_PARTNERS,
    TOWN_CONSENT,
    are_named,
    clean_partners,
    consent_question,
    needs_consent,
)
from .phases import StageDates, deadline_for, handing_in_refusal, reviewing_refusal, stage_phase
from .plans import PlanSums, plan_sums
from .ranking import Place, TieBreak, rank
from .ratings import RatingTable, ReviewFacts, ScoreCube, score_cube
from .reasons import Flaw, Reason
from .redaction import BLACK, Redactions, frozen_parts, is_shown
from .reminding import REMIND_DAYS, reminder_due
from .scoring import (
    LONGEST_NOTE,
    CriterionRule,
    ReviewTotal,
    completion_refusal,
    missing_criteria,
    review_total,
    score_refusal,
)
from .spreading import Pair, groups_of
from .transitions import (
    APPLICATION_STEPS,
    EDITABLE_STATES,
    REVIEW_COMPLETES,
    REVIEW_REOPENS,
    Transition,
    allowed_steps,
)
from .uploads import LARGEST, FileType, UploadError, display_name, inspect_file

__all__ = [
    "APPLICANT_PART",
    "APPLICATION_STEPS",
    "BLACK",
    "CONFIDENTIALITY_VERSION",
    "CONTESTED_FROM",
    "EDITABLE_STATES",
    "LARGEST",
    "LONGEST_NOTE",
    "MOST_PARTNERS",
    "PLACEHOLDERS",
    "REMIND_DAYS",
    "REVIEW_COMPLETES",
    "REVIEW_REOPENS",
    "TOWN_CONSENT",
    "Adjustment",
    "Answer",
    "Applicant",
    "CriterionAgreement",
    "CriterionRule",
    "Evaluation",
    "FileType",
    "Finding",
    "Flaw",
    "FormChange",
    "FormDefinition",
    "FormReport",
    "Group",
    "Interval",
    "IntraclassCorrelation",
    "Note",
    "OpenParts",
    "Option",
    "Pair",
    "Part",
    "PartReport",
    "Place",
    "PlanSums",
    "Proposal",
    "Question",
    "RankTest",
    "RatingTable",
    "Reason",
    "Redactions",
    "Result",
    "ReviewFacts",
    "ReviewTotal",
    "ScoreCube",
    "StageDates",
    "TieBreak",
    "Ties",
    "TraitChange",
    "Transition",
    "UploadError",
    "Wish",
    "a_year_on",
    "adjust",
    "admission_refusal",
    "agreement_level",
    "allowed_steps",
    "alpha",
    "answer_finding",
    "applicant_report",
    "are_named",
    "asking_refusal",
    "assign",
    "beginning_refusal",
    "canonical",
    "chi_square_survival",
    "clean_answer",
    "clean_partners",
    "clean_text",
    "commit_refusal",
    "completion_refusal",
    "connected_groups",
    "consent_question",
    "deadline_for",
    "definition_refusal",
    "display_name",
    "durbin",
    "editing_refusal",
    "evaluate",
    "fill_letter",
    "find_conflict",
    "fingerprint",
    "form_changes",
    "form_report",
    "frozen_parts",
    "groups_of",
    "handing_in_refusal",
    "icc",
    "inspect_file",
    "interval_alpha",
    "is_connected",
    "is_shown",
    "known_parts",
    "mean_ranks",
    "missing_criteria",
    "needs_consent",
    "part_of",
    "part_report",
    "place_intervals",
    "plan_sums",
    "promotion_refusal",
    "proposal_refusal",
    "rank",
    "read_date",
    "read_form",
    "read_number",
    "reasoned_refusal",
    "redaction_refusal",
    "reminder_due",
    "review_total",
    "reviewing_refusal",
    "score_cube",
    "score_refusal",
    "stage_phase",
    "surviving_answers",
    "theme_of",
    "unknown_placeholders",
]
