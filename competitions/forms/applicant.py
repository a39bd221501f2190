"""Who applies: what beginning needs, and the first part of every application, which may stay unfinished."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.places.forms import MunicipalityField
from competitions.domain import (
    APPLICANT_PART,
    TOWN_CONSENT,
    Question,
    consent_question,
    fingerprint,
    needs_consent,
)
from competitions.enums import OrganisationKind
from competitions.models import Application

from .part import file_field, file_item
from .partners import PartnersField

FIELDS = ("organisation", "organisation_kind", "municipality", "title", "contact_name", "contact_phone", "partners")


class StartForm(forms.Form):
    """Who wants to apply with what; enough for a draft that can be told from others."""

    organisation = forms.CharField(
        label=_("Wer bewirbt sich?"),
        max_length=160,
        help_text=_("Die Stadt, der Verein oder das Unternehmen, zum Beispiel „Stadt Schmalkalden“."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Bitte geben Sie an, wer sich bewirbt.")},
    )
    organisation_kind = forms.ChoiceField(
        label=_("Was trifft zu?"),
        choices=OrganisationKind.choices,
        initial=OrganisationKind.MUNICIPALITY.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Antwort.")},
    )
    municipality = MunicipalityField(
        label=_("Für welche Stadt oder Gemeinde?"),
        help_text=_("Beginnen Sie zu schreiben, zum Beispiel „Bad Su“."),
    )
    title = forms.CharField(
        label=_("Wie heißt Ihr Vorhaben?"),
        max_length=120,
        help_text=_("Kurz und so, dass man es sich merkt. Ändern können Sie ihn bis zum Senden."),
        error_messages={"required": _("Bitte geben Sie Ihrem Vorhaben einen Titel.")},
    )


class ApplicantForm(StartForm):
    """The first part. Nothing is required while saving: what is missing is named when it is checked."""

    contact_name = forms.CharField(
        label=_("Wer ist die Ansprechperson?"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_phone = forms.CharField(
        label=_("Telefon"),
        max_length=40,
        required=False,
        help_text=_("Falls die Geschäftsstelle schnell etwas fragen muss."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    partners = PartnersField(
        label=_("Wer trägt das Vorhaben mit?"),
        help_text=_(
            "Stadt und Wirtschaft gemeinsam: Nennen Sie alle, die sich mit Geld, Arbeit oder Räumen beteiligen."
        ),
    )

    key = APPLICANT_PART
    title_text = _("Wer sich bewirbt")
    intro = _("Einrichtung, Stadt, Titel, Ansprechperson, Partner")
    use_required_attribute = False

    def __init__(self, data: Any = None, *, application: Application, empty_partners: int = 0) -> None:
        super().__init__(data, initial={name: getattr(application, name) for name in FIELDS})
        self.application = application
        self.fields["partners"].widget.empty_rows = empty_partners
        self.fields[TOWN_CONSENT] = self._consent_field()
        self.posted_stand = data.get("stand", "") if data is not None else ""
        self.others: dict[str, Any] = {}

    def _consent_field(self) -> forms.Field:
        field = file_field(consent_question())
        field.required = needs_consent(self.application.organisation_kind)
        note = _("Nötig, wenn nicht die Stadt oder Gemeinde selbst sich bewirbt; ein unterschriebener Brief genügt.")
        field.help_text = f"{note} {field.help_text}"
        return field

    @property
    def file_questions(self) -> list[Question]:
        """The questions that are answered with files: here the consent of the town."""
        return [consent_question()]

    @staticmethod
    def field_name(question: str) -> str:
        """The name of a question's field."""
        return question

    @property
    def stand(self) -> str:
        """The fingerprint of what is stored: whoever saves over another one is told."""
        kept = self.application
        return fingerprint(
            {name: getattr(kept, name) for name in FIELDS if name != "municipality"} | {"ags": kept.municipality_id}
        )

    def clean(self) -> dict[str, Any]:
        """Leave the gaps alone."""
        found = super().clean() or self.cleaned_data
        for name, errors in list(self.errors.items()):
            if errors.as_data()[0].code == "required":
                del self.errors[name]
                found[name] = None if name == "municipality" else ""
        found["organisation_kind"] = found.get("organisation_kind") or self.application.organisation_kind
        return found

    def words(self) -> dict[str, Any]:
        """What `save_applicant` takes; a field that can't be read keeps what is stored."""
        self.full_clean()
        return {name: self.cleaned_data.get(name, getattr(self.application, name)) for name in FIELDS}

    def says_nothing_new(self) -> bool:
        """Whether exactly this is stored already, for instance by the first of two clicks."""
        return all(value == getattr(self.application, name) for name, value in self.words().items())

    def compare_with(self, application: Application) -> None:
        """Show what somebody else has stored meanwhile beside what was typed."""
        typed, self.application = self.words(), application
        self.others = {name: getattr(application, name) for name in FIELDS if getattr(application, name) != typed[name]}
        if "partners" in self.others:
            self.others["partners"] = ", ".join(partner["name"] for partner in application.partners)

    def sections(self) -> list[dict[str, Any]]:
        """The page from top to bottom; here one stretch of fields."""
        items = [
            {
                "field": self[name],
                "is_question": True,
                "is_partners": name == "partners",
                "other": self.others.get(name),
                "has_other": name in self.others,
            }
            for name in FIELDS
        ]
        question = consent_question()
        items.append(file_item(self, question.key, question, self.application))
        return [{"items": items}]
