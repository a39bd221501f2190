"""What the office types: the formal check, invitations, reasons, decisions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.places.models import Municipality
from competitions.enums import FormalCheckItem, Verdict
from competitions.models import Assignment, Award, Candidate, Decision, PanelMember, Stage
from competitions.queries import reopenable

NO_REASON = {"required": _("Bitte geben Sie einen Grund an.")}


class ChecklistField(forms.MultipleChoiceField):
    """Points that belong to a decision, so they are not called voluntary; how many are needed, the action knows."""

    def validate(self, value: list[str]) -> None:
        """Refuse only what is no point of the list."""
        if value:
            super().validate(value)


class RefusalReasonField(forms.CharField):
    """A reason that only a refusal needs."""

    def validate(self, value: str) -> None:
        """The action asks for it."""


class CheckForm(forms.Form):
    """The formal check: what is in order, and why an application can't take part."""

    ticked = ChecklistField(
        label=_("Prüfliste"),
        choices=FormalCheckItem.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Zum Zulassen müssen alle Punkte stimmen."),
    )
    reason = RefusalReasonField(
        label=_("Grund der Ablehnung"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nur zum Ablehnen. Er wird der bewerbenden Stelle geschrieben."),
    )


class ReasonForm(forms.Form):
    """A reason that stays on record."""

    reason = forms.CharField(
        label=_("Grund"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), error_messages=NO_REASON
    )


class InviteJurorForm(forms.Form):
    """A new member of the panel; what ties them to a place is compared with every application."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-Mail-Adresse"), help_text=_("Dorthin geht die Einladung."))
    organisation = forms.CharField(
        label=_("Einrichtung"),
        required=False,
        max_length=160,
        help_text=_("Bewerbungen derselben Einrichtung bekommt diese Person nicht."),
    )
    municipality = forms.ModelChoiceField(
        label=_("Kommune"),
        queryset=Municipality.objects.none(),
        required=False,
        help_text=_("Bewerbungen aus dieser Kommune bekommt diese Person nicht."),
    )

    is_substitute = forms.BooleanField(
        label=_("Ersatzmitglied"),
        required=False,
        help_text=_("Bekommt erst Kandidaten, wenn jemand ausscheidet."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipality"].queryset = Municipality.objects.filter(is_active=True).order_by("name")


class RemoveJurorForm(ReasonForm):
    """Who leaves the panel, and why."""

    member = forms.ModelChoiceField(label=_("Jurymitglied"), queryset=PanelMember.objects.none())
    field_order = ("member", "reason")

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = PanelMember.objects.active().filter(panel__stage=stage)
        self.fields["member"].queryset = members.select_related("user", "panel__stage")


class ReviewChoiceField(forms.ModelChoiceField):
    """Reviews by juror and candidate."""

    def label_from_instance(self, obj: Assignment) -> str:
        return f"{obj.member}: {obj.candidate.label} {obj.candidate.title}"


class ReopenReviewForm(ReasonForm):
    """Which finished review is opened again, and why."""

    review = ReviewChoiceField(label=_("Abgeschlossene Bewertung"), queryset=Assignment.objects.none())
    field_order = ("review", "reason")

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review"].queryset = reopenable(stage)


class DecisionForm(forms.Form):
    """The panel's verdict on one candidate. Its prefix is the candidate's key, never a position in a list."""

    NOTED = _("Als Vorschlag notiert. Endgültig wird er mit allen anderen zusammen.")
    OPEN = _("Bitte wählen Sie eine Entscheidung.")

    verdict = forms.ChoiceField(
        label=_("Entscheidung"), choices=[("", _("noch offen")), *Verdict.choices], required=False
    )
    award = forms.ModelChoiceField(label=_("Preis"), queryset=Award.objects.none(), required=False)
    place = forms.IntegerField(label=_("Platz"), required=False, min_value=1, max_value=999)
    reason = forms.CharField(
        label=_("Begründung der Jury"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wird bei einem Preis veröffentlicht."),
    )

    def __init__(self, *args: Any, candidate: Candidate, decision: Decision | None, **kwargs: Any) -> None:
        initial = (
            {
                "verdict": decision.verdict,
                "award": decision.award_id,
                "place": decision.place,
                "reason": decision.reason,
            }
            if decision
            else {}
        )
        super().__init__(*args, prefix=candidate.key, initial=initial, **kwargs)
        self.candidate = candidate
        self.fields["award"].queryset = Award.objects.filter(stage=candidate.stage_id)

    def clean(self) -> dict[str, Any]:
        """What is typed beside an open decision would be lost, so it is refused."""
        data = super().clean() or {}
        if not data.get("verdict") and any(data.get(name) for name in ("award", "place", "reason")):
            self.add_error("verdict", self.OPEN)
        return data
