"""Versions of a stage's form, told in words, and forms that could be taken over."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from competitions.domain import FormChange, form_changes
from competitions.models import FormVersion, Stage


@dataclass(frozen=True)
class VersionStory:
    """One version: how many use it, and what it changed against the one before."""

    version: FormVersion
    applications: int
    changes: list[FormChange]
    is_first: bool


def version_stories(stage: Stage) -> list[VersionStory]:
    """All versions of a stage's form, the newest first."""
    versions = list(
        stage.form_versions.select_related("created_by").annotate(uses=Count("applications")).order_by("number")
    )
    stories = []
    for before, version in zip([None, *versions], versions, strict=False):
        changes = form_changes(before.form, version.form) if before else []
        stories.append(VersionStory(version, version.uses, changes, before is None))
    return stories[::-1]


def reusable_forms(stage: Stage) -> QuerySet[FormVersion]:
    """The versions of all other stages, the newest competition first."""
    others = FormVersion.objects.exclude(stage=stage).select_related("stage__competition")
    return others.order_by("-stage__competition__created_at", "stage__number", "-number")


def promotable(stage: Stage) -> list[Stage]:
    """Later stages of the same competition, to which winners can move on."""
    return list(stage.competition.stages.filter(number__gt=stage.number).order_by("number"))
