"""Campaigns in the admin: set up with sensible defaults; changes of open ones need words that everybody can read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import BasePermissionPolicy

from campaigns import actions
from campaigns.forms.setting_up import CampaignForm
from campaigns.models import Campaign
from campaigns.permissions import may_run_campaigns
from campaigns.queries.readiness import plan_warnings
from cms.accounts.models import User
from cms.core import audit
from cms.core.refusals import Refused

RULES = (
    "title",
    "slug",
    "hashtag",
    "submission_opens",
    "submission_closes",
    "voting_opens",
    "voting_closes",
    "results_at",
    "objection_days",
    "entries_per_person",
    "entries_per_town",
    "votes_per_voter",
    "votes_per_town",
    "minimum_age",
    "max_population",
    "towns",
    "size_bounds",
    "shortlist_length",
    "has_jury_final",
)


class RunCampaigns(BasePermissionPolicy):
    """The office sets campaigns up; nobody deletes one, because votes hang on it."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action != "delete" and may_run_campaigns(user)

    def user_has_any_permission(self, user: User, actions: list[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: User, action: str, instance: Model) -> bool:
        return self.user_has_permission(user, action)

    def users_with_any_permission(self, actions: list[str]) -> Any:
        return User.objects.filter(is_superuser=True)


def tell_warnings(request: HttpRequest, campaign: Campaign) -> None:
    """Say what is unusual in the calendar; it is stored all the same."""
    for warning in plan_warnings(campaign):
        messages.warning(request, warning.label)


class CampaignCreateView(generic.CreateView):
    """A new campaign begins with its consents and its secret."""

    def save_instance(self) -> Campaign:
        campaign = super().save_instance()
        actions.set_up_campaign(campaign=campaign, now=timezone.now())
        audit.record(action="campaigns.campaign.created", target=campaign, actor=self.request.user)
        tell_warnings(self.request, campaign)
        return campaign

    def get_success_url(self) -> str:
        """On to the desk, which says what is still missing."""
        return reverse("campaigns_desk", args=[self.object.slug])


class CampaignEditView(generic.EditView):
    """Changes go through the action, which knows what may no longer change."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Show what the action refuses above the form; nothing typed is lost."""
        try:
            return super().form_valid(form)
        except (Refused, ValidationError) as refusal:
            form.add_error(None, str(refusal) if isinstance(refusal, Refused) else refusal)
            self.produced_error_message = "; ".join(form.non_field_errors())
            return self.form_invalid(form)

    def save_instance(self) -> Campaign:
        values = {name: self.form.cleaned_data[name] for name in RULES if name in self.form.changed_rules}
        stored = Campaign.objects.get(pk=self.object.pk)
        changed = actions.change_campaign(
            campaign=stored,
            values=values,
            by=self.request.user,
            now=timezone.now(),
            note=self.form.cleaned_data["note"],
        )
        tell_warnings(self.request, changed)
        return changed

    def get_success_url(self) -> str:
        """Back to the desk of the campaign."""
        return reverse("campaigns_desk", args=[self.object.slug])


class PhaseColumn(Column):
    """Where a campaign stands now."""

    def get_value(self, instance: Campaign) -> str:
        return str(instance.phase(timezone.now()).label)


class CampaignViewSet(ModelViewSet):
    """„Kampagnen“ in the menu."""

    model = Campaign
    name = "campaigns_setup"
    url_prefix = "kampagnen"
    icon = "group"
    menu_label = _("Kampagnen")
    menu_order = 210
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    add_view_class = CampaignCreateView
    edit_view_class = CampaignEditView
    list_display = (
        TitleColumn("title", label=_("Titel"), url_name="campaigns_desk", id_accessor="slug"),
        PhaseColumn("phase", label=_("Phase")),
        DateColumn("voting_opens", label=_("Abstimmung ab")),
        DateColumn("voting_closes", label=_("bis")),
    )
    ordering = "-voting_opens"
    form_fields = RULES

    @property
    def permission_policy(self) -> RunCampaigns:
        return RunCampaigns(self.model)

    def get_edit_handler(self) -> ObjectList:
        return ObjectList(
            [
                FieldPanel("title"),
                FieldPanel("slug", help_text=_("Steht in /kampagnen/…/ und bleibt nach der Eröffnung.")),
                FieldPanel("hashtag"),
                MultiFieldPanel(
                    [
                        HelpPanel(content=_("Jede Frist ist ein Zeitpunkt in deutscher Zeit.")),
                        FieldRowPanel([FieldPanel("submission_opens"), FieldPanel("submission_closes")]),
                        FieldRowPanel([FieldPanel("voting_opens"), FieldPanel("voting_closes")]),
                        FieldRowPanel([FieldPanel("results_at"), FieldPanel("objection_days")]),
                    ],
                    heading=_("Termine"),
                ),
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("entries_per_person"), FieldPanel("entries_per_town")]),
                        FieldRowPanel([FieldPanel("votes_per_voter"), FieldPanel("votes_per_town")]),
                        FieldPanel("minimum_age"),
                        FieldRowPanel([FieldPanel("shortlist_length"), FieldPanel("has_jury_final")]),
                    ],
                    heading=_("Regeln"),
                ),
                MultiFieldPanel(
                    [
                        FieldPanel("max_population"),
                        FieldPanel("size_bounds"),
                        FieldPanel("districts"),
                        FieldPanel("towns"),
                    ],
                    heading=_("Wer nimmt teil?"),
                ),
                FieldPanel("note"),
            ],
            base_form_class=CampaignForm,
        ).bind_to_model(self.model)
