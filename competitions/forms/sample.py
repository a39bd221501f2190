"""A part of a form as applicants see it, with nothing answered: for the preview in the form builder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from competitions.domain import Part
from competitions.models import ApplicationFile

from .part import PartForm


@dataclass
class SampleApplication:
    """Stands in for an application nobody has begun."""

    answers: dict[str, Any] = field(default_factory=dict)
    files: QuerySet[ApplicationFile] = field(default_factory=ApplicationFile.objects.none)


def sample_sections(part: Part) -> list[dict[str, Any]]:
    """What `PartForm.sections` gives for an untouched application."""
    form = PartForm(application=SampleApplication(), part=part)  # type: ignore[arg-type]
    return form.sections()
