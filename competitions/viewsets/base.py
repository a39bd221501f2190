"""What all pages for setting up have in common: every change leaves a trace, nothing in use is deleted."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core import audit
from competitions.models import Competition

IN_USE = _("Daran hängen schon Stufen, Bewerbungen, Punkte oder Entscheidungen. Deshalb bleibt es bestehen.")


def competition_of(instance: Any) -> Competition:
    """The competition that something belongs to."""
    if isinstance(instance, Competition):
        return instance
    found: Competition = instance.competition if hasattr(instance, "competition") else instance.stage.competition
    return found


class BackToSetup:
    """Whatever was stored leads back to the page that says what is still missing."""

    def get_success_url(self) -> str:
        return reverse("competitions_setup", args=[competition_of(self.object).slug])


class RecordedCreateView(BackToSetup, generic.CreateView):
    """Creating leaves a trace. `?stage=` and `?competition=` choose what it belongs to."""

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()
        chosen = {name: self.request.GET.get(name, "") for name in ("stage", "competition")}
        kwargs["initial"] = {**kwargs.get("initial", {}), **{k: v for k, v in chosen.items() if v.isdecimal()}}
        return kwargs

    def save_instance(self) -> Any:
        instance = super().save_instance()
        record(self, instance, "created", {})
        return instance


class RecordedEditView(BackToSetup, generic.EditView):
    """Changing leaves a trace with old and new values."""

    def save_instance(self) -> Any:
        before = {name: self.form.initial.get(name) for name in self.form.changed_data}
        instance = super().save_instance()
        changes = {name: (value, self.form.cleaned_data.get(name)) for name, value in before.items()}
        if changes:
            record(self, instance, "changed", changes)
        return instance


class GuardedDeleteView(generic.DeleteView):
    """What something hangs on is not deleted, whoever asks."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                record(self, self.object, "deleted", {})
                answer: HttpResponse = super().form_valid(form)
                return answer
        except ProtectedError:
            messages.error(self.request, IN_USE)
            return redirect(reverse(self.edit_url_name, args=[self.object.pk]))


def record(view: Any, instance: Any, step: str, changes: dict[str, tuple[Any, Any]]) -> None:
    """Write down who did it."""
    action = f"competitions.{instance._meta.model_name}.{step}"
    audit.record(action=action, target=instance, actor=view.request.user, changes=changes, now=timezone.now())


class SetupViewSet(ModelViewSet):
    """What all of these have in common."""

    copy_view_enabled = False
    search_backend_name = None
    add_to_reference_index = False
    add_view_class = RecordedCreateView
    edit_view_class = RecordedEditView
    delete_view_class = GuardedDeleteView
    panels: Any = ()
    base_form_class: Any = None

    def get_edit_handler(self) -> ObjectList:
        """The panels, around the form that reads what people write."""
        extra = {"base_form_class": self.base_form_class} if self.base_form_class else {}
        return ObjectList(list(self.panels), **extra).bind_to_model(self.model)
