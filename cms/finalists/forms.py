"""Who is to judge a campaign's shortlist: a jury that exists, or a new one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.models import Campaign
from competitions.models import Stage


class NewJuryForm(forms.Form):
    """A jury of its own, made in one step."""

    contact_email = forms.EmailField(
        label=_("E-Mail-Adresse für Rückfragen der Jury"), help_text=_("Steht in den Einladungen als Antwortadresse.")
    )
    jury_closes_at = forms.SplitDateTimeField(
        label=_("Die Jury bewertet bis"),
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date"}, time_attrs={"type": "time"}, date_format="%Y-%m-%d", time_format="%H:%M"
        ),
    )
    blind = forms.BooleanField(label=_("Ohne Namen der Fotografinnen und Fotografen"), required=False, initial=True)


class ExistingJuryForm(forms.Form):
    """A stage of a competition that has no candidates of other kinds and still takes scores."""

    stage = forms.ModelChoiceField(label=_("Stufe"), queryset=Stage.objects.none())

    def __init__(self, *args: Any, now: datetime, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].queryset = fitting_stages(now)
        self.campaign = campaign


def fitting_stages(now: datetime) -> Any:
    """Stages that are not closed, whose jury has time left, and that judge nobody yet."""
    stages = Stage.objects.filter(closed_at=None, jury_closes_at__gt=now, candidates=None, form_versions=None)
    return stages.select_related("competition").order_by("competition__title", "number")
