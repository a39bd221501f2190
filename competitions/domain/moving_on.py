"""From one stage or year to the next: who may begin where, which answers go along, what the next one is called."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .answers import Answer
from .forms import FormDefinition
from .reasons import Reason

_YEAR = re.compile(r"(?<!\d)(20\d\d|\d\d$)(?!\d)")


def a_year_on(name: str) -> str:
    """„Wettbewerb 2028“ for „Wettbewerb 2027“, „W28“ for „W27“; a name without a year stays."""
    return _YEAR.sub(lambda found: str(int(found[0]) + 1).zfill(2)[-len(found[0]) :], name, count=1)


def beginning_refusal(number: int) -> Reason | None:
    """Only the first stage is open to everybody; the later ones are for whom the panel chose."""
    return Reason.BY_PROMOTION if number > 1 else None


def promotion_refusal(number: int, following: int, *, is_decided: bool) -> Reason | None:
    """Why nobody can move on from one stage to the other now, or None."""
    if following <= number:
        return Reason.NOT_THE_NEXT_STAGE
    return None if is_decided else Reason.NOT_DECIDED_YET


def surviving_answers(
    before: FormDefinition, after: FormDefinition, answers: Mapping[str, Answer]
) -> dict[str, Answer]:
    """Answers to questions that both forms ask under the same key and in the same kind."""
    return {
        key: answers[key]
        for key, question in after.questions.items()
        if key in answers and key in before.questions and before.questions[key].kind == question.kind
    }
