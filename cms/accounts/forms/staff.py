"""What the administration says about an account: whose it is and what the person may do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.accounts.enums import Role
from cms.accounts.models import User


class AccountForm(WagtailAdminModelForm):
    """Address, name and roles. The roles are given and taken by actions, see the viewset."""

    roles = forms.MultipleChoiceField(
        label=_("Rollen"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Redaktion, Moderation, Geschäftsstelle und Administration brauchen einen zweiten Faktor."),
    )

    class Meta:
        model = User
        fields = ["email", "name", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _("Die Adresse ist der Schlüssel zum Konto und bleibt.")
            self.initial["roles"] = [role.value for role in self.instance.roles]

    def clean_email(self) -> str:
        """Return the address in the form in which it is stored."""
        return str(self.cleaned_data["email"]).strip().lower()
