"""The choice of a photo for a viewpoint."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.chooser import ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from campaigns.models import Entry
from campaigns.queries.viewpoints import open_entries
from home.permissions import ReceivedPolicy


class OpenEntryChosenView(ChosenView):
    """Answers for photos that may be chosen, for no other."""

    def get_object(self, pk: Any) -> Entry:
        return get_object_or_404(open_entries(), pk=pk)


class EntryChooserViewSet(ChooserViewSet):
    """Photos that are public under the open licence."""

    model = Entry
    icon = "image"
    choose_one_text = _("Foto auswählen")
    choose_another_text = _("Anderes Foto auswählen")
    per_page = 20
    chosen_view_class = OpenEntryChosenView
    permission_policy = ReceivedPolicy(Entry)

    def get_object_list(self) -> QuerySet[Entry]:
        return open_entries()


entry_chooser_viewset = EntryChooserViewSet("home_entry_chooser", url_prefix="blickpunkte/foto")
