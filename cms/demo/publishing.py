"""How the demo publishes a page: through a revision, and only if its address is free."""

from __future__ import annotations

from typing import Any, TypeVar

from wagtail.models import Page

from home.models import SitePage

P = TypeVar("P", bound=SitePage)


def published(parent: Page, kind: type[P], slug: str, **fields: Any) -> P:
    """Return the page at this address, published now if it is new."""
    found = kind.objects.child_of(parent).filter(slug=slug).first()
    if found is not None:
        return found
    page = kind(slug=slug, locale=parent.locale, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
