"""What happens to the tables of a data page: an edition comes in whole or not at all; one may be taken away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core import audit
from cms.core.refusals import Refused
from cms.places.models import Municipality
from home.models import DataEdition, DataPage, DataRow

if TYPE_CHECKING:
    from cms.accounts.models import User


@transaction.atomic
def import_table(
    *,
    page: DataPage,
    values: Mapping[str, Decimal],
    as_of: date,
    source: str,
    source_url: str = "",
    by: User,
    now: datetime,
) -> DataEdition:
    """Store one value per municipality as the edition of a day; an earlier edition of that day is replaced."""
    if not values:
        raise Refused("no_values", _("In der Tabelle steht kein einziger Wert."))
    known = set(Municipality.objects.filter(pk__in=list(values)).values_list("pk", flat=True))
    if known != set(values):
        raise Refused(
            "unknown", _("Das Gemeindeverzeichnis hat sich geändert. Bitte lesen Sie die Tabelle noch einmal ein.")
        )
    DataPage.objects.select_for_update().get(pk=page.pk)
    before = DataEdition.objects.filter(page=page, as_of=as_of).first()
    replaced = before.rows.count() if before else 0
    if before:
        before.delete()
    edition = DataEdition.objects.create(
        page=page, as_of=as_of, source=source, source_url=source_url, imported_at=now, imported_by=by
    )
    DataRow.objects.bulk_create(
        [DataRow(edition=edition, municipality_id=ags, value=value) for ags, value in values.items()], batch_size=500
    )
    changes = {"as_of": (None, as_of.isoformat()), "rows": (replaced, len(values))}
    audit.record(action="home.data.imported", target=page, actor=by, changes=changes, now=now)
    return edition


@transaction.atomic
def remove_edition(*, edition: DataEdition, by: User, now: datetime) -> None:
    """Delete all values of one day."""
    page, as_of, count = edition.page, edition.as_of, edition.rows.count()
    edition.delete()
    changes = {"as_of": (as_of.isoformat(), None), "rows": (count, 0)}
    audit.record(action="home.data.deleted", target=page, actor=by, changes=changes, now=now)
