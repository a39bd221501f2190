"""What the demo's office keeps beside the formal check: budget, themes, notes, views, more time, blackening."""

from __future__ import annotations

from datetime import datetime, timedelta

from cms.accounts.models import User
from cms.demo.stories.contests import CITY_CENTRE_AWARDS
from cms.demo.stories.themes import THEMES
from competitions import actions
from competitions.models import Application, Award, Competition, Criterion, Stage

SLUGS = ("innenstadt-wettbewerb", "innenstadt-wettbewerb-jury")
BUDGET = sum(quantity * amount for _rank, _title, quantity, amount in CITY_CENTRE_AWARDS)


def work_at_the_desk(now: datetime, office: User) -> None:
    """Deepen both city-centre contests; what is there already stays."""
    for competition in Competition.objects.filter(slug__in=SLUGS, budget__isnull=True):
        competition.budget, competition.themes = BUDGET, THEMES
        competition.save(update_fields=["budget", "themes"])
        stage = competition.stages.get(number=1)
        actions.save_view(
            stage=stage, name="Klima", query="thema=Klima&sortierung=kommune", is_shared=True, by=office, now=now
        )
        if competition.slug == SLUGS[0]:
            _special_prize(stage)
            _open_call(stage, office, now)
        else:
            _notes(stage, office)


def _special_prize(stage: Stage) -> None:
    Award.objects.create(
        stage=stage,
        rank=4,
        title="Sonderpreis Stadtklima",
        in_kind="ein Sommer mit zehn Wanderbäumen",
        sponsor="Landesgartenbauverband (Vorführung)",
        is_optional=True,
    )
    Criterion.objects.create(
        stage=stage,
        key="klima",
        name="Kühlung des Ortes",
        guidance="Wird es dort im Sommer spürbar kühler?",
        weight=10,
        labels=[[0, "gar nicht"], [10, "deutlich"]],
        themes=["Klima"],
        counting=False,
        position=9,
    )


def _open_call(stage: Stage, office: User, now: datetime) -> None:
    """More time for one draft, and names that the jury need not read."""
    draft = stage.applications.filter(state="draft").order_by("pk").first()
    if draft is not None:
        actions.extend_application(
            application=draft,
            until=stage.closes_at + timedelta(days=3),
            reason="Die Stadtverordneten tagen erst nach dem Annahmeschluss.",
            by=office,
            now=now - timedelta(days=1),
        )
    sent = stage.applications.filter(state="sent").order_by("pk").first()
    if sent is not None:
        actions.redact_application(
            application=sent, words=["Theater"], answers=["ort"], files=[], by=office, now=now - timedelta(hours=5)
        )


def _notes(stage: Stage, office: User) -> None:
    written = (
        "Zustimmung der Stadt liegt vor, das Original kommt mit der Post.",
        "Kostenstand telefonisch bestätigt; keine Nachforderung nötig.",
    )
    found = Application.objects.filter(stage=stage, state="admitted").order_by("sent_at", "pk")
    for text, application in zip(written, found, strict=False):
        actions.write_note(application=application, text=text, by=office, now=stage.closes_at + timedelta(days=3))
