"""Who carries a project besides the applicant: partners, and the town where a private initiative leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from competitions.enums import FileGroup, FixedFile, OrganisationKind, PartnerKind, QuestionKind

from .answers import clean_text
from .forms import Question

TOWN_CONSENT = FixedFile.TOWN_CONSENT.value
"""Key under which the consent of the town is stored; no question of a form may have it."""
CONSENT_FILES = 3
MOST_PARTNERS = 20
LONGEST = {"name": 160, "role": 200, "contact": 200}


def needs_consent(organisation_kind: str) -> bool:
    """A private initiative needs the consent of its town; a town gives it by applying."""
    return organisation_kind != OrganisationKind.MUNICIPALITY


def consent_question() -> Question:
    """The fixed question for the consent; like every identifying answer it never reaches a blind jury."""
    return Question(
        key=TOWN_CONSENT,
        kind=QuestionKind.FILE,
        label=str(FixedFile.TOWN_CONSENT.label),
        identifying=True,
        file_groups=(FileGroup.PDF, FileGroup.IMAGE),
        max_files=CONSENT_FILES,
    )


def clean_partners(raw: object) -> list[dict[str, str]]:
    """`[{"name", "kind", "role", "contact"}]` as typed, without empty rows; an unknown kind becomes „other“."""
    rows = []
    for row in raw if isinstance(raw, Sequence) and not isinstance(raw, str) else ():
        if not isinstance(row, Mapping):
            continue
        partner = {key: " ".join(clean_text(row.get(key)).split())[:most].strip() for key, most in LONGEST.items()}
        if any(partner.values()):
            kind = str(row.get("kind"))
            partner["kind"] = kind if kind in PartnerKind.values else PartnerKind.OTHER.value
            rows.append(partner)
    return rows[:MOST_PARTNERS]


def are_named(partners: Sequence[Mapping[str, Any]]) -> bool:
    """Whether every partner has a name."""
    return all(partner["name"] for partner in partners)
