"""Reading: campaigns by phase, the gallery, the moderators' queue, private links, results."""

from __future__ import annotations

from campaigns.queries.entries import (
    Suggestion,
    consents_of,
    current_consent_texts,
    entry_by_link,
    nearest_town,
    public_entry,
    suggestion_for,
)
from campaigns.queries.gallery import (
    PAGE_SIZE,
    Facets,
    Filters,
    GalleryPage,
    TownFacet,
    facets_of,
    gallery_page,
    neighbours,
    town_entries,
    visible_entries,
)
from campaigns.queries.moderation import (
    QueueItem,
    duplicates_of,
    flags_of,
    open_reports,
    queue,
    queue_counts,
    queue_item,
    set_aside_ballots,
)
from campaigns.queries.office import has_vote_key, history_of, ready_to_publish
from campaigns.queries.phases import in_phase, phase_expression
from campaigns.queries.results import (
    ballot_by_receipt,
    contenders,
    count_lines,
    counted_votes,
    published_lines,
    published_result,
)

__all__ = [
    "PAGE_SIZE",
    "Facets",
    "Filters",
    "GalleryPage",
    "QueueItem",
    "Suggestion",
    "TownFacet",
    "ballot_by_receipt",
    "consents_of",
    "contenders",
    "count_lines",
    "counted_votes",
    "current_consent_texts",
    "duplicates_of",
    "entry_by_link",
    "facets_of",
    "flags_of",
    "gallery_page",
    "has_vote_key",
    "history_of",
    "in_phase",
    "nearest_town",
    "neighbours",
    "open_reports",
    "phase_expression",
    "public_entry",
    "published_lines",
    "published_result",
    "queue",
    "queue_counts",
    "queue_item",
    "ready_to_publish",
    "set_aside_ballots",
    "suggestion_for",
    "town_entries",
    "visible_entries",
]
