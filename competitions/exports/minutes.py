"""The minutes of a panel as PDF/UA: they write themselves from what is on record."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cms.core.documents import render_pdf
from cms.core.templatetags.stadtblick import decimal1, euro, moment
from competitions import queries
from competitions.domain import agreement_level
from competitions.enums import Verdict
from competitions.models import Motion, PanelMember, Recusal, Stage
from competitions.queries import Ranking, RankingLine


def minutes_pdf(stage: Stage, *, made_at: datetime) -> bytes:
    """The minutes as of now; a draft, and marked as one, until the decisions are final."""
    return render_pdf("competitions/documents/minutes.typ", minutes_data(stage, made_at), made_at=made_at)


def minutes_data(stage: Stage, made_at: datetime) -> dict[str, Any]:
    """All words of the document. Reasons of recusals stay with the office; the minutes name their kind."""
    ranking = queries.ranking(stage)
    budget = queries.budget(stage)
    return {
        "lang": "de",
        "title": _("Niederschrift der Jury"),
        "author": settings.SITE_NAME,
        "sender": settings.SITE_NAME,
        "reference": str(stage),
        "footer": moment(made_at),
        "draft": "" if stage.committed_at else _("Entwurf"),
        "stage": str(stage),
        "facts": _facts(stage),
        "words": _words(),
        "members": [[str(m), m.organisation, _part_of(m)] for m in _members(stage)],
        "recusals": [_recusal(recusal) for recusal in _recusals(stage)],
        "method": _method(ranking),
        "criteria": [
            [c.name, f"{c.weight} %" if c.counting else _("zählt nicht"), f"{c.lowest} – {c.highest}"]
            for c in stage.criteria.all()
        ],
        "results": [_result(line) for line in ranking.lines],
        "gaps": [
            f"{member}: {candidate.label} {candidate.title}" for candidate, member in queries.missing_reviews(ranking)
        ],
        "decisions": [_decision(line) for line in _by_verdict(ranking)],
        "votes": [_vote(motion) for motion in Motion.objects.filter(stage=stage, closed_at__isnull=False)],
        "budget": [[str(a), f"{a.given} / {a.quantity}", euro(a.amount) if a.amount else ""] for a in budget.awards],
        "money": _("Vergeben: %(planned)s von %(total)s.")
        % {"planned": euro(budget.planned), "total": euro(budget.total)}
        if budget.total > Decimal(0)
        else "",
    }


def _words() -> dict[str, Any]:
    return {
        "members": _("Mitglieder"),
        "member_head": [_("Name"), _("Einrichtung"), _("Mitwirkung")],
        "recusals": _("Befangenheiten"),
        "recusal_head": [_("Mitglied"), _("Kandidat"), _("Art")],
        "no_recusals": _("Niemand war befangen."),
        "method": _("Verfahren"),
        "criterion_head": [_("Kriterium"), _("Gewicht"), _("Skala")],
        "results": _("Ergebnis der Bewertung"),
        "result_head": [_("Kandidat"), _("Platz"), _("bereinigt"), _("roh"), _("Streuung"), _("Bewertungen")],
        "gaps": _("Fehlende Bewertungen"),
        "decisions": _("Entscheidungen"),
        "votes": _("Abstimmungen"),
        "budget": _("Preise und Mittel"),
        "budget_head": [_("Preis"), _("vergeben"), _("Betrag")],
    }


def _facts(stage: Stage) -> list[list[str]]:
    meeting = queries.meeting_of(stage)
    snapshot = stage.snapshots.first()
    rows = [
        [_("Wettbewerb"), stage.competition.title],
        [_("Stufe"), str(stage.name)],
        [_("Bewertet"), f"{moment(stage.jury_opens_at)} – {moment(stage.jury_closes_at)}"],
        [_("Abgeschlossen"), moment(stage.closed_at)],
        [_("Sitzung eröffnet"), moment(meeting.started_at) if meeting else ""],
        [_("Endgültig"), moment(stage.committed_at)],
        [_("Prüfsumme der Eingaben"), snapshot.fingerprint if snapshot else ""],
    ]
    return [[label, str(value)] for label, value in rows if value]


def _members(stage: Stage) -> list[PanelMember]:
    found = PanelMember.objects.filter(panel__stage=stage).select_related("user", "stands_in_for__user")
    return list(found.order_by("pk"))


def _part_of(member: PanelMember) -> str:
    """What this person's part was, in words."""
    parts = []
    if member.stands_in_for:
        parts.append(_("nachgerückt für %(name)s") % {"name": member.stands_in_for})
    elif member.is_substitute:
        parts.append(_("Ersatzmitglied, nicht nachgerückt"))
    if member.removed_at:
        parts.append(_("ausgeschieden am %(moment)s") % {"moment": moment(member.removed_at)})
    elif not member.is_bound:
        parts.append(_("hat nicht angenommen"))
    return ", ".join(parts) or _("Mitglied")


