"""What is wrong with an answer, shown beside its field, also in a form that nobody has sent yet."""

from __future__ import annotations

from collections.abc import Sequence

from competitions.domain import Finding
from competitions.refusals import finding_text

from .applicant import ApplicantForm
from .part import PartForm


def show_findings(form: ApplicantForm | PartForm, findings: Sequence[Finding]) -> None:
    """Put each finding beside its field."""
    for finding in findings:
        name = form.field_name(finding.question)
        if name in form.fields:
            form.errors[name] = form.error_class([finding_text(finding)], renderer=form.renderer)
