"""The register of applications: filtered, sorted, with the columns that were chosen; the same for page and workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from cms.core.spreadsheets import Cell
from cms.places.domain import size_class
from cms.places.sizes import size_class_label
from competitions import permissions
from competitions.domain import Question
from competitions.enums import ApplicationState
from competitions.models import Application, FormVersion, SavedView, Stage

LONGEST = 100


@dataclass(frozen=True)
class Column:
    """One column: its words, what it shows of an application, the field that it sorts by."""

    key: str
    label: str | Promise
    read: Callable[[Application, Register], Cell]
    sort: str = ""


@dataclass(frozen=True)
class RegisterChoice:
    """What somebody wants to see, as it stands in the address."""

    state: str = ""
    size: str = ""
    theme: str = ""
    town: str = ""
    search: str = ""
    sort: str = "-eingang"
    columns: tuple[str, ...] = ()

    @classmethod
    def read(cls, params: QueryDict) -> RegisterChoice:
        """Take what is known; everything else counts as not chosen."""
        texts = {field: params.get(name, "").replace("\0", "").strip()[:LONGEST] for field, name in NAMES.items()}
        if texts["sort"].removeprefix("-") not in COLUMNS or not COLUMNS[texts["sort"].removeprefix("-")].sort:
            texts["sort"] = cls.sort
        if texts["state"] not in ApplicationState.values:
            texts["state"] = ""
        columns = tuple(key for key in COLUMNS if key in params.getlist("spalte"))
        return cls(**texts, columns=columns)

    def encode(self, **changes: str) -> str:
        """The choice as an address' query, with some of it changed."""
        chosen = replace(self, **changes)  # type: ignore[arg-type]
        pairs = [(name, getattr(chosen, field)) for field, name in NAMES.items()]
        if chosen.sort == RegisterChoice.sort:
            pairs = [pair for pair in pairs if pair[0] != "sortierung"]
        return urlencode([pair for pair in pairs if pair[1]] + [("spalte", key) for key in chosen.columns])

    @property
    def is_narrowed(self) -> bool:
        return bool(self.state or self.size or self.theme or self.town or self.search)


@dataclass(frozen=True)
class Register:
    """A stage's register for one person and one choice."""

    user: User
    stage: Stage
    choice: RegisterChoice

    @cached_property
    def columns(self) -> list[Column]:
        """The chosen ones; those that everybody needs when nothing was chosen."""
        keys = self.choice.columns or (*USUAL, *(["thema"] if self.stage.competition.themes else []))
        return [column for key, column in COLUMNS.items() if key in keys]

    @cached_property
    def theme_questions(self) -> Mapping[int, Question]:
        """By form version: the question whose answer is the theme."""
        versions = FormVersion.objects.filter(stage=self.stage).only("pk", "definition")
        found = ((version.pk, version.form.theme_question) for version in versions)
        return {pk: question for pk, question in found if question}

    @cached_property
    def applications(self) -> QuerySet[Application]:
        """What was handed in and fits the choice, in its order."""
        found = (
            permissions.office_applications(self.user)
            .filter(stage=self.stage)
            .select_related("stage__competition", "municipality", "lead", "candidate")
            .annotate(file_count=Count("files", distinct=True), note_count=Count("notes", distinct=True))
        )
        descending = "-" if self.choice.sort.startswith("-") else ""
        order = COLUMNS[self.choice.sort.removeprefix("-")].sort
        return found.filter(self._narrowed()).order_by(f"{descending}{order}", "code")

    def theme_of(self, application: Application) -> str:
        """The chosen theme in words, without asking for the form of every row."""
        question = self.theme_questions.get(application.form_version_id)
        answer = application.answers.get(question.key) if question else None
        return question.label_of(answer) if question and isinstance(answer, str) else ""

    def size_of(self, application: Application) -> str:
        if application.municipality is None:
            return ""
        bounds = self.stage.competition.size_bounds
        return size_class_label(size_class(application.municipality.population, bounds), bounds)

    def cells(self, application: Application) -> list[tuple[Column, Cell]]:
        """One row."""
        return [(column, column.read(application, self)) for column in self.columns]

    def _narrowed(self) -> Q:
        choice, words = self.choice, self.choice.search
        found = Q(state=choice.state) if choice.state else Q()
        if choice.size.isdecimal():
            found &= self._in_class(int(choice.size))
        if choice.theme:
            found &= self._about(choice.theme)
        if choice.town:
            found &= Q(municipality=choice.town)
        if words:
            found &= (
                Q(code__icontains=words)
                | Q(title__icontains=words)
                | Q(organisation__icontains=words)
                | Q(municipality__name__icontains=words)
            )
        return found

    def _in_class(self, index: int) -> Q:
        """Towns whose population falls into a class: bounds are inclusive upper limits."""
        bounds = self.stage.competition.size_bounds
        above = Q(municipality__population__gt=bounds[index - 1]) if 0 < index <= len(bounds) else Q()
        below = Q(municipality__population__lte=bounds[index]) if index < len(bounds) else Q()
        return above & below

    def _about(self, theme: str) -> Q:
        """Those that chose a theme, whatever the question is called in their version of the form."""
        found = Q(pk__in=[])
        for pk, question in self.theme_questions.items():
            values = [option.value for option in question.options if option.label == theme]
            for value in values:
                found |= Q(form_version=pk, **{f"answers__{question.key}": value})
        return found


