"""„Wegweiser Innenstadtförderung“: programmes by filters, and those that fit three answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.places.domain import fold_name
from cms.places.models import Municipality
from home.domain.facets import Item
from home.domain.funding import Programme, Reason, Wish, fitting, stale_before
from home.enums import ApplicantKind, FundingArea, FundingKind, FundingRegion
from home.models import FundingIndexPage, FundingPage, MeasurePage
from home.queries.finding import Asked, Finding, asked_in, found_in, has_words, page_number, page_of

NAMES = ("art", "bereich", "wer", "gebiet", "frist")
PER_PAGE = 25
OPEN, ENDLESS, OVER = "offen", "laufend", "abgelaufen"
STATES = {
    OPEN: gettext_lazy("mit Frist, noch offen"),
    ENDLESS: gettext_lazy("laufend möglich"),
    OVER: gettext_lazy("Frist abgelaufen"),
}


def shown_programmes() -> QuerySet[FundingPage]:
    """All published programmes that everybody may see, without their long texts."""
    return FundingPage.objects.live().public().defer("body").order_by("title", "pk")


@dataclass(frozen=True)
class FundingList:
    """One page of the list: those that can be applied for, then those that are over."""

    found: Finding
    page: Page
    open: list[FundingPage]
    over: list[FundingPage]

    @property
    def list_query(self) -> str:
        """The filters as they stand in the address."""
        return self.found.asked.query()


def funding_list(index: FundingIndexPage, query: QueryDict, today: date) -> FundingList:
    """Read the address and find; three queries, however many programmes there are."""
    asked = asked_in(query, NAMES)
    rows = {row.pk: row for row in sorted(shown_programmes().child_of(index), key=lambda row: _urgency(row, today))}
    items = [_item(row, today) for row in rows.values()]
    found = found_in(items, _with_text(rows.values(), items, asked), asked, _facets())
    page = page_of(found.keys, page_number(query), PER_PAGE)
    shown = [rows[key] for key in page.object_list]
    return FundingList(found, page, [row for row in shown if not row.is_over], [row for row in shown if row.is_over])


def _urgency(row: FundingPage, today: date) -> tuple[bool, bool, date, str]:
    """The nearest deadline first, then what is always possible, then what is over, the latest first by title."""
    is_over = row.deadline is not None and row.deadline < today
    return is_over, row.deadline is None, row.deadline or date.max, row.title


def _item(row: FundingPage, today: date) -> Item:
    state = ENDLESS if row.deadline is None else OPEN if row.deadline >= today else OVER
    values = {
        "art": {row.kind},
        "bereich": set(row.areas),
        "wer": set(row.applicants),
        "gebiet": {row.region},
        "frist": {state},
    }
    return Item(row.pk, {name: frozenset(found) for name, found in values.items()})


def _with_text(rows: Iterable[FundingPage], items: list[Item], asked: Asked) -> list[Item]:
    words = fold_name(asked.text).split()
    told = ((row.title, row.teaser, row.funder, row.amount) for row in rows)
    return [item for item, said in zip(items, told, strict=True) if has_words(words, said)]


def _facets() -> tuple[tuple[str, Promise, Promise, dict[str, str | Promise]], ...]:
    return (
        ("wer", gettext_lazy("Wer beantragt?"), gettext_lazy("Alle"), dict(ApplicantKind.choices)),
        ("bereich", gettext_lazy("Wofür?"), gettext_lazy("Alle Bereiche"), dict(FundingArea.choices)),
        ("art", gettext_lazy("Art der Förderung"), gettext_lazy("Alle Arten"), dict(FundingKind.choices)),
        ("gebiet", gettext_lazy("Fördergebiet"), gettext_lazy("Alle Gebiete"), dict(FundingRegion.choices)),
        ("frist", gettext_lazy("Antragsfrist"), gettext_lazy("Alle Fristen"), dict(STATES)),
    )


@dataclass(frozen=True)
class Answer:
    """A programme that fits, and why, in words."""

    page: FundingPage
    reasons: list[str]
    is_over: bool


def fitting_programmes(*, applicant: str, areas: list[str], town: Municipality | None, today: date) -> list[Answer]:
    """The programmes that fit all answers, with reasons; two queries. Over ones come last."""
    rows = {row.pk: row for row in shown_programmes()}
    programmes = [
        Programme(row.pk, frozenset(row.applicants), frozenset(row.areas), row.max_population, row.deadline)
        for row in rows.values()
    ]
    wish = Wish(applicant, frozenset(areas), town.population if town else None)
    found = fitting(programmes, wish, today=today)
    return [
        Answer(
            rows[fit.pk],
            [_said(reason, rows[fit.pk], applicant, fit.areas, town) for reason in fit.reasons],
            fit.is_over,
        )
        for fit in found
    ]


def _said(reason: Reason, row: FundingPage, applicant: str, areas: frozenset[str], town: Municipality | None) -> str:
    """One reason in words."""
    name = town.label if town else ""
    if reason is Reason.APPLICANT:
        return _("Antragsberechtigt: %(who)s") % {"who": ApplicantKind(applicant).label}
    if reason is Reason.AREA:
        words = [str(label) for value, label in FundingArea.choices if value in areas]
        return _("Fördert: %(areas)s") % {"areas": ", ".join(words)}
    if reason is Reason.PLACE:
        most = f"{row.max_population:,}".replace(",", ".")
        return _("Gilt für Orte bis %(most)s Menschen, also auch für %(town)s") % {"most": most, "town": name}
    return _("Gilt in %(town)s (%(region)s)") % {"town": name, "region": row.get_region_display()}


def stale_programmes(today: date) -> QuerySet[FundingPage]:
    """The published programmes whose last check is more than six months ago, the oldest first."""
    return FundingPage.objects.live().filter(last_checked__lt=stale_before(today)).order_by("last_checked", "title")


def measures_with(programme: FundingPage) -> list[MeasurePage]:
    """The measures that a programme pays for."""
    return list(MeasurePage.objects.live().filter(funding=programme.pk).defer("body").order_by("title"))