def _recusals(stage: Stage) -> list[Recusal]:
    found = Recusal.objects.filter(assignment__candidate__stage=stage, assignment__member__removed_at__isnull=True)
    found = found.select_related("assignment__member__user", "assignment__candidate")
    return list(found.order_by("assignment__candidate__number", "assignment__member"))


def _recusal(recusal: Recusal) -> list[str]:
    candidate = recusal.assignment.candidate
    return [str(recusal.assignment.member), f"{candidate.label} {candidate.title}", recusal.get_kind_display()]


def _method(ranking: Ranking) -> list[str]:
    evaluation = ranking.evaluation
    words = [
        _(
            "Jede Bewertung ist das gewichtete Mittel der beantworteten Kriterien, auf 0 bis 100 Punkte gebracht. "
            "Das rohe Ergebnis ist das Mittel der vollständigen Bewertungen eines Kandidaten."
        ),
        _(
            "Das bereinigte Ergebnis rechnet die unterschiedliche Strenge der Mitglieder heraus "
            "(kleinste Quadrate). Beide lagen der Jury nebeneinander vor; entschieden hat die Jury."
        )
        if evaluation.is_adjusted
        else _(
            "Ein Ausgleich der Strenge war nicht möglich, weil die Jury in Gruppen ohne gemeinsame Kandidaten zerfiel."
        ),
    ]
    if evaluation.agreement is not None:
        level = agreement_level(evaluation.agreement).label
        value = f"{evaluation.agreement:.3f}".replace(".", ",").replace("-", "−")
        text = _("Übereinstimmung der Jury (Krippendorffs Alpha): %(value)s, %(level)s.")
        words.append(text % {"value": value, "level": level})
    return words


def _result(line: RankingLine) -> list[str]:
    result = line.result
    place = result.adjusted or result.raw
    return [
        f"{line.candidate.label} {line.candidate.title}",
        str(place.place) if place else "–",
        decimal1(result.adjusted.points) if result.adjusted else "–",
        decimal1(result.raw.points) if result.raw else "–",
        decimal1(result.deviation) if result.deviation is not None else "–",
        f"{result.reviews} / {result.assigned}",
    ]


def _by_verdict(ranking: Ranking) -> list[RankingLine]:
    order = {verdict.value: number for number, verdict in enumerate(Verdict)}
    decided = [line for line in ranking.lines if line.decision]
    return sorted(decided, key=lambda line: (order[line.decision.verdict], line.decision.place or 999))


def _decision(line: RankingLine) -> dict[str, str]:
    decision = line.decision
    assert decision is not None  # noqa: S101 - lines without one are left out before
    prize = f": {decision.award}" if decision.award else ""
    return {
        "title": f"{line.candidate.label} {line.candidate.title}",
        "verdict": f"{decision.get_verdict_display()}{prize}",
        "reason": decision.reason,
    }


def _vote(motion: Motion) -> str:
    tally = next(t for t in queries.tallies(motion.candidate) if t.motion.pk == motion.pk)
    counts = ", ".join(f"{label} {count}" for label, count in tally.counts)
    return f"{motion.candidate.label} {motion.candidate.title}: {motion.text} – {counts}"
