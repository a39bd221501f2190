"""Text blocks in the admin: the office writes the reasons that moderators give often."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from campaigns.models import ReasonText
from campaigns.permissions import may_run_campaigns
from campaigns.viewsets import RunCampaigns
from cms.accounts.models import User
from cms.core import audit


class WriteReasons(RunCampaigns):
    """The office writes text blocks and may throw them away; mails that were sent keep their words."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return may_run_campaigns(user)


class ReasonCreateView(generic.CreateView):
    """A new text block is on the audit trail."""

    def save_instance(self) -> ReasonText:
        text = super().save_instance()
        audit.record(action="campaigns.reason_text.added", target=text, actor=self.request.user)
        return text


class ReasonEditView(generic.EditView):
    """So is every change, with the words before and after."""

    def save_instance(self) -> ReasonText:
        before = ReasonText.objects.get(pk=self.object.pk)
        text = super().save_instance()
        changes = {name: (getattr(before, name), getattr(text, name)) for name in self.form.changed_data}
        audit.record(action="campaigns.reason_text.changed", target=text, actor=self.request.user, changes=changes)
        return text


class ReasonDeleteView(generic.DeleteView):
    """And its end."""

    def delete_action(self) -> None:
        audit.record(action="campaigns.reason_text.deleted", target=self.object, actor=self.request.user)
        super().delete_action()


class LanguageColumn(Column):
    """The name of the language."""

    def get_value(self, instance: ReasonText) -> str:
        return str(dict(settings.LANGUAGES).get(instance.language, instance.language))


class ReasonTextViewSet(ModelViewSet):
    """„Textbausteine“ in the menu."""

    model = ReasonText
    name = "campaigns_reasons"
    url_prefix = "textbausteine"
    icon = "openquote"
    menu_label = _("Textbausteine")
    menu_order = 220
    add_to_admin_menu = True
    inspect_view_enabled = False
    add_view_class = ReasonCreateView
    edit_view_class = ReasonEditView
    delete_view_class = ReasonDeleteView
    list_display = (
        TitleColumn("title", label=_("Titel"), url_name="campaigns_reasons:edit"),
        Column("get_kind_display", label=_("Wofür")),
        Column("campaign", label=_("Kampagne")),
        LanguageColumn("language", label=_("Sprache")),
    )
    list_filter = ("kind", "campaign")
    search_fields = ("title", "text")
    ordering = ("kind", "position", "title")
    form_fields = ("kind", "title", "text", "language", "campaign", "position")

    @property
    def permission_policy(self) -> WriteReasons:
        return WriteReasons(self.model)

    def get_edit_handler(self) -> Any:
        language = forms.Select(choices=settings.LANGUAGES)
        return ObjectList(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("language", widget=language)]),
                FieldPanel("title"),
                FieldPanel("text"),
                FieldRowPanel([FieldPanel("campaign"), FieldPanel("position")]),
            ]
        ).bind_to_model(self.model)
