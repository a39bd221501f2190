"""The demo world, chapter by chapter; a second telling changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO

from django.conf import settings
from django.db import transaction

from campaigns.models import Campaign
from cms.accounts.actions import invite
from cms.accounts.models import User
from cms.demo import people
from cms.demo.campaigns import AUTHORS_MAIL, load_campaigns
from cms.demo.contests import load_contests
from cms.demo.deliberating import load_deliberation
from cms.demo.drawings import drawn_svg, hero_svg
from cms.demo.events import load_events
from cms.demo.groups import load_offers_of_projects, load_signings
from cms.demo.kompass import load_kompass
from cms.demo.languages import load_languages
from cms.demo.mailbox import store
from cms.demo.members import load_members
from cms.demo.newsletter import load_newsletter
from cms.demo.pages import load_pages
from cms.demo.photos import rendered
from cms.demo.picture_shelf import VIEWS
from cms.demo.towns import load_towns
from cms.demo.viewpoints import load_viewpoints
from competitions.models import Competition

Tell = Callable[[str], None]
MARK = "told"


def load_world(now: datetime, tell: Tell, *, scale: float = 1.0) -> bool:
    """Tell the whole world; False when it was already there. `scale` shrinks campaigns and jury for tests."""
    marker = settings.DATA_DIR / MARK
    if marker.exists() and Campaign.objects.exists() and Competition.objects.exists():
        return False
    with _quiet():
        tell("Orte und Menschen …")
        load_towns(now)
        _load_people(now)
        tell("Wettbewerbe: Bewerbungen, Jury, Entscheidung …")
        load_contests(now, scale=scale)
        load_deliberation(now)
        tell("Kampagnen: Fotos zeichnen, einreichen, prüfen, abstimmen …")
        for line in load_campaigns(now, scale=scale):
            tell(f"  {line}")
        tell("Seiten …")
        home = load_pages(now, _pictures())
        load_viewpoints(home, now)
        load_kompass(home, now)
        load_offers_of_projects()
        load_events(home, now)
        load_members(home, now)
        load_newsletter(home, now)
        load_languages(home)
        load_signings(now)
    _tidy_letter_box()
    marker.parent.mkdir(parents=True, exist_ok=True)
    marker.write_text(now.isoformat())
    return True


@transaction.atomic
def _load_people(now: datetime) -> None:
    for person in people.EVERYBODY:
        if not User.objects.filter(email=person.email).exists():
            invite(email=person.email, name=person.name, roles=person.roles, by=None, now=now)


def _pictures() -> dict[str, bytes]:
    """The pictures of the alliance's own pages, as JPEG."""
    drawn = {name: drawn_svg(motif, seed, light=light) for name, (motif, seed, light) in VIEWS.items()}
    found = {name: _jpeg(svg, 1600, 1200) for name, svg in drawn.items()}
    for name, night in (("hero", False), ("hero_night", True)):
        found[name] = _jpeg(hero_svg(night=night), 1700, 1100)
    return found


def _jpeg(svg: str, width: int, height: int) -> bytes:
    out = BytesIO()
    rendered(svg, width=width, height=height, scale=1).save(out, format="JPEG", quality=88)
    return out.getvalue()


def _tidy_letter_box() -> None:
    """Keep the letters of the people one can log in as, and of one author; the invented crowd's go."""
    kept = {person.email for person in people.EVERYBODY} | {AUTHORS_MAIL}
    for mail in store.mails(limit=100_000):
        if mail.recipient not in kept:
            store.delete(mail.key)


@contextmanager
def _quiet() -> Iterator[None]:
    """Hundreds of finished tasks need no line each."""
    loggers = [logging.getLogger(name) for name in ("django_tasks", "django.request", "wagtail")]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.WARNING)
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
