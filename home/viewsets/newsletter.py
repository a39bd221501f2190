"""The newsletter in the admin: issues, topics, addresses."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets.button import HeaderButton

from cms.accounts.enums import Role
from home.actions.newsletter import remove_subscriber
from home.enums import SubscriberState
from home.models import NewsletterIssue, NewsletterTopic, Subscriber
from home.permissions import RolesPolicy


class OnlyDrafts:
    """An issue that has left is shown, never changed or deleted."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        issue: NewsletterIssue = self.get_object()  # type: ignore[attr-defined]
        if not issue.is_draft:
            messages.info(request, _text("Diese Ausgabe ist gesendet und ändert sich nicht mehr."))
            return redirect("home_newsletter_issue", issue.pk)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return answer


class IssueIndexView(generic.IndexView):
    """With words short enough for the bar above the list."""

    page_title = _("Ausgaben")
    add_item_label = _("Ausgabe anlegen")


class IssueCreateView(generic.CreateView):
    def get_success_url(self) -> str:
        return reverse("home_newsletter_issue", args=[self.object.pk])


class IssueEditView(OnlyDrafts, generic.EditView):
    def get_success_url(self) -> str:
        return reverse("home_newsletter_issue", args=[self.object.pk])


class IssueDeleteView(OnlyDrafts, generic.DeleteView):
    """Only a draft can go."""


class IssueViewSet(ModelViewSet):
    model = NewsletterIssue
    name = "home_newsletter_issues"
    url_prefix = "newsletter/ausgaben"
    icon = "mail"
    menu_label = _("Ausgaben")
    copy_view_enabled = False
    search_backend_name = None
    index_view_class = IssueIndexView
    add_view_class = IssueCreateView
    edit_view_class = IssueEditView
    delete_view_class = IssueDeleteView
    list_display: ClassVar[list[Any]] = [
        "subject",
        Column("get_state_display", label=_("Stand"), sort_key="state"),
        DateColumn("started_at", label=_("gesendet"), sort_key="started_at"),
    ]
    list_filter: ClassVar[list[str]] = ["state"]
    search_fields: ClassVar[list[str]] = ["subject"]
    ordering: ClassVar[list[str]] = ["-created_at"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("subject"),
        FieldPanel("intro"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        InlinePanel(
            "items",
            heading=_("Seiten in dieser Ausgabe"),
            label=_("Seite"),
            help_text=_("In dieser Reihenfolge. Nachrichten, Termine, Projekte: alles, was veröffentlicht ist."),
        ),
    ]

    @cached_property
    def permission_policy(self) -> RolesPolicy:
        return RolesPolicy(NewsletterIssue, Role.EDITOR, Role.OFFICE)


class TopicViewSet(ModelViewSet):
    model = NewsletterTopic
    name = "home_newsletter_topics"
    url_prefix = "newsletter/themen"
    icon = "tag"
    menu_label = _("Themen")
    copy_view_enabled = False
    search_backend_name = None
    list_display: ClassVar[list[Any]] = [
        "name",
        BooleanColumn("is_offered", label=_("wird angeboten")),
        Column("confirmed", label=_("Adressen")),
        Column("pending", label=_("noch nicht bestätigt")),
    ]
    panels: ClassVar[list[Any]] = [FieldPanel(name) for name in ("name", "text", "position", "is_offered")]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_index_view_kwargs(**kwargs), "queryset": counted_topics()}

    @cached_property
    def permission_policy(self) -> RolesPolicy:
        return RolesPolicy(NewsletterTopic, Role.EDITOR, Role.OFFICE, never=("delete",))


def counted_topics() -> QuerySet[NewsletterTopic]:
    """Return the topics with how many addresses chose each."""
    confirmed = Q(subscribers__state=SubscriberState.CONFIRMED)
    counts = {"confirmed": confirmed, "pending": Q(subscribers__state=SubscriberState.PENDING)}
    return NewsletterTopic.objects.annotate(
        **{name: Count("subscribers", filter=those) for name, those in counts.items()}
    )


class SubscriberIndexView(generic.IndexView):
    @cached_property
    def header_buttons(self) -> list[Any]:
        table = HeaderButton(
            _text("Als XLSX herunterladen"), url=reverse("home_newsletter_addresses"), icon_name="download"
        )
        return [*super().header_buttons, table]


class SubscriberDeleteView(generic.DeleteView):
    """For somebody who called; what remains is that it was done, not whose address it was."""

    success_message = _("Die Adresse ist gelöscht.")

    @property
    def confirmation_message(self) -> str:
        return _text("Soll die Adresse %(email)s gelöscht werden? Sie bekommt dann keine Ausgabe mehr.") % {
            "email": self.object.email
        }

    def delete_action(self) -> None:
        remove_subscriber(subscriber=self.object, by=self.request.user, now=timezone.now())


class SubscriberViewSet(ModelViewSet):
    model = Subscriber
    name = "home_newsletter_subscribers"
    url_prefix = "newsletter/adressen"
    icon = "group"
    menu_label = _("Adressen")
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    index_view_class = SubscriberIndexView
    delete_view_class = SubscriberDeleteView
    list_display: ClassVar[list[Any]] = [
        "email",
        Column("get_state_display", label=_("Stand"), sort_key="state"),
        DateColumn("asked_at", label=_("angemeldet"), sort_key="asked_at"),
    ]
    list_filter: ClassVar[list[str]] = ["state", "topics"]
    search_fields: ClassVar[list[str]] = ["email"]
    ordering: ClassVar[list[str]] = ["-asked_at"]
    form_fields: ClassVar[list[str]] = ["topics"]

    @cached_property
    def permission_policy(self) -> RolesPolicy:
        return RolesPolicy(Subscriber, Role.OFFICE, never=("add", "change"))


class NewsletterGroup(ModelViewSetGroup):
    """One entry of the menu."""

    menu_label = _("Newsletter")
    menu_name = "newsletter"
    menu_icon = "mail"
    menu_order = 230
    items = (IssueViewSet, TopicViewSet, SubscriberViewSet)


newsletter_group = NewsletterGroup()
