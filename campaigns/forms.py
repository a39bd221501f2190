"""Forms of the public pages. They check shape; what is allowed now is the actions' matter."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums import AgeBracket, ConsentKind, People, ReportReason
from campaigns.models import Campaign, Entry
from campaigns.queries import Suggestion, consents_of, current_consent_texts
from cms.core.templatetags.stadtblick import moment
from cms.places.forms import MunicipalityField
from cms.places.models import Municipality

# Named endings beside image/*: not every system knows HEIC and AVIF as pictures. No `capture`: people may also choose
# a photo they already have.
ACCEPT = "image/*,.heic,.heif,.avif"
EMAIL_ERRORS = {
    "required": _("Bitte geben Sie Ihre E-Mail-Adresse ein."),
    "invalid": _("Diese Adresse ist nicht vollständig. So sieht eine aus: name@example.org"),
    "max_length": _("Diese Adresse ist zu lang."),
}


def email_input() -> forms.EmailInput:
    """The input of an address, which browsers fill in themselves."""
    return forms.EmailInput(attrs={"autocomplete": "email"})


class StatementField(forms.BooleanField):
    """A tick that may stay away: leaving it away is an answer too, so it is not called voluntary."""

    def validate(self, value: bool) -> None:
        """Both answers are right."""


class OneTownField(MunicipalityField):
    """A town that is asked for, where another field may answer instead."""

    def validate(self, value: str) -> None:
        """The form asks for one of the two."""


class PhotoForm(forms.Form):
    """Step 1. `once` names this very form: sending it twice hands in one photo. `instead` is the draft it replaces."""

    photo = forms.FileField(
        label=_("Ihr Foto"),
        allow_empty_file=True,
        help_text=_("JPEG, PNG, WebP, HEIC oder AVIF, bis 25 MB, kurze Seite mindestens 1.200 Pixel."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={"required": _("Bitte wählen Sie ein Foto aus.")},
    )
    once = forms.UUIDField(required=False, initial=uuid.uuid4, widget=forms.HiddenInput)
    instead = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class PlaceForm(forms.Form):
    """Step 2. What the camera noted is only offered: its town and its notes count when the author ticks them."""

    use_required_attribute = False

    take_town = StatementField()
    municipality = OneTownField(help_text=_("Beginnen Sie zu schreiben, zum Beispiel „Bad Su“."))
    place = forms.CharField(
        label=_("Wo genau?"),
        max_length=120,
        required=False,
        help_text=_("So, dass andere den Blick finden: „Saaleweg, an der Steinbrücke“."),
    )
    title = forms.CharField(
        label=_("Titel"),
        max_length=80,
        error_messages={"required": _("Bitte geben Sie Ihrem Foto einen Titel.")},
    )
    reason = forms.CharField(
        label=_("Warum ist das Ihr schönster Blick?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    description = forms.CharField(
        label=_("Was ist zu sehen?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Für Menschen, die das Bild nicht sehen können. Ein oder zwei Sätze genügen."),
        error_messages={"required": _("Bitte beschreiben Sie kurz, was auf dem Foto zu sehen ist.")},
    )
    keep_camera = forms.BooleanField(required=False, label=_("Zeit und Standort der Kamera mit dem Beitrag speichern"))

    def __init__(
        self, *args: Any, entry: Entry, suggestion: Suggestion | None, town: Municipality | None, **kwargs: Any
    ) -> None:
        words = {name: getattr(entry, name) for name in ("municipality", "place", "title", "reason", "description")}
        words["keep_camera"] = entry.taken_at is not None or entry.latitude is not None
        super().__init__(*args, initial=words, **kwargs)
        self.town, self.suggestion = town, suggestion or _noted(entry)
        self._offer()

    def _offer(self) -> None:
        if self.town is None:
            del self.fields["take_town"]
        else:
            self.fields["take_town"].label = _("Das Foto zeigt %(town)s") % {"town": self.town.label}
            self.fields["take_town"].help_text = _("Dorthin weist der Standort, den Ihre Kamera notiert hat.")
            self.fields["municipality"].label = _("Oder eine andere Stadt oder Gemeinde")
        if self.suggestion is None:
            del self.fields["keep_camera"]
        elif self.suggestion.taken_at:
            self.fields["keep_camera"].help_text = _(
                "Aufgenommen am %(moment)s. Ohne Ihr Häkchen löschen wir, was die Kamera notiert hat."
            ) % {"moment": moment(self.suggestion.taken_at)}
        else:
            self.fields["keep_camera"].help_text = _("Ohne Ihr Häkchen löschen wir, was die Kamera notiert hat.")

    def clean(self) -> dict[str, Any]:
        """The town that was typed, else the one that was offered and accepted."""
        found = super().clean() or self.cleaned_data
        if "municipality" in found and found["municipality"] is None:
            if found.get("take_town"):
                found["municipality"] = self.town
            else:
                self.add_error("municipality", _("Bitte geben Sie einen Ort an."))
        return found

    def words(self) -> dict[str, Any]:
        """What `describe_entry` takes."""
        data = self.cleaned_data
        kept = self.suggestion if data.get("keep_camera") else None
        camera = {name: getattr(kept, name, None) for name in ("taken_at", "latitude", "longitude")}
        return {name: data[name] for name in ("municipality", "place", "title", "reason", "description")} | camera


def _noted(entry: Entry) -> Suggestion | None:
    """What the author let us store before, when the camera's notes themselves are forgotten."""
    if entry.taken_at is None and entry.latitude is None:
        return None
    return Suggestion(entry.taken_at, entry.latitude, entry.longitude)


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
    is_drone = StatementField(label=_("Das Foto wurde mit einer Drohne aufgenommen."))
    age = forms.ChoiceField(
        label=_("Wie alt sind Sie?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Antwort.")},
    )
    guardian_email = forms.EmailField(
        label=_("E-Mail-Adresse einer sorgeberechtigten Person"),
        required=False,
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
        names = ("people", "is_drone", "age", "guardian_email", "owns_rights")
        given = {name: getattr(entry, name) for name in names}
        given["consents"] = [kind.value for kind in consents_of(entry)]
        super().__init__(*args, initial=given, **kwargs)
        self._set_ages(entry.campaign)
        texts = current_consent_texts(entry.campaign)
        self.fields["consents"].choices = [(kind.value, kind.label) for kind in texts]
        self.fields["consents"].hints = {kind.value: text.text for kind, text in texts.items()}

    def _set_ages(self, campaign: Campaign) -> None:
        minor = (AgeBracket.MINOR.value, _("%(age)d bis 17 Jahre") % {"age": campaign.minimum_age})
        adult = (AgeBracket.ADULT.value, AgeBracket.ADULT.label)
        self.fields["age"].choices = [minor, adult] if campaign.minimum_age < 18 else [adult]
        if campaign.minimum_age < 18:
            self.fields["age"].help_text = _("Unter 18 brauchen wir die Zustimmung einer sorgeberechtigten Person.")

    def answers(self) -> dict[str, Any]:
        """What `declare` takes."""
        data = dict(self.cleaned_data)
        data["people"], data["age"] = People(data["people"]), AgeBracket(data["age"])
        data["consents"] = [ConsentKind(kind) for kind in data["consents"]]
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
        label=_("Ich bin sorgeberechtigt und stimme der Teilnahme mit diesem Foto zu."),
        error_messages={"required": _("Bitte bestätigen Sie, dass Sie zustimmen.")},
    )


