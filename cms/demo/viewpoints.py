"""The demo's viewpoints: two winners of last year's campaign, with their stories."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from campaigns.models import Campaign
from campaigns.queries.viewpoints import open_winners
from cms.accounts.models import User
from cms.demo import people
from home.actions import start_viewpoint
from home.models import HomePage, ViewpointIndexPage

TEASER: Final = "Wo die schönsten Fotos entstanden sind. Zum Hingehen, Stehenbleiben und Selberschauen."
STORIES: Final[tuple[dict[str, Any], ...]] = (
    {
        "body": [
            ("lead", "Wer hier steht, versteht, warum die Stimmen so eindeutig waren."),
            (
                "paragraph",
                "<p>Der Blick gehört zum Weg vieler Menschen: zur Arbeit, zur Schule, nach Hause. Erst das Foto hat "
                "ihn zum Ziel gemacht. Seit der Kampagne steht hier eine Bank, im Frühjahr kam die Tafel dazu.</p>",
            ),
            ("quote", {"quote": "Ich gehe seit Jahren hier vorbei und sehe es jetzt neu.", "source": "Nachbar"}),
        ],
        "arrival": "<p>Vom Bahnhof zu Fuß zwölf Minuten, der Weg ist eben und gepflastert. Keine Stufen.</p>",
    },
    {
        "body": [
            ("lead", "Am schönsten ist es eine Stunde vor Sonnenuntergang."),
            (
                "paragraph",
                "<p>Die Stadt hat das Motiv in ihren Rundweg aufgenommen. Wer mag, stellt sich genau dorthin, wo die "
                "Kamera stand: Die Stelle ist im Pflaster markiert.</p>",
            ),
        ],
        "arrival": "<p>Bus bis Markt, dann drei Minuten bergauf. Die letzten Meter sind steil; "
        "mit dem Rollstuhl besser über die Schulstraße.</p>",
    },
)


def load_viewpoints(home: HomePage, now: datetime) -> None:
    """The index page and two viewpoints below it; what exists stays as it is."""
    index = ViewpointIndexPage.objects.child_of(home).first()
    if index is None:
        index = ViewpointIndexPage(title="Blickpunkte", slug="blickpunkte", teaser=TEASER, locale=home.locale)
        home.add_child(instance=index)
        index.save_revision().publish()
    campaign = Campaign.objects.exclude(results_published_at=None).order_by("results_published_at").first()
    if campaign is None:
        return
    editor = User.objects.get(email=people.EDITOR.email)
    for winner, story in zip(open_winners(campaign), STORIES, strict=False):
        page = start_viewpoint(entry=winner.entry, by=editor, now=now)
        if page.live:
            continue
        page.body, page.arrival = list(story["body"]), story["arrival"]
        page.save_revision(user=editor).publish()
