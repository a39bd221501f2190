"""The admin's list of hints and barriers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.refusals import Refused
from home.actions import close_feedback, note_feedback, reopen_feedback
from home.enums import FeedbackState
from home.models import Feedback
from home.permissions import ReceivedPolicy


class FeedbackEditView(generic.EditView):
    """Saving goes through the actions, so that nobody overwrites a colleague's decision."""

    def save_action(self) -> HttpResponse:
        try:
            return super().save_action()
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.get_edit_url())

    def save_instance(self) -> Feedback:
        feedback = Feedback.objects.get(pk=self.object.pk)
        note, now, by = self.form.cleaned_data["note"], timezone.now(), self.request.user
        self.has_content_changes = self.form.has_changed()
        if "state" not in self.form.changed_data:
            note_feedback(feedback=feedback, note=note, by=by, now=now)
        elif self.form.cleaned_data["state"] == FeedbackState.DONE:
            close_feedback(feedback=feedback, note=note, by=by, now=now)
        else:
            reopen_feedback(feedback=feedback, by=by, now=now)
        return feedback


class FeedbackViewSet(ModelViewSet):
    model = Feedback
    name = "home_feedback"
    url_prefix = "hinweise"
    icon = "mail"
    menu_label = _("Hinweise und Barrieren")
    menu_order = 350
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_view_class = FeedbackEditView
    list_display: ClassVar[list[Any]] = [
        Column("__str__", label=_("Nachricht")),
        Column("get_kind_display", label=_("Art"), sort_key="kind"),
        Column("page_path", label=_("Seite")),
        Column("get_state_display", label=_("Stand"), sort_key="state"),
        DateColumn("created_at", label=_("Eingang"), sort_key="created_at"),
    ]
    list_filter: ClassVar[list[str]] = ["state", "kind"]
    list_export: ClassVar[list[str]] = ["created_at", "kind", "page_path", "message", "state", "note"]
    export_filename = "hinweise"
    search_fields: ClassVar[list[str]] = ["message", "page_path", "name"]
    ordering: ClassVar[list[str]] = ["-created_at"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel(name, read_only=True)
                for name in ("created_at", "kind", "page_path", "message", "name", "email")
            ],
            heading=_("Was geschrieben wurde"),
        ),
        MultiFieldPanel([FieldPanel("state"), FieldPanel("note")], heading=_("Was daraus wurde")),
    ]

    @cached_property
    def permission_policy(self) -> ReceivedPolicy:
        return ReceivedPolicy(Feedback)


feedback_viewset = FeedbackViewSet()
