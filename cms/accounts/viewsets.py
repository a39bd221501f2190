"""Accounts and roles in the admin; every change goes through the actions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.views.account import AccountView, ChangePasswordPanel, NameEmailSettingsPanel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.users.views.groups import GroupViewSet

from cms.accounts.actions import delete_account, invite, set_account
from cms.accounts.enums import Role
from cms.accounts.forms import AccountForm
from cms.accounts.models import User
from cms.core.refusals import Refused


class InviteView(generic.CreateView):
    """A new account; the first log-in by code proves the address."""

    def save_instance(self) -> User:
        """Invite the person."""
        data = self.form.cleaned_data
        return invite(
            email=data["email"],
            name=data["name"],
            roles=tuple(Role(value) for value in data["roles"]),
            by=self.request.user,
            now=timezone.now(),
        )


class ChangeView(generic.EditView):
    """Name, lock and roles of an account."""

    def form_valid(self, form: AccountForm) -> HttpResponse:
        """Show what the actions refuse beside the form, nothing typed is lost."""
        try:
            return super().form_valid(form)
        except Refused as refusal:
            self.object.refresh_from_db()
            self.object.forget_roles()
            form.add_error(None, str(refusal))
            self.produced_error_message = str(refusal)
            return self.form_invalid(form)

    def save_instance(self) -> User:
        """Let the actions store what the form says."""
        data = self.form.cleaned_data
        user = User.objects.get(pk=self.object.pk)
        set_account(
            user=user,
            name=data["name"],
            is_active=data["is_active"],
            roles=frozenset(Role(value) for value in data["roles"]),
            by=self.request.user,
            now=timezone.now(),
        )
        self.has_content_changes = self.form.has_changed()
        return user


class RemoveView(generic.DeleteView):
    """Delete an account that nothing hangs on."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Delete, or say why not."""
        try:
            delete_account(user=self.object, by=self.request.user, now=timezone.now())
        except Refused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, _("Das Konto ist gelöscht."))
        return HttpResponseRedirect(self.get_success_url())


class AccountViewSet(ModelViewSet):
    """Everybody with an account."""

    model = User
    icon = "user"
    menu_label = _("Konten und Rollen")
    menu_name = "users"
    menu_order = 600
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    add_view_class = InviteView
    edit_view_class = ChangeView
    delete_view_class = RemoveView
    ordering = "email"
    search_fields = ("email", "name")
    search_backend_name = None
    list_filter = ("is_active", "role_grants__role")
    list_display = (
        "__str__",
        "email",
        Column("role_labels", label=_("Rollen"), accessor=lambda user: ", ".join(user.role_labels)),
        DateColumn("last_login", label=_("Letzte Anmeldung"), sort_key="last_login"),
        DateColumn("deletion_requested_at", label=_("Löschung erbeten"), sort_key="deletion_requested_at"),
    )

    def get_form_class(self, for_update: bool = False) -> type[AccountForm]:
        """One form for both: a new address and a known one."""
        return AccountForm


class RoleGroupViewSet(GroupViewSet):
    """The groups behind the roles; their rights are written in cms.accounts.rights, so they stay off the menu."""

    add_to_settings_menu = False


class SettingsOfMineView(AccountView):
    """„Ihre Einstellungen“ in the admin, without the name and password that live on the account's own page."""

    def get_panels(self) -> list[Any]:
        """Leave out what belongs to /konto/."""
        elsewhere = (NameEmailSettingsPanel, ChangePasswordPanel)
        return [panel for panel in super().get_panels() if not isinstance(panel, elsewhere)]