class VoterForm(forms.Form):
    """Where the code for the ballot goes."""

    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        max_length=254,
        help_text=_("Wir schicken Ihnen sechs Ziffern. Erst wenn Sie die eingeben, zählt Ihr Stimmzettel."),
        widget=email_input(),
        error_messages=EMAIL_ERRORS,
    )


class ReceiptForm(forms.Form):
    """A receipt as somebody types it."""

    receipt = forms.CharField(
        label=_("Ihre Quittung"),
        max_length=40,
        help_text=_("Sie steht in der Mail nach Ihrer Stimmabgabe, zum Beispiel Q-7KM4-P2XT."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Bitte geben Sie Ihre Quittung ein.")},
    )


class ReportForm(forms.Form):
    """„Beitrag melden“."""

    reason = forms.ChoiceField(
        label=_("Was stimmt nicht?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie einen Grund.")},
    )
    message = forms.CharField(
        label=_("Was sollten wir wissen?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        max_length=254,
        help_text=_("Nur nötig, wenn Sie eine Antwort möchten."),
        widget=email_input(),
        error_messages=EMAIL_ERRORS,
    )

    def clean(self) -> dict[str, Any]:
        """„Etwas anderes“ needs words."""
        found = super().clean() or self.cleaned_data
        if found.get("reason") == ReportReason.OTHER and not found.get("message", "").strip():
            self.add_error("message", _("Bitte schreiben Sie kurz, worum es geht."))
        return found
