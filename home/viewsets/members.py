"""The members' area in the admin: who belongs to it, and its files."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from cms.accounts.enums import Role
from cms.core import audit
from home.actions import change_membership, end_membership, invite_member
from home.forms.members import InviteMemberForm, MembershipForm
from home.models import InternalDocument, Membership
from home.models.membership import KEEPERS
from home.permissions import RolesPolicy


class MembersView(generic.IndexView):
    page_title = _("Mitglieder")
    add_item_label = _("Mitglied einladen")


class InviteView(generic.CreateView):
    """„Mitglied einladen“: account, role, membership and mail in one step."""

    page_title = _("Mitglieder")
    page_subtitle = _("Mitglied einladen")
    success_message = _("Die Einladung ist unterwegs.")

    def get_page_subtitle(self) -> str:
        return str(self.page_subtitle)

    def save_instance(self) -> Membership:
        data = self.form.cleaned_data
        names = ("email", "name", "partner", "groups", "since")
        return invite_member(**{name: data[name] for name in names}, by=self.request.user, now=timezone.now())


class MembershipEditView(generic.EditView):
    def save_instance(self) -> Membership:
        self.has_content_changes = self.form.has_changed()
        membership = Membership.objects.get(pk=self.object.pk)
        values = {name: self.form.cleaned_data[name] for name in ("partner", "groups", "since")}
        change_membership(membership=membership, **values, by=self.request.user, now=timezone.now())
        return membership


class MembershipEndView(generic.DeleteView):
    page_title = _("Mitgliedschaft beenden")
    success_message = _("Die Mitgliedschaft ist beendet.")

    @property
    def confirmation_message(self) -> str:
        return _text("%(name)s kommt dann nicht mehr in den internen Bereich. Das Profil wird gelöscht.") % {
            "name": self.object.user.get_full_name()
        }

    def delete_action(self) -> None:
        end_membership(membership=self.object, by=self.request.user, now=timezone.now())


class MembershipViewSet(ModelViewSet):
    model = Membership
    name = "home_memberships"
    url_prefix = "mitglieder/liste"
    icon = "group"
    menu_label = _("Mitglieder")
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    index_view_class = MembersView
    add_view_class = InviteView
    edit_view_class = MembershipEditView
    delete_view_class = MembershipEndView
    list_display: ClassVar[list[Any]] = [
        "user",
        Column("partner", label=_("Partner")),
        Column("group_names", label=_("Arbeitsgruppen")),
        DateColumn("since", label=_("seit"), sort_key="since"),
    ]
    list_filter: ClassVar[list[str]] = ["groups"]
    search_fields: ClassVar[list[str]] = ["user__name", "user__email", "partner__name"]
    ordering: ClassVar[list[str]] = ["user__name"]

    def get_form_class(self, for_update: bool = False) -> type[MembershipForm]:
        return MembershipForm if for_update else InviteMemberForm

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        listed = Membership.objects.select_related("user", "partner").prefetch_related("groups")
        return {**super().get_index_view_kwargs(**kwargs), "queryset": listed}

    @cached_property
    def permission_policy(self) -> RolesPolicy:
        return RolesPolicy(Membership, Role.OFFICE)


class DocumentCreateView(generic.CreateView):
    def save_instance(self) -> InternalDocument:
        self.form.instance.added_by = self.request.user
        document: InternalDocument = super().save_instance()
        audit.record(action="home.internal_document.added", target=document, actor=self.request.user)
        return document


class DocumentDeleteView(generic.DeleteView):
    def delete_action(self) -> None:
        audit.record(action="home.internal_document.deleted", target=self.object, actor=self.request.user)
        super().delete_action()


class InternalDocumentViewSet(ModelViewSet):
    model = InternalDocument
    name = "home_internal_documents"
    url_prefix = "mitglieder/dokumente"
    icon = "doc-full"
    menu_label = _("Interne Dokumente")
    copy_view_enabled = False
    search_backend_name = None
    add_view_class = DocumentCreateView
    delete_view_class = DocumentDeleteView
    list_display: ClassVar[list[Any]] = [
        "title",
        Column("group", label=_("Arbeitsgruppe")),
        DateColumn("added_at", label=_("hinzugefügt"), sort_key="added_at"),
    ]
    list_filter: ClassVar[list[str]] = ["group"]
    search_fields: ClassVar[list[str]] = ["title"]
    ordering: ClassVar[list[str]] = ["-added_at"]
    panels: ClassVar[list[Any]] = [FieldPanel("title"), FieldPanel("file"), FieldPanel("group")]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        listed = InternalDocument.objects.select_related("group")
        return {**super().get_index_view_kwargs(**kwargs), "queryset": listed}

    @cached_property
    def permission_policy(self) -> RolesPolicy:
        return RolesPolicy(InternalDocument, *KEEPERS)


class MembersGroup(ModelViewSetGroup):
    """One entry of the menu."""

    menu_label = _("Interner Bereich")
    menu_name = "members"
    menu_icon = "lock"
    menu_order = 240
    items = (MembershipViewSet, InternalDocumentViewSet)


members_group = MembersGroup()