def visible_views(user: User, stage: Stage) -> QuerySet[SavedView]:
    """One's own saved views of this competition's registers, and those that others share."""
    mine = Q(owner=user) | Q(is_shared=True)
    return SavedView.objects.filter(mine, competition=stage.competition_id).select_related("owner")


def facets(user: User, stage: Stage) -> tuple[Counter[str], list[tuple[str, str]]]:
    """How many stand where, and the towns that something was handed in from; one query for both filters."""
    rows = permissions.office_applications(user).filter(stage=stage).order_by()
    found = list(rows.values_list("state", "municipality_id", "municipality__name"))
    towns = {key: name for _state, key, name in found if key}
    return Counter(state for state, _key, _name in found), sorted(towns.items(), key=lambda town: town[1])


NAMES = {
    "state": "stand",
    "size": "klasse",
    "theme": "thema",
    "town": "ort",
    "search": "suche",
    "sort": "sortierung",
}
COLUMNS: Mapping[str, Column] = {
    column.key: column
    for column in (
        Column("nummer", _("Nummer"), lambda a, r: a.code, "code"),
        Column("vorhaben", _("Vorhaben"), lambda a, r: a.title, "title"),
        Column("wer", _("Wer"), lambda a, r: a.organisation, "organisation"),
        Column("art", _("Art"), lambda a, r: a.get_organisation_kind_display(), "organisation_kind"),
        Column("kommune", _("Kommune"), lambda a, r: str(a.municipality or ""), "municipality__name"),
        Column("kreis", _("Landkreis"), lambda a, r: a.municipality.district if a.municipality else "",
               "municipality__district"),
        Column("einwohner", _("Einwohner"), lambda a, r: a.municipality.population if a.municipality else None,
               "municipality__population"),
        Column("klasse", _("Größenklasse"), lambda a, r: r.size_of(a), "municipality__population"),
        Column("thema", _("Thema"), lambda a, r: r.theme_of(a)),
        Column("eingang", _("Eingang"), lambda a, r: a.sent_at, "sent_at"),
        Column("dateien", _("Dateien"), lambda a, r: a.file_count, "file_count"),
        Column("notizen", _("Notizen"), lambda a, r: a.note_count, "note_count"),
        Column("stand", _("Stand"), lambda a, r: a.get_state_display(), "state"),
        Column("kandidat", _("Kandidat"), lambda a, r: a.candidate.label if hasattr(a, "candidate") else "",
               "candidate__number"),
        Column("frist", _("Frist verlängert bis"), lambda a, r: a.extended_until, "extended_until"),
        Column("kontakt", _("Ansprechperson"), lambda a, r: a.contact_name, "contact_name"),
        Column("mail", _("E-Mail"), lambda a, r: a.lead.email, "lead__email"),
    )
}  # fmt: skip
USUAL = ("nummer", "vorhaben", "kommune", "klasse", "eingang", "dateien", "stand")
