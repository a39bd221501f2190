"""People, drone, age, rights and consents; who the author is; what a guardian says."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.domain.reasons import Reason
from campaigns.enums import AgeBracket, ConsentKind, People
from campaigns.forms.fields import EMAIL_ERRORS, AskedEmailField, StatementField, email_input
from campaigns.models import Campaign, Entry
from campaigns.queries import consents_of, current_consent_texts
from campaigns.refusals import refused
from cms.core.languages import in_german

BELOW = "below"
_ASKED = (
    "people", "shows_children", "parents_agreed", "is_drone", "drone_cleared", "age", "guardian_email", "owns_rights",
)  # fmt: skip
_PEOPLE_HINTS = {
    People.AGREED.value: _("Damit bestätigen Sie: Jede erkennbare Person ist mit der Veröffentlichung einverstanden."),
    People.UNASKED.value: _(
        "Dann wird die Moderation Sie wahrscheinlich um ein anderes Foto bitten, auf dem niemand zu erkennen ist."
    ),
}


class DeclarationForm(forms.Form):
    """Step 3: people, age, rights, and each consent by itself with the words that are in force."""

    use_required_attribute = False

    people = forms.ChoiceField(
        label=_("Sind auf dem Foto Menschen zu erkennen?"),
        choices=People.choices,
        widget=forms.RadioSelect,
        help_text=_("Von hinten, sehr klein oder unscharf zählt als nicht erkennbar."),
        error_messages={"required": _("Bitte wählen Sie eine Antwort.")},
    )
    shows_children = StatementField(
        label=_("Unter den Menschen auf dem Foto sind Kinder."),
        help_text=_("Dann müssen deren Eltern einverstanden sein, nicht nur die Kinder selbst."),
    )
    parents_agreed = StatementField(label=_("Die Eltern aller erkennbaren Kinder haben zugestimmt."))
    is_drone = StatementField(
        label=_("Das Foto wurde mit einer Drohne aufgenommen."),
        help_text=_("Über Wohngrundstücken, Menschenmengen und vielen Behörden ist das Fliegen verboten."),
    )
    drone_cleared = StatementField(
        label=_("Der Flug war an diesem Ort erlaubt, ich bin als Betreiberin oder Betreiber registriert.")
    )
    age = forms.ChoiceField(
        label=_("Wie alt sind Sie?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Antwort.")},
    )
    guardian_email = AskedEmailField(
        label=_("E-Mail-Adresse einer sorgeberechtigten Person"),
        help_text=_("Nur unter 18 nötig. Sie bekommt einen eigenen Link, mit dem sie zustimmt."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": EMAIL_ERRORS["invalid"]},
    )
    owns_rights = forms.BooleanField(
        label=_("Ich habe das Foto selbst gemacht und darf darüber verfügen."),
        error_messages={"required": _("Ohne diese Bestätigung dürfen wir das Foto nicht zeigen.")},
    )
    consents = forms.MultipleChoiceField(
        label=_("Was dürfen andere mit dem Foto tun?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Die ersten beiden sind für die Teilnahme nötig, die dritte ist freiwillig."),
        error_messages={"required": _("Ohne die beiden nötigen Einwilligungen können Sie nicht teilnehmen.")},
    )

    def __init__(self, *args: Any, entry: Entry, **kwargs: Any) -> None:
        given = {name: getattr(entry, name) for name in _ASKED}
        given["consents"] = [kind.value for kind in consents_of(entry)]
        super().__init__(*args, initial=given, **kwargs)
        self._set_ages(entry.campaign)
        texts = current_consent_texts(entry.campaign)
        self.fields["people"].hints = _PEOPLE_HINTS
        self.fields["consents"].choices = [(kind.value, kind.label) for kind in texts]
        self.fields["consents"].hints = {kind.value: in_german(text.text) for kind, text in texts.items()}

    def _set_ages(self, campaign: Campaign) -> None:
        self.minimum_age = campaign.minimum_age
        below = (BELOW, _("Unter %(age)d Jahre") % {"age": campaign.minimum_age})
        minor = (AgeBracket.MINOR.value, _("%(age)d bis 17 Jahre") % {"age": campaign.minimum_age})
        adult = (AgeBracket.ADULT.value, AgeBracket.ADULT.label)
        self.fields["age"].choices = [below, minor, adult] if campaign.minimum_age < 18 else [below, adult]
        self.fields["age"].hints = {
            BELOW: _("Dann können Sie hier noch nicht teilnehmen. Ihr Foto löschen wir nach sieben Tagen."),
            AgeBracket.MINOR.value: _(
                "Eine sorgeberechtigte Person bekommt einen eigenen Link. Erst wenn sie zugestimmt hat, wird das Foto "
                "gezeigt. Nach drei Tagen erinnern wir sie, nach 14 Tagen endet der Beitrag."
            ),
        }

    def clean_age(self) -> str:
        """Too young is an answer, and refused kindly."""
        age: str = self.cleaned_data["age"]
        if age == BELOW:
            raise forms.ValidationError(str(refused(Reason.TOO_YOUNG, age=self.minimum_age)), code="too_young")
        return age

    def answers(self) -> dict[str, Any]:
        """What `declare` takes."""
        data = dict(self.cleaned_data)
        data["people"], data["age"] = People(data["people"]), AgeBracket(data["age"])
        data["consents"] = [ConsentKind(kind) for kind in data["consents"]]
        with_people = data["people"] != People.NOBODY
        data["shows_children"] = with_people and data["shows_children"]
        return data


class AuthorForm(forms.Form):
    """Step 4: how the author wants to be named, and where the code goes."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        max_length=254,
        help_text=_("Dorthin schicken wir einen Code und später die Nachricht, ob Ihr Foto gezeigt wird."),
        widget=email_input(),
        error_messages=EMAIL_ERRORS,
    )
    name = forms.CharField(
        label=_("Name für den Bildnachweis"),
        max_length=100,
        required=False,
        help_text=_("Leer lassen für „Einsendung aus der Bürgerschaft“."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class GuardianForm(forms.Form):
    """A guardian agrees by name."""

    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Bitte geben Sie Ihren Namen an.")},
    )
    agrees = forms.BooleanField(
        label=_("Ich bin sorgeberechtigt und stimme der Teilnahme mit diesem Foto und diesen Einwilligungen zu."),
        error_messages={"required": _("Bitte bestätigen Sie, dass Sie zustimmen.")},
    )
