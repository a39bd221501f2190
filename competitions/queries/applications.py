"""What applicants and the office read of applications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from cms.accounts.models import User
from competitions import permissions
from competitions.domain import APPLICANT_PART, TOWN_CONSENT, PlanSums, plan_sums
from competitions.enums import ApplicationState, PartnerKind, StagePhase
from competitions.models import Application, ApplicationEditor, ApplicationFile, Competition, Stage


def my_applications(user: User) -> QuerySet[Application]:
    """One's own applications, the newest first, ready for a list."""
    return permissions.own_applications(user).select_related("stage__competition", "municipality")


def applications_to_edit(user: User) -> QuerySet[Application]:
    """One's own applications with everything that the task list and the parts show; ends in `.get(code=…)`."""
    return (
        permissions.own_applications(user)
        .select_related("stage__competition", "form_version", "municipality", "lead", "updated_by")
        .prefetch_related(
            Prefetch("files", queryset=ApplicationFile.objects.order_by("pk")),
            Prefetch("editors", queryset=ApplicationEditor.objects.select_related("user")),
            "submissions",
            "follow_ups",
        )
    )


def invitation(user: User, code: str) -> ApplicationEditor | None:
    """An invitation to write along that the person has not answered yet."""
    found = permissions.own_invitations(user).filter(application__code=code)
    return found.select_related("application__stage__competition", "application__lead", "invited_by").first()


def my_invitations(user: User) -> QuerySet[ApplicationEditor]:
    """All of these, for the list of applications."""
    return permissions.own_invitations(user).select_related("application__stage__competition", "invited_by")


def partners_of(application: Application) -> list[dict[str, str]]:
    """The partners with the words of their kind."""
    return [{**partner, "kind_label": str(PartnerKind(partner["kind"]).label)} for partner in application.partners]


def consents_of(application: Application) -> list[ApplicationFile]:
    """The files with the consent of the town."""
    return [file for file in application.files.all() if file.question == TOWN_CONSENT]


def open_parts(application: Application, now: datetime) -> list[str]:
    """The parts that can be changed now."""
    keys = [APPLICANT_PART, *(part.key for part in application.form_version.form.parts)]
    return [key for key in keys if permissions.can_edit(application, now, key)]


def answered_parts(application: Application) -> list[dict[str, Any]]:
    """Every part with its questions, answers and files, for „Alle Antworten ansehen“.

    `[{"part": Part, "rows": [{"question", "answer", "files", "sums"}]}]`
    """
    return _parts(application, application.answers, application.files.all())


def sent_parts(application: Application) -> list[dict[str, Any]]:
    """The same as it was handed in last, for the office: what is being written meanwhile is nobody's business yet."""
    submission = next(iter(application.submissions.all()), None)
    if application.follow_up is None or submission is None:
        return answered_parts(application)
    sent = {(file["question"], file["sha256"]) for file in submission.content["files"]}
    stored = ApplicationFile.everything.filter(application=application).order_by("pk")
    files = [file for file in stored if (file.question, file.sha256) in sent]
    return _parts(application, submission.content["answers"], files)


def _parts(
    application: Application, answers: Mapping[str, Any], stored: Iterable[ApplicationFile]
) -> list[dict[str, Any]]:
    files: dict[str, list[ApplicationFile]] = {}
    for file in stored:
        files.setdefault(file.question, []).append(file)
    return [
        {"part": part, "rows": [_row(question, answers, files) for question in part.questions]}
        for part in application.form_version.form.parts
    ]


def _row(question: Any, answers: Mapping[str, Any], files: Mapping[str, list[ApplicationFile]]) -> dict[str, Any]:
    answer = answers.get(question.key)
    sums: PlanSums | None = plan_sums(answer) if question.kind == "plan" and isinstance(answer, dict) else None
    return {"question": question, "answer": answer, "files": files.get(question.key, []), "sums": sums}


def applications_to_check(user: User) -> QuerySet[Application]:
    """Sent and not yet decided, over all competitions: what waits for the office."""
    return permissions.office_applications(user).filter(state=ApplicationState.SENT)


def open_stage(competition: Competition, now: datetime) -> Stage | None:
    """The stage that takes applications now."""
    return competition.stages.in_phase(StagePhase.OPEN, now).order_by("number").first()


def shown_stage(competition: Competition, now: datetime) -> Stage | None:
    """The stage a public page speaks of: the one open, else the latest begun, else the first to come."""
    stages = list(competition.stages.order_by("number"))
    begun = [stage for stage in stages if stage.opens_at <= now]
    return begun[-1] if begun else (stages[0] if stages else None)
