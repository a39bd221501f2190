"""Letters on decisions: the words in force, and every letter as its recipient would read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Case, When
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from cms.core.templatetags.stadtblick import euro
from competitions.domain import fill_letter
from competitions.enums import ReviewState, Verdict
from competitions.models import Assignment, Competition, Decision, Letter, LetterTemplate, Panel, Stage

_GREETING = pgettext_lazy("Brief", "Guten Tag {ansprechperson},")
_END = pgettext_lazy("Brief", "Mit freundlichen Grüßen\nIhre Geschäftsstelle")

DEFAULTS: Mapping[str, tuple[Promise, Promise]] = {
    Verdict.AWARD.value: (
        gettext_lazy("Herzlichen Glückwunsch: {preis} für „{titel}“"),
        gettext_lazy(
            "die Jury des Wettbewerbs „{wettbewerb}“ hat entschieden: „{titel}“ ({nummer}) bekommt den Preis „{preis}“."
            "\n\n{betrag}\n\nDie Begründung der Jury:\n\n{begruendung}\n\n"
            "Zu allem Weiteren melden wir uns in den nächsten Tagen bei Ihnen."
        ),
    ),
    Verdict.RESERVE.value: (
        gettext_lazy("„{titel}“ steht auf der Nachrückliste"),
        gettext_lazy(
            "die Jury des Wettbewerbs „{wettbewerb}“ hat „{titel}“ ({nummer}) auf die Nachrückliste gesetzt. "
            "Wird ein Preis frei, melden wir uns sofort bei Ihnen.\n\n{begruendung}"
        ),
    ),
    Verdict.NONE.value: (
        gettext_lazy("Die Entscheidung der Jury zu „{titel}“"),
        gettext_lazy(
            "vielen Dank für Ihre Bewerbung „{titel}“ ({nummer}) beim Wettbewerb „{wettbewerb}“. "
            "Die Jury hat sich diesmal für andere Vorhaben entschieden.\n\n{begruendung}\n\n"
            "Wir hoffen, dass Sie Ihr Vorhaben trotzdem verfolgen, und freuen uns auf Ihre nächste Bewerbung."
        ),
    ),
}


_STANDING = Case(*(When(verdict=verdict, then=number) for number, verdict in enumerate(Verdict)))


@dataclass(frozen=True)
class Words:
    """Subject and body in force for one verdict; `own` tells whether the office wrote them."""

    verdict: str
    subject: str
    body: str
    own: bool

    @property
    def label(self) -> str:
        return str(Verdict(self.verdict).label)


@dataclass(frozen=True)
class LetterDraft:
    """One letter as it would leave now, or as it left."""

    decision: Decision
    subject: str
    body: str
    letter: Letter | None


def letter_words(competition: Competition) -> dict[str, Words]:
    """By verdict: the office's words, else the house's."""
    own = {template.verdict: template for template in LetterTemplate.objects.filter(competition=competition)}
    found = {}
    for verdict, (subject, body) in DEFAULTS.items():
        template = own.get(verdict)
        whole = f"{_GREETING}\n\n{body}\n\n{_END}"
        found[verdict] = (
            Words(verdict, template.subject, template.body, own=True)
            if template
            else Words(verdict, str(subject), whole, own=False)
        )
    return found


def letter_drafts(stage: Stage) -> list[LetterDraft]:
    """One letter per decision on an application, in four queries whatever their number; sent ones as they were sent."""
    words = letter_words(stage.competition)
    feedback = _feedback(stage)
    decisions = (
        Decision.objects.filter(candidate__stage=stage, candidate__application__isnull=False)
        .select_related("candidate__application__lead", "candidate__stage__competition", "award", "letter")
        .order_by(_STANDING, "place", "candidate__number")
    )
    return [
        _draft(decision, words[decision.verdict], feedback.get(decision.candidate_id, ())) for decision in decisions
    ]


def _draft(decision: Decision, words: Words, remarks: Sequence[str]) -> LetterDraft:
    letter = getattr(decision, "letter", None)
    if letter is not None:
        return LetterDraft(decision, letter.subject, letter.body, letter)
    values = _values(decision)
    body = fill_letter(words.body, values)
    if remarks:
        body = "\n\n".join([body, _("Rückmeldungen aus der Jury:"), *(f"– {remark}" for remark in remarks)])
    return LetterDraft(decision, fill_letter(words.subject, values), body, None)


def _values(decision: Decision) -> dict[str, str]:
    application, award = decision.candidate.application, decision.award
    assert application is not None  # noqa: S101 - the query asks for applications only
    return {
        "titel": decision.candidate.title,
        "nummer": application.code,
        "einrichtung": application.organisation,
        "ansprechperson": application.contact_name,
        "wettbewerb": decision.candidate.stage.competition.title,
        "preis": str(award or decision.get_verdict_display()),
        "betrag": _("Er ist mit %(amount)s verbunden.") % {"amount": euro(award.amount)}
        if award and award.amount
        else "",
        "begruendung": decision.reason,
    }


def _feedback(stage: Stage) -> dict[int, list[str]]:
    """What jurors wrote for the applicants, without names; nothing unless the office allows it."""
    if not Panel.objects.filter(stage=stage, shares_feedback=True).exists():
        return {}
    rows = (
        Assignment.objects.counting()
        .filter(candidate__stage=stage, review__state=ReviewState.COMPLETE, review__shares_note=True)
        .exclude(review__note="")
        .order_by("candidate", "review__note")
    )
    found: dict[int, list[str]] = {}
    for candidate, note in rows.values_list("candidate_id", "review__note"):
        found.setdefault(candidate, []).append(note)
    return found
