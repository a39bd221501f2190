"""Forms of the members' area: the office invites, members describe themselves."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from home.models import GroupPage, Membership


class MembershipForm(WagtailAdminModelForm):
    """Partner, groups, since when."""

    class Meta:
        model = Membership
        fields: ClassVar[list[str]] = ["partner", "groups", "since"]
        widgets: ClassVar[dict[str, Any]] = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = GroupPage.objects.filter(
            locale__language_code=settings.LANGUAGE_CODE
        ).order_by("title")
        self.fields["groups"].help_text = _("Protokolle und Unterlagen dieser Gruppen darf die Person lesen.")


class InviteMemberForm(MembershipForm):
    """The same and whom to invite."""

    email = forms.EmailField(label=_("E-Mail-Adresse"), help_text=_("Dorthin geht die Einladung."))
    name = forms.CharField(label=_("Name"), max_length=120, required=False)

    field_order = ["email", "name", "partner", "groups", "since"]

    class Meta(MembershipForm.Meta):
        fields: ClassVar[list[str]] = ["partner", "groups", "since"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        if Membership.objects.filter(user__email=email).exists():
            raise forms.ValidationError(_("Diese Adresse ist schon Mitglied."))
        return email


class ProfileForm(forms.ModelForm):
    """What a member wants others to know."""

    class Meta:
        model = Membership
        fields: ClassVar[list[str]] = ["is_listed", "task", "about", "phone", "shows_email"]
        help_texts: ClassVar[dict[str, Any]] = {
            "is_listed": _(
                "Andere Mitglieder sehen dann Ihren Namen, Ihre Einrichtung, Ihre Gruppen und was hier steht."
            ),
            "task": _("Zum Beispiel „Stadtplanung“ oder „Citymanagement“."),
            "about": _("Ein bis zwei Sätze, höchstens 400 Zeichen."),
            "phone": _("Nur ausfüllen, wenn andere Mitglieder Sie anrufen dürfen."),
            "shows_email": _("Nur für Mitglieder, nie öffentlich."),
        }
        widgets: ClassVar[dict[str, Any]] = {
            "about": forms.Textarea(attrs={"rows": 4}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        }
