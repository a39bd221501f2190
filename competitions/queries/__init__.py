"""What is read, by whom: applicants and office, jurors, results."""

from __future__ import annotations

from .applications import (
    answered_parts,
    applications_to_check,
    applications_to_edit,
    my_applications,
    open_stage,
    register,
    shown_stage,
    state_counts,
)
from .jury import (
    DeskItem,
    DeskStage,
    OtherReview,
    SheetLine,
    assignments_to_score,
    jury_desk,
    other_reviews,
    score_sheet,
    sheet_total,
)
from .results import (
    Ranking,
    RankingLine,
    ScoreCell,
    ScoreRow,
    evaluate_stage,
    evaluation_numbers,
    panel_progress,
    ranking,
    stage_inputs,
    winners,
)

__all__ = [
    "DeskItem",
    "DeskStage",
    "OtherReview",
    "Ranking",
    "RankingLine",
    "ScoreCell",
    "ScoreRow",
    "SheetLine",
    "answered_parts",
    "applications_to_check",
    "applications_to_edit",
    "assignments_to_score",
    "evaluate_stage",
    "evaluation_numbers",
    "jury_desk",
    "my_applications",
    "open_stage",
    "other_reviews",
    "panel_progress",
    "ranking",
    "register",
    "score_sheet",
    "sheet_total",
    "shown_stage",
    "stage_inputs",
    "state_counts",
    "winners",
]
