"""After saving: what an editor should mend, beside the form and in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.models import Page

from home.domain.content_checks import Fault, faults

WORDS = {
    Fault.VAGUE_LINK: _("Der Link „%(words)s“ sagt nicht, wohin er führt. Nennen Sie das Ziel."),
    Fault.ADDRESS_AS_LINK: _("„%(words)s“ ist als Linktext schwer vorzulesen. Schreiben Sie, was dort zu finden ist."),
    Fault.ONLY_FILES: _("Die Seite besteht nur aus Dateien. Schreiben Sie das Wichtigste als Text auf die Seite."),
    Fault.HEADING_SKIPPED: _("Eine Überschrift überspringt eine Ebene (%(words)s)."),
    Fault.NO_HEADINGS: _("Der Text ist lang und hat keine Zwischenüberschrift."),
    Fault.SHOUTING: _("Die Überschrift „%(words)s“ steht ganz in Großbuchstaben. Das ist schwer zu lesen."),
}


def warn_about_content(request: HttpRequest, page: Page) -> None:
    """Wagtail hook after a page was made or changed: warnings, nothing is refused.

    A draft that saves itself answers in JSON and shows no messages: they would pile up until the next page.
    """
    if not request.accepts("text/html"):
        return
    for sentence in warnings_for(page.get_latest_revision_as_object()):
        messages.warning(request, sentence)


def warnings_for(page: Page) -> Iterator[str]:
    """Return what should be mended in the body and in the picture of a page."""
    body = getattr(page, "body", None)
    if isinstance(body, StreamValue):
        for fault, words in faults(body.raw_data):
            yield str(WORDS[fault]) % {"words": words}
    image = getattr(page, "image", None)
    if image is not None and not image.description.strip():
        yield str(_("Dem Bild „%(title)s“ fehlt der Alternativtext.") % {"title": image.title})
