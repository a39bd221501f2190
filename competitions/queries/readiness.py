"""„Was fehlt noch vor der Eröffnung?“: everything a stage needs before applicants and jury can trust it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import reduce
from operator import or_

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.templatetags.stadtblick import euro
from competitions.domain import a_year_on
from competitions.models import Award, Competition, Criterion, FormVersion, PanelMember, Stage

YEARS_AHEAD = 10


@dataclass(frozen=True)
class ReadinessItem:
    """One line of the checklist: what is asked, whether it is there, what else to know, where to mend it."""

    label: str
    is_met: bool
    note: str
    url: str
    is_advice: bool = False
    role: Role = Role.OFFICE

    def for_user(self, user: User) -> ReadinessItem:
        """The same line without a link that would lead this person to a closed door."""
        return self if user.has_role(self.role) else replace(self, url="", note=self.note or str(self.role.label))


Check = Callable[[Competition], list[ReadinessItem]]
_more: list[Check] = []


def register_items(check: Check) -> None:
    """Let another app say what a competition needs of it. Call it from AppConfig.ready."""
    if check not in _more:
        _more.append(check)


@dataclass(frozen=True)
class StageSetup:
    """Everything that was set up for a stage, with its checklist."""

    stage: Stage
    form_version: FormVersion | None
    criteria: list[Criterion]
    awards: list[Award]
    items: list[ReadinessItem]

    @property
    def missing(self) -> int:
        return sum(not item.is_met and not item.is_advice for item in self.items)


def competition_items(competition: Competition) -> list[ReadinessItem]:
    """What the competition itself must say."""
    edit = reverse("competition_setup:edit", args=[competition.pk])
    return [
        ReadinessItem(_("Motto und Kurzbeschreibung"), bool(competition.motto and competition.summary), "", edit),
        ReadinessItem(_("Ansprechstelle mit Name und Mail"), bool(competition.contact_name), "", edit),
        ReadinessItem(_("Größenklassen"), bool(competition.size_bounds), "", edit, is_advice=True),
        ReadinessItem(_("Budget"), competition.budget is not None, "", edit, is_advice=True),
        *(item for check in _more for item in check(competition)),
    ]


def copy_suggestion(competition: Competition) -> dict[str, str]:
    """What a copy for the next free year could be called; what names no year is left to the office."""
    wanted = {name: getattr(competition, name) for name in ("title", "slug", "code_prefix")}
    for _year in range(YEARS_AHEAD):
        wanted = {name: later for name, value in wanted.items() if (later := a_year_on(value)) != value}
        taken = [Q(**{name: value}) for name, value in wanted.items()]
        if not taken or not Competition.objects.filter(reduce(or_, taken)).exists():
            return wanted
    return {}


def stage_setups(competition: Competition, now: datetime) -> list[StageSetup]:
    """All stages in order, each with what is there and what is missing."""
    found = []
    for stage in competition.stages.order_by("number"):
        version = stage.form_versions.order_by("-number").first()
        criteria, awards = list(stage.criteria.all()), list(stage.awards.all())
        items = [
            *_dates(stage, now),
            *_form(stage, version),
            *_criteria(stage, criteria),
            *_awards(stage, awards),
            *_panel(stage),
        ]
        found.append(StageSetup(stage, version, criteria, awards, items))
    return found


def _dates(stage: Stage, now: datetime) -> Iterator[ReadinessItem]:
    edit = reverse("competition_stages:edit", args=[stage.pk])
    days = (stage.closes_at - stage.opens_at).days
    enough = days >= 28
    note = _("%(days)s Tage zum Bewerben") % {"days": days}
    yield ReadinessItem(_("Zeit zum Bewerben: mindestens vier Wochen"), enough, note, edit, is_advice=True)
    gap = (stage.jury_opens_at - stage.closes_at).days
    note = _("%(days)s Tage zwischen Annahmeschluss und Jury") % {"days": gap}
    yield ReadinessItem(_("Zeit zum Prüfen"), gap >= 3, note, edit, is_advice=True)


def _form(stage: Stage, version: FormVersion | None) -> Iterator[ReadinessItem]:
    if version is None:
        url = reverse("competitions_forms", args=[stage.competition.slug, stage.number])
        yield ReadinessItem(
            _("Formular"), is_met=False, note=_("Neu bauen oder aus einem anderen Wettbewerb übernehmen"), url=url
        )
        return
    edit = reverse("competition_forms:edit", args=[version.pk])
    questions = version.form.questions.values()
    note = _("Fassung %(number)s, %(count)s Fragen") % {"number": version.number, "count": len(questions)}
    yield ReadinessItem(_("Formular"), is_met=True, note=note, url=edit)
    if stage.blind:
        marked = any(question.identifying for question in questions)
        yield ReadinessItem(_("Kennzeichnende Fragen sind markiert (anonyme Stufe)"), marked, "", edit)
    if stage.competition.themes:
        question = version.form.theme_question
        asked = {option.label for option in question.options} if question else set()
        met = asked == set(stage.competition.themes)
        yield ReadinessItem(_("Das Formular fragt nach den Themen des Wettbewerbs"), met, "", edit)


def _criteria(stage: Stage, criteria: list[Criterion]) -> Iterator[ReadinessItem]:
    index = f"{reverse('competition_criteria:index')}?stage={stage.pk}"
    counting = [criterion for criterion in criteria if criterion.counting]
    yield ReadinessItem(_("Kriterien"), bool(counting), _("%(n)s zählen") % {"n": len(counting)}, index)
    yield _weights(stage, counting, index)
    bare = [criterion.name for criterion in criteria if not criterion.guidance or len(criterion.labels) < 2]
    yield ReadinessItem(_("Leitfrage und Worte an jeder Skala"), not bare, ", ".join(bare), index, is_advice=True)
    edit = reverse("competition_stages:edit", args=[stage.pk])
    known = {criterion.key for criterion in counting}
    strange = set(stage.tie_break) - known
    note = _("nennt ein Kriterium, das es nicht gibt") if strange else ""
    yield ReadinessItem(
        _("Reihenfolge bei Gleichstand"), bool(stage.tie_break) and not strange, note, edit, not strange
    )


def _weights(stage: Stage, counting: list[Criterion], url: str) -> ReadinessItem:
    """For every theme, because each may have criteria of its own; only what is wrong is told."""
    themes = stage.competition.themes or [""]
    totals = {theme: sum(found.weight for found in counting if found.applies_to(theme)) for theme in themes}
    wrong = {theme: total for theme, total in totals.items() if total != 100}
    note = ", ".join(_("%(theme)s zusammen %(n)s") % {"theme": theme, "n": n} for theme, n in wrong.items()).strip()
    return ReadinessItem(_("Gewichte ergeben 100 Prozent"), not wrong, note, url)


def _awards(stage: Stage, awards: list[Award]) -> Iterator[ReadinessItem]:
    index = f"{reverse('competition_awards:index')}?stage={stage.pk}"
    total = sum(((award.amount or Decimal(0)) * award.quantity for award in awards), Decimal(0))
    note = _("%(n)s Preise, zusammen %(sum)s") % {"n": sum(a.quantity for a in awards), "sum": euro(total)}
    yield ReadinessItem(_("Preise"), bool(awards), note if awards else "", index)
    budget = stage.competition.budget
    if awards and budget is not None:
        note = _("%(sum)s von %(budget)s") % {"sum": euro(total), "budget": euro(budget)}
        yield ReadinessItem(_("Preise passen ins Budget"), total <= budget, note, index)


def _panel(stage: Stage) -> Iterator[ReadinessItem]:
    url = reverse("competitions_panel", args=[stage.competition.slug, stage.number])
    members = PanelMember.objects.active().filter(panel__stage=stage).count()
    note = _("%(n)s eingeladen") % {"n": members}
    yield ReadinessItem(_("Jury mit mindestens drei Mitgliedern"), members >= 3, note, url, is_advice=True)
