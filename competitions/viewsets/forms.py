"""Application forms: stored by the action alone, so that a version in use is never touched."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views import generic

from cms.core.refusals import Refused
from competitions.actions import save_form
from competitions.models import FormVersion

from .base import BackToSetup, RecordedCreateView, SetupViewSet


class SavesForms:
    """Forms are stored by the action alone: a version in use is never touched, it gets a successor."""

    def save_instance(self) -> FormVersion:
        typed = self.form.instance
        return save_form(
            stage=self.form.cleaned_data.get("stage") or FormVersion.objects.get(pk=typed.pk).stage,
            definition=typed.definition.get_prep_value(),
            by=self.request.user,
            now=timezone.now(),
        )

    def form_valid(self, form: Any) -> HttpResponse:
        """Show what the action refuses beside the form; nothing typed is lost."""
        try:
            return super().form_valid(form)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
            return self.form_invalid(form)


class FormCreateView(SavesForms, RecordedCreateView):
    """The first form of a stage, or its next version."""


class FormEditView(SavesForms, BackToSetup, generic.EditView):
    """Changing a form; the success message names the version that was stored."""

    def save_instance(self) -> FormVersion:
        self.object = super().save_instance()
        self.has_content_changes = self.form.has_changed()
        return self.object


class FormViewSet(SetupViewSet):
    model = FormVersion
    name = "competition_forms"
    url_prefix = "wettbewerb-einrichten/formulare"
    icon = "form"
    menu_label = _("Formulare")
    add_view_class = FormCreateView
    edit_view_class = FormEditView
    create_template_name = edit_template_name = "competitions/office/admin/form_builder.html"
    list_filter = ("stage",)
    list_display = ("__str__", "stage", "number", BooleanColumn("is_frozen", label=_("in Gebrauch")))
    panels: ClassVar[list[Any]] = [FieldPanel("stage"), FieldPanel("definition")]
