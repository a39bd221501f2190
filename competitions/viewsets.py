"""How the office sets up a competition in the admin: dates, criteria, prizes, and the form built from blocks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from cms.core import audit
from cms.core.refusals import Refused
from competitions.actions import save_form
from competitions.models import Award, Competition, Criterion, FormVersion, Stage


class RecordedCreateView(generic.CreateView):
    """Creating leaves a trace."""

    def save_instance(self) -> Any:
        instance = super().save_instance()
        _record(self, instance, "created", {})
        return instance


class RecordedEditView(generic.EditView):
    """Changing leaves a trace with old and new values."""

    def save_instance(self) -> Any:
        before = {name: self.form.initial.get(name) for name in self.form.changed_data}
        instance = super().save_instance()
        changes = {name: (value, self.form.cleaned_data.get(name)) for name, value in before.items()}
        if changes:
            _record(self, instance, "changed", changes)
        return instance


def _record(view: Any, instance: Any, step: str, changes: dict[str, tuple[Any, Any]]) -> None:
    action = f"competitions.{instance._meta.model_name}.{step}"
    audit.record(action=action, target=instance, actor=view.request.user, changes=changes, now=timezone.now())


class SetupViewSet(ModelViewSet):
    """What all of these have in common."""

    copy_view_enabled = False
    search_backend_name = None
    add_to_reference_index = False
    add_view_class = RecordedCreateView
    edit_view_class = RecordedEditView


class CompetitionViewSet(SetupViewSet):
    model = Competition
    name = "competition_setup"
    url_prefix = "wettbewerb-einrichten/wettbewerbe"
    icon = "list-ul"
    menu_label = _("Wettbewerbe")
    ordering = "-created_at"
    list_display = ("title", "code_prefix", DateColumn("created_at", label=_("angelegt")))
    panels: ClassVar[list[Any]] = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("motto"),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("code_prefix"), FieldPanel("size_bounds")]),
        MultiFieldPanel([FieldPanel("contact_name"), FieldPanel("contact_email")], heading=_("Ansprechstelle")),
    ]


class StageViewSet(SetupViewSet):
    model = Stage
    name = "competition_stages"
    url_prefix = "wettbewerb-einrichten/stufen"
    icon = "calendar"
    menu_label = _("Stufen und Fristen")
    list_filter = ("competition",)
    list_display = ("__str__", "opens_at", "closes_at", "jury_opens_at", "jury_closes_at")
    panels: ClassVar[list[Any]] = [
        FieldPanel("competition"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("title")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldRowPanel([FieldPanel("jury_opens_at"), FieldPanel("jury_closes_at")]),
            ],
            heading=_("Fristen"),
        ),
        MultiFieldPanel(
            [FieldPanel("blind"), FieldPanel("reviews_per_candidate"), FieldPanel("tie_break")], heading=_("Jury")
        ),
    ]


class CriterionViewSet(SetupViewSet):
    model = Criterion
    name = "competition_criteria"
    url_prefix = "wettbewerb-einrichten/kriterien"
    icon = "list-ol"
    menu_label = _("Kriterien")
    list_filter = ("stage",)
    list_display = ("name", "stage", "weight", BooleanColumn("counting", label=_("zählt")), "position")
    panels: ClassVar[list[Any]] = [
        FieldPanel("stage"),
        FieldPanel("name"),
        FieldPanel("key"),
        FieldPanel("guidance"),
        FieldRowPanel([FieldPanel("weight"), FieldPanel("lowest"), FieldPanel("highest")]),
        FieldPanel("labels"),
        FieldRowPanel([FieldPanel("counting"), FieldPanel("required"), FieldPanel("position")]),
    ]


class AwardViewSet(SetupViewSet):
    model = Award
    name = "competition_awards"
    url_prefix = "wettbewerb-einrichten/preise"
    icon = "pick"
    menu_label = _("Preise")
    list_filter = ("stage",)
    list_display = ("title", "stage", "rank", "quantity", "amount")
    panels: ClassVar[list[Any]] = [
        FieldPanel("stage"),
        FieldRowPanel([FieldPanel("rank"), FieldPanel("quantity")]),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("amount"), FieldPanel("in_kind")]),
        FieldPanel("sponsor"),
    ]


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


class FormCreateView(SavesForms, generic.CreateView):
    """The first form of a stage, or its next version."""


class FormEditView(SavesForms, generic.EditView):
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
    list_filter = ("stage",)
    list_display = ("__str__", "stage", "number", BooleanColumn("is_frozen", label=_("in Gebrauch")))
    panels: ClassVar[list[Any]] = [FieldPanel("stage"), FieldPanel("definition")]


class CompetitionSetupGroup(ModelViewSetGroup):
    """One entry of the menu."""

    menu_label = _("Wettbewerbe einrichten")
    menu_name = "competition-setup"
    menu_icon = "list-ul"
    menu_order = 220
    items = (CompetitionViewSet, StageViewSet, FormViewSet, CriterionViewSet, AwardViewSet)
