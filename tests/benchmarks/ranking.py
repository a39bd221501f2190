"""Every figure of a large stage but the intervals: 500 candidates, 20 jurors, 6 criteria, adjusted, with agreement."""

from __future__ import annotations

import random
import time
from typing import Any

from competitions.domain import CriterionRule, ReviewFacts, evaluate

CANDIDATES, JURORS, CRITERIA = 500, 20, 6
ROUNDS = 3


def run() -> dict[str, Any]:
    return measured(draws=0, budget=0.5)


def measured(*, draws: int, budget: float) -> dict[str, Any]:
    """The row with `draws` bootstrap samples, which may take `budget` seconds."""
    dice = random.Random(7)
    criteria = [CriterionRule(f"k{number}", float(number + 1)) for number in range(CRITERIA)]
    facts = [
        ReviewFacts(
            candidate=f"c{candidate:03}",
            juror=f"j{juror:02}",
            complete=True,
            scores={rule.key: float(dice.randint(0, 10)) for rule in criteria},
        )
        for candidate in range(CANDIDATES)
        for juror in range(JURORS)
        if dice.random() < 0.9
    ]
    seconds = []
    for _round in range(ROUNDS):
        started = time.process_time()
        evaluation = evaluate(facts, criteria, draws=draws)
        seconds.append(time.process_time() - started)
    assert len(evaluation.results) == CANDIDATES
    return {
        "work": f"ranking {CANDIDATES} x {JURORS} x {CRITERIA}, adjusted, {draws} bootstrap samples (CPU time)",
        "measured": min(seconds),
        "budget": budget,
        "at": "most",
        "unit": "s",
    }
