"""Forms of the KOMPASS and the funding guide; they check shape, the actions decide."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.places.forms import MunicipalityField
from home.enums import ApplicantKind, FundingArea, VacancyKind


class SuggestionForm(forms.Form):
    """„Beispiel vorschlagen“."""

    title = forms.CharField(
        label=_("Worum geht es?"),
        max_length=120,
        help_text=_("Ein kurzer Titel, zum Beispiel „Aus dem Schuhladen wird ein Jugendcafé“."),
        error_messages={"required": _("Bitte geben Sie dem Beispiel einen Titel.")},
    )
    municipality = MunicipalityField()
    vacancy = forms.ChoiceField(
        label=_("Was stand leer?"),
        choices=VacancyKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie, was leer stand.")},
    )
    story = forms.CharField(
        label=_("Was wurde gemacht?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Wer hat angefangen, wer hat geholfen, was hat es gekostet? Stichworte genügen."),
        error_messages={"required": _("Bitte schreiben Sie, was gemacht wurde.")},
    )
    result = forms.CharField(
        label=_("Was ist heute anders?"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    link = forms.URLField(
        label=_("Adresse zum Weiterlesen"),
        required=False,
        assume_scheme="https",
        error_messages={
            "invalid": _("Bitte geben Sie eine vollständige Adresse an, zum Beispiel https://example.org.")
        },
    )
    name = forms.CharField(
        label=_("Ihr Name"), max_length=120, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    organisation = forms.CharField(
        label=_("Ihre Organisation"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Für Rückfragen und unsere Antwort. Sie wird nicht veröffentlicht."),
        error_messages={
            "required": _("Bitte geben Sie Ihre Adresse an, damit wir nachfragen können."),
            "invalid": _("Bitte geben Sie eine gültige Adresse an, zum Beispiel name@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # a field that people do not see; whoever fills it in is a machine
    website = forms.CharField(required=False, widget=forms.HiddenInput)


class FundingQuestions(forms.Form):
    """Who are you, what do you plan, where? Every answer may be left out."""

    wer = forms.ChoiceField(
        label=_("Wer sind Sie?"), choices=ApplicantKind.choices, widget=forms.RadioSelect, required=False
    )
    was = forms.MultipleChoiceField(
        label=_("Was haben Sie vor?"),
        choices=FundingArea.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Kreuzen Sie alles an, was passt."),
    )
    wo = MunicipalityField(label=_("Wo?"), required=False, help_text=_("Stadt oder Gemeinde in Thüringen."))


class RefuseSuggestionForm(forms.Form):
    """Why a suggested example does not come into the KOMPASS; the person reads it."""

    reason = forms.CharField(
        label=_("Begründung"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Steht so in der E-Mail an die Person, die das Beispiel vorgeschlagen hat."),
        error_messages={"required": _("Bitte schreiben Sie, warum das Beispiel nicht passt.")},
    )
