"""Forms of the newsletter's readers. They check shape; the actions decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.models import NewsletterTopic
from home.queries.newsletter import offered_topics

# The words that somebody agrees to; they are stored with the address.
CONSENT = _(
    "Ich möchte den Newsletter per E-Mail bekommen. Dafür darf die Geschäftsstelle meine Adresse und die gewählten "
    "Themen speichern. Ob ich die Mail öffne oder darin etwas anklicke, wird nicht ausgewertet."
)
EMAIL_ERRORS = {
    "required": _("Bitte geben Sie Ihre E-Mail-Adresse ein."),
    "invalid": _("Diese Adresse ist nicht vollständig. So sieht eine aus: name@example.org"),
}


class TopicsField(forms.ModelMultipleChoiceField):
    """The topics that are offered, each with its line of explanation; the office writes them in German only."""

    choices_are_german = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=NewsletterTopic.objects.filter(is_offered=True),
            label=_("Worüber möchten Sie lesen?"),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Bitte wählen Sie mindestens ein Thema.")},
            **kwargs,
        )


class AddressForm(forms.Form):
    """Only an address: for a new private link."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages=EMAIL_ERRORS,
    )
    # a field that people do not see; whoever fills it in is a machine
    website = forms.CharField(required=False, widget=forms.HiddenInput)


class SubscribeForm(AddressForm):
    """Address, topics and the one consent."""

    topics = TopicsField()
    consent = forms.BooleanField(
        label=_("Einverstanden"),
        help_text=CONSENT,
        error_messages={"required": _("Ohne Ihre Einwilligung dürfen wir Ihnen den Newsletter nicht schicken.")},
    )

    field_order = ["email", "topics", "consent", "website"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _explain(self.fields["topics"])
        self.fields["topics"].initial = [topic.pk for topic in offered_topics()]


class TopicsForm(forms.Form):
    """Other topics for somebody who reads already; what is no longer offered stays chosen until it is dropped."""

    topics = TopicsField()

    def __init__(self, *args: Any, chosen: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _explain(self.fields["topics"])
        self.fields["topics"].initial = chosen


def _explain(field: Any) -> None:
    field.hints = {str(topic.pk): topic.text for topic in offered_topics() if topic.text}
