"""How a viewpoint begins: as a prefilled draft of its page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from campaigns.domain.towns import plain_slug
from campaigns.queries.viewpoints import open_entries
from cms.core import audit
from cms.core.refusals import Refused
from home.models import ViewpointIndexPage, ViewpointPage
from home.models.base import TEASER_LENGTH

if TYPE_CHECKING:
    from campaigns.models import Entry
    from cms.accounts.models import User


@transaction.atomic
def start_viewpoint(*, entry: Entry, by: User, now: datetime) -> ViewpointPage:
    """Draft the page of an entry that may be shown for good; the one that exists is given back."""
    index = ViewpointIndexPage.objects.order_by("pk").first()
    if index is None:
        raise Refused("no_index", _("Bitte legen Sie zuerst die Seite „Übersicht der Blickpunkte“ an."))
    Page.objects.select_for_update().get(pk=index.pk)
    standing = ViewpointPage.objects.filter(entry=entry, locale=index.locale).first()
    if standing is not None:
        return standing
    if not open_entries().filter(pk=entry.pk).exists():
        raise Refused("not_open", _("Dieses Foto ist nicht öffentlich oder steht nicht unter offener Lizenz."))
    page = ViewpointPage(
        title=entry.title,
        slug=find_available_slug(index, plain_slug(entry.title) or entry.code.lower()),
        entry=entry,
        teaser=(entry.reason or entry.description)[:TEASER_LENGTH],
        latitude=entry.latitude,
        longitude=entry.longitude,
        live=False,
        owner=by,
        locale=index.locale,
    )
    index.add_child(instance=page)
    page.save_revision(user=by)
    audit.record(action="home.viewpoint.started", target=page, actor=by, now=now)
    return page
