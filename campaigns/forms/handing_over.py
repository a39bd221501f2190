"""To whom photos are handed over, for what, and in which form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums import ConsentKind, HandoverKind
from campaigns.models import Campaign, CampaignTown
from cms.places.models import Municipality


class HandoverForm(forms.Form):
    """What the office enters before photos leave the house."""

    scope = forms.ChoiceField(
        label=_("Wofür haben die Fotografinnen und Fotografen zugestimmt?"),
        choices=[
            (ConsentKind.MUNICIPALITY.value, _("Nutzung durch die eigene Kommune")),
            (ConsentKind.OPEN_LICENCE.value, _("Offene Lizenz CC BY 4.0, zum Beispiel für Tourismus")),
        ],
        widget=forms.RadioSelect,
        initial=ConsentKind.MUNICIPALITY.value,
    )
    municipality = forms.ModelChoiceField(
        label=_("Kommune"),
        queryset=Municipality.objects.none(),
        required=False,
        empty_label=_("Alle Orte (nur mit offener Lizenz)"),
    )
    winners_only = forms.BooleanField(label=_("Nur ausgezeichnete Fotos"), required=False)
    kind = forms.ChoiceField(label=_("Dateien"), choices=HandoverKind.choices, initial=HandoverKind.PACKAGE.value)
    recipient = forms.CharField(
        label=_("Wer erhält die Fotos?"), max_length=160, help_text=_("Einrichtung, dazu am besten ein Name.")
    )
    recipient_email = forms.EmailField(
        label=_("E-Mail-Adresse für Widerrufe"),
        required=False,
        help_text=_("Dorthin können Sie schreiben, wenn jemand die Einwilligung zurücknimmt."),
    )
    purpose = forms.CharField(
        label=_("Wofür?"), max_length=300, help_text=_("Zum Beispiel: Website und Schaukasten der Stadt.")
    )

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taking_part = CampaignTown.objects.filter(campaign=campaign, entries__gt=0).values("municipality")
        towns = Municipality.objects.filter(pk__in=taking_part).order_by("name_folded", "district")
        self.fields["municipality"].queryset = towns

    def clean(self) -> dict[str, Any]:
        """The consent for the municipality names one municipality: the photo's own."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("scope") == ConsentKind.MUNICIPALITY and not data.get("municipality"):
            self.add_error(
                "municipality", _("Diese Einwilligung gilt nur für die eigene Kommune. Bitte wählen Sie sie.")
            )
        return data

    @property
    def order(self) -> dict[str, Any]:
        """What `hand_over_photos` wants to know."""
        data = self.cleaned_data
        return {**data, "scope": ConsentKind(data["scope"]), "kind": HandoverKind(data["kind"])}
