"""What an author asks for on the private pages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.forms.fields import EMAIL_ERRORS, email_input


class FindLinksForm(forms.Form):
    """„Link vergessen?“"""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        max_length=254,
        help_text=_("Die Adresse, mit der Sie Ihre Fotos eingereicht haben."),
        widget=email_input(),
        error_messages=EMAIL_ERRORS,
    )


class EraseForm(forms.Form):
    """Deleting everything is asked for twice: by the button that leads here, and by this tick."""

    use_required_attribute = False

    is_sure = forms.BooleanField(
        label=_("Ja, alles zu diesem Beitrag löschen."),
        error_messages={"required": _("Bitte bestätigen Sie, dass alles gelöscht werden soll.")},
    )


class PositionForm(forms.Form):
    """Where a device stands; asked for a town's name and never stored."""

    latitude = forms.FloatField(min_value=-90, max_value=90)
    longitude = forms.FloatField(min_value=-180, max_value=180)
