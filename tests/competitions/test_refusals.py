"""Every reason has words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from competitions.domain import Finding, Flaw, Reason
from competitions.refusals import FLAW_TEXTS, TEXTS, finding_text, refused


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    refusal = refused(reason)
    assert refusal.code == reason.value
    assert str(refusal).endswith(".")
    assert "%(" not in str(refusal)


def test_texts_are_exactly_the_reasons() -> None:
    assert set(TEXTS) == set(Reason)
    assert set(FLAW_TEXTS) == set(Flaw)


@pytest.mark.parametrize(
    "finding, text",
    [
        (Finding("q", Flaw.MISSING), "Diese Angabe fehlt noch."),
        (
            Finding("q", Flaw.TOO_LONG, {"limit": 1500, "over": 12}),
            "Der Text ist um 12 Zeichen zu lang, erlaubt sind 1.500.",
        ),
        (Finding("q", Flaw.TOO_SMALL, {"limit": Decimal("2.50")}), "Der Wert muss mindestens 2,5 sein."),
        (
            Finding("q", Flaw.PLAN_SHARE, {"share": Decimal("52.1"), "limit": Decimal(50)}),
            "Beantragt sind 52,1 Prozent der Gesamtkosten, erlaubt sind 50 Prozent.",
        ),
    ],
)
def test_findings_in_words(finding: Finding, text: str) -> None:
    assert finding_text(finding) == text


def test_unbalanced_plan_names_all_sums() -> None:
    details = {"costs": Decimal(84_500), "funding": Decimal(84_000), "difference": Decimal(-500)}
    text = finding_text(Finding("plan", Flaw.PLAN_UNBALANCED, details))
    assert all(amount in text for amount in ("84.500", "84.000", "500"))
    assert "-" not in text
